//! One style sheet per entry: imports become layers in place, comments and needless blanks go,
//! and addresses of files get their hash. Values are left as they were written.

use crate::{Result, files};
use std::path::Path;

/// The style sheet at `entry` with everything it imports, made small.
pub fn bundle(entry: &Path) -> Result<String> {
    Ok(shrink(&inline(entry, 0)?))
}

/// Replaces `@import url("x.css") layer(name);` by the file's content in that layer.
fn inline(path: &Path, depth: usize) -> Result<String> {
    if depth > 8 {
        return Err(format!("{}: imports go in a circle", path.display()));
    }
    let text = without_comments(&files::read_text(path)?);
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("@import") {
        let end = rest[at..]
            .find(';')
            .ok_or_else(|| format!("{}: an @import without `;`", path.display()))?;
        let statement = &rest[at + "@import".len()..at + end];
        let mut quoted = statement.split(['"', '\'']);
        let (before, name, after) = (quoted.next(), quoted.next(), quoted.next());
        let (Some(before), Some(name), Some(after)) = (before, name, after) else {
            return Err(format!("{}: expected @import url(\"x.css\")", path.display()));
        };
        if !matches!(before.trim(), "" | "url(") {
            return Err(format!("{}: expected @import url(\"x.css\")", path.display()));
        }
        let layer = after
            .split_once("layer(")
            .and_then(|(_, rest)| rest.split_once(')'))
            .map(|(layer, _)| layer.trim());
        let folder = path.parent().unwrap_or(Path::new(""));
        let inner = inline(&folder.join(name), depth + 1)?;
        out.push_str(&rest[..at]);
        match layer {
            Some(layer) => out.extend(["@layer ", layer, " {\n", &inner, "\n}\n"]),
            None => out.push_str(&inner),
        }
        rest = &rest[at + end + 1..];
    }
    out.push_str(rest);
    Ok(out)
}

/// A piece of a style sheet: a quoted text, which stays as it is, or anything else.
enum Piece<'a> {
    Quoted(&'a str),
    Plain(&'a str),
}

/// Cuts a style sheet into pieces; comments fall out.
fn pieces(css: &str) -> Vec<Piece<'_>> {
    let bytes = css.as_bytes();
    let (mut found, mut from, mut at) = (Vec::new(), 0, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                found.push(Piece::Plain(&css[from..at]));
                at = css[at + 2..].find("*/").map_or(css.len(), |end| at + 2 + end + 2);
                from = at;
            }
            quote @ (b'"' | b'\'') => {
                found.push(Piece::Plain(&css[from..at]));
                let start = at;
                at += 1;
                while at < bytes.len() && bytes[at] != quote {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                at = (at + 1).min(bytes.len());
                found.push(Piece::Quoted(&css[start..at]));
                from = at;
            }
            _ => at += 1,
        }
    }
    found.push(Piece::Plain(&css[from..]));
    found
}

fn without_comments(css: &str) -> String {
    pieces(css)
        .iter()
        .map(|piece| match piece {
            Piece::Quoted(text) | Piece::Plain(text) => *text,
        })
        .collect()
}

/// Removes blanks that mean nothing: around braces, semicolons and commas, after colons.
fn shrink(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    for piece in pieces(css) {
        match piece {
            Piece::Quoted(text) => out.push_str(text),
            Piece::Plain(text) => {
                for c in text.chars() {
                    let last = out.chars().next_back().unwrap_or('{');
                    match c {
                        _ if c.is_whitespace() => {
                            if !matches!(last, ' ' | '{' | '}' | ';' | ',' | ':') {
                                out.push(' ');
                            }
                        }
                        '{' | '}' | ';' | ',' => {
                            if last == ' ' {
                                out.pop();
                            }
                            if c == '}' && out.ends_with(';') {
                                out.pop();
                            }
                            out.push(c);
                        }
                        _ => out.push(c),
                    }
                }
            }
        }
    }
    out.trim().to_owned()
}

/// Replaces every `url("/assets/x")` by the address that `address` knows for `x`.
pub fn with_addresses(css: &str, address: impl Fn(&str) -> Option<String>) -> Result<String> {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find("/assets/") {
        let name = &rest[at + "/assets/".len()..];
        let end = name.find(['"', '\'', ')', '?', '#']).unwrap_or(name.len());
        let found = address(&name[..end]).ok_or_else(|| {
            format!("a style sheet names /assets/{}, which is not there", &name[..end])
        })?;
        out.push_str(&rest[..at]);
        out.push_str(&found);
        rest = &name[end..];
    }
    out.push_str(rest);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meaningless_blanks_go_and_meaningful_ones_stay() {
        let css = "/* x */\na  >  b:hover ,\n.c :focus {\n  margin : 0 auto;\n  inline-size: calc(1rem + 2px) ;\n  content: \"a  ; /* no comment */\";\n}\n@media (min-width: 30rem) and (hover) { .d { --x: ; } }\n";
        assert_eq!(
            shrink(css),
            "a > b:hover,.c :focus{margin :0 auto;inline-size:calc(1rem + 2px);content:\"a  ; /* no comment */\"}@media (min-width:30rem) and (hover){.d{--x:}}"
        );
    }

    #[test]
    fn imports_become_layers_in_place() {
        let folder = std::env::temp_dir().join(format!("xtask-css-{}", std::process::id()));
        files::write(
            &folder.join("main.css"),
            b"@layer a, b;\n@import url(\"one.css\") layer(a);\n@import url('sub/two.css') layer(b);",
        )
        .unwrap();
        files::write(&folder.join("one.css"), b"/* @import */ p { color: red; }").unwrap();
        files::write(&folder.join("sub/two.css"), b"@import url(\"three.css\"); b{}").unwrap();
        files::write(&folder.join("sub/three.css"), b"i{}").unwrap();
        let css = bundle(&folder.join("main.css")).unwrap();
        assert_eq!(css, "@layer a,b;@layer a{p{color:red}}@layer b{i{}b{}}");
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn addresses_get_their_hash_and_a_missing_file_is_an_error() {
        let known = |name: &str| (name == "x.woff2").then(|| "/assets/x.1.woff2".to_owned());
        assert_eq!(
            with_addresses("src:url(\"/assets/x.woff2\") format(\"woff2\")", known).unwrap(),
            "src:url(\"/assets/x.1.woff2\") format(\"woff2\")"
        );
        assert!(with_addresses("url(/assets/y.svg)", known).is_err());
    }
}
