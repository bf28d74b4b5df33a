//! `target/site`: everything a browser loads besides pages, under names that carry a hash of the
//! content, compressed beside the plain file, with a `manifest.json` from own name to address.
//!
//! - `style/*.css` that import others become one file each (`main.css`, `kiosk.css`, `desk.css`).
//! - `public/**` is copied; in scripts `{{asset:NAME}}` becomes an address and `{{assets}}` a JSON
//!   list of all addresses. `public/boot.js` is a template, filled in once for each bundle.
//! - `public/root/**` keeps its name and is served from the root of the website.

use crate::run::{self, say};
use crate::wasm::{self, Bundle};
use crate::{Result, css, files};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// A site in the making.
struct Site {
    folder: PathBuf,
    /// Own name → address.
    manifest: BTreeMap<String, String>,
    /// Paths below the folder that belong to this build.
    written: BTreeSet<PathBuf>,
}

/// Where the site is built.
pub fn folder() -> PathBuf {
    run::target().join("site")
}

/// Builds the bundles and the site.
pub fn build() -> Result<()> {
    let bundles = wasm::build()?;
    say("writing style sheets, scripts and fonts");
    let public = run::root().join("public");
    let mut site = Site { folder: folder(), manifest: BTreeMap::new(), written: BTreeSet::new() };
    let all = files::below(&public)?;
    let is_root = |path: &Path| path.starts_with("root");
    let is_script = |path: &Path| path.extension().is_some_and(|end| end == "js");

    for path in all.iter().filter(|path| !is_root(path) && !is_script(path)) {
        site.add("assets", &files::slashes(path), &files::read(&public.join(path))?)?;
    }
    for name in entries(&run::root().join("style"))? {
        let css = css::bundle(&run::root().join("style").join(&name))?;
        let css = css::with_addresses(&css, |asset| site.manifest.get(asset).cloned())?;
        site.add("assets", &name, css.as_bytes())?;
    }
    let template = files::read_text(&public.join("boot.js"))?;
    for bundle in &bundles {
        site.add_bundle(bundle, &template)?;
    }
    for path in all.iter().filter(|path| !is_root(path) && is_script(path)) {
        if path != Path::new("boot.js") {
            let script = site.filled(&files::read_text(&public.join(path))?)?;
            site.add("assets", &files::slashes(path), script.as_bytes())?;
        }
    }
    for path in all.iter().filter(|path| is_root(path)) {
        let bytes = files::read(&public.join(path))?;
        let bytes = if is_script(path) {
            site.filled(&String::from_utf8_lossy(&bytes))?.into_bytes()
        } else {
            bytes
        };
        site.write(path, &bytes)?;
    }
    site.finish()
}

/// Style sheets that import others.
fn entries(style: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for path in files::below(style)? {
        if path.components().count() == 1
            && path.extension().is_some_and(|end| end == "css")
            && files::read_text(&style.join(&path))?.contains("@import")
        {
            found.push(files::slashes(&path));
        }
    }
    Ok(found)
}

impl Site {
    /// Adds a file under a hashed name and remembers its address.
    fn add(&mut self, place: &str, name: &str, bytes: &[u8]) -> Result<String> {
        let hash = &hash(bytes)[..12];
        let hashed = match name.rsplit_once('.') {
            Some((stem, end)) => format!("{stem}.{hash}.{end}"),
            None => format!("{name}.{hash}"),
        };
        let path = PathBuf::from(place).join(hashed);
        self.write(&path, bytes)?;
        let address = format!("/{}", files::slashes(&path));
        self.manifest.insert(name.to_owned(), address.clone());
        Ok(address)
    }

    /// Adds a bundle and its boot module.
    fn add_bundle(&mut self, bundle: &Bundle, template: &str) -> Result<()> {
        let name = bundle.name;
        let wasm = files::read(&bundle.folder.join(format!("{name}_bg.wasm")))?;
        let wasm = self.add("pkg", &format!("{name}.wasm"), &wasm)?;
        let js = files::read(&bundle.folder.join(format!("{name}.js")))?;
        let js = self.add("pkg", &format!("{name}.js"), &js)?;
        // Names of snippets carry a hash already, and the script imports them by these names.
        for path in files::below(&bundle.folder.join("snippets"))? {
            let bytes = files::read(&bundle.folder.join("snippets").join(&path))?;
            self.write(&Path::new("pkg/snippets").join(&path), &bytes)?;
        }
        let boot = template.replace("{{bundle.js}}", &js).replace("{{bundle.wasm}}", &wasm);
        let boot = self.filled(&boot)?;
        self.add("pkg", &format!("boot-{name}.js"), boot.as_bytes())?;
        Ok(())
    }

    /// A script with addresses filled in.
    fn filled(&self, script: &str) -> Result<String> {
        let all: Vec<&String> = self.manifest.values().collect();
        let all = serde_json::to_string(&all).map_err(|error| error.to_string())?;
        let script = script.replace("{{assets}}", &all);
        let mut out = String::with_capacity(script.len());
        let mut rest = script.as_str();
        while let Some(at) = rest.find("{{asset:") {
            let end = rest[at..].find("}}").ok_or("{{asset: without }}")?;
            let name = &rest[at + "{{asset:".len()..at + end];
            let address = self
                .manifest
                .get(name)
                .ok_or_else(|| format!("a script names the asset {name}, which is not there"))?;
            out.push_str(&rest[..at]);
            out.push_str(address);
            rest = &rest[at + end + 2..];
        }
        out.push_str(rest);
        Ok(out)
    }

    /// Writes a file, and beside it compressed ones if that helps.
    fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<()> {
        let full = self.folder.join(path);
        let fresh = !std::fs::read(&full).is_ok_and(|old| old == bytes);
        files::write(&full, bytes)?;
        self.written.insert(path.to_owned());
        let end = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if matches!(end.as_str(), "css" | "js" | "wasm" | "svg" | "json" | "txt" | "webmanifest") {
            for (suffix, pack) in [("br", brotli as fn(&[u8]) -> Vec<u8>), ("gz", gzip)] {
                let packed = PathBuf::from(format!("{}.{suffix}", path.display()));
                if fresh || !self.folder.join(&packed).exists() {
                    files::write(&self.folder.join(&packed), &pack(bytes))?;
                }
                self.written.insert(packed);
            }
        }
        Ok(())
    }

    /// Writes the manifest and removes what an earlier build left.
    fn finish(mut self) -> Result<()> {
        let manifest =
            serde_json::to_vec_pretty(&self.manifest).map_err(|error| error.to_string())?;
        files::write(&self.folder.join("manifest.json"), &manifest)?;
        self.written.insert("manifest.json".into());
        for path in files::below(&self.folder)? {
            if !self.written.contains(&path) {
                std::fs::remove_file(self.folder.join(&path)).map_err(|error| error.to_string())?;
            }
        }
        Ok(())
    }
}

/// SHA-256 in hex.
pub fn hash(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))
}

/// As small as brotli gets.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 64 * 1024, 11, 22);
    // Writing to memory cannot fail.
    let _ = writer.write_all(bytes);
    drop(writer);
    out
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    // Writing to memory cannot fail.
    let _ = writer.write_all(bytes);
    writer.finish().unwrap_or_default()
}
