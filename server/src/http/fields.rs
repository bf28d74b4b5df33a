//! Queries and forms: `a=1&b=%C3%A4`, read strictly.

use app::context::Fields;

/// More fields than any form of ours has, even one with many ticks.
const MOST_FIELDS: usize = 500;

/// Reads a query or the body of a form. `None` if it is not UTF-8, breaks the escaping, or has
/// more fields than any form of ours: then it comes from a program that tries something.
pub fn parse(text: &[u8]) -> Option<Fields> {
    let mut fields = Vec::new();
    for pair in text.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        if fields.len() == MOST_FIELDS {
            return None;
        }
        let at = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
        let (name, value) = (&pair[..at], pair.get(at + 1..).unwrap_or_default());
        fields.push((decode(name)?, decode(value)?));
    }
    Some(Fields(fields))
}

/// The fields a page knows, in the order it names them; values of one name sorted, without
/// repetitions and empty ones, so that equal pages have equal queries.
pub fn canonical(given: &Fields, known: &[&str]) -> Fields {
    let mut fields = Vec::new();
    for name in known {
        let mut values: Vec<&str> = given.all(name).into_iter().filter(|v| !v.is_empty()).collect();
        values.sort_unstable();
        values.dedup();
        fields.extend(values.into_iter().map(|value| ((*name).to_owned(), value.to_owned())));
    }
    Fields(fields)
}

fn decode(text: &[u8]) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.iter();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => hex(*rest.next()?)? << 4 | hex(*rest.next()?)?,
            other => *other,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> Option<Vec<(String, String)>> {
        parse(text.as_bytes()).map(|fields| fields.0)
    }

    #[test]
    fn fields_keep_their_order_and_their_letters() {
        let fields = pairs("name=J%C3%B6rg+M.&goal=a&goal=b&flag&=x&&").unwrap();
        let expected = [("name", "Jörg M."), ("goal", "a"), ("goal", "b"), ("flag", ""), ("", "x")];
        assert_eq!(fields, expected.map(|(n, v)| (n.to_owned(), v.to_owned())));
    }

    #[test]
    fn broken_text_is_no_form() {
        for bad in ["a=%C3", "a=%", "a=%4", "a=%zz", "a=%C0%80", "a=%ED%A0%80", "%FF=1"] {
            assert!(pairs(bad).is_none(), "{bad}");
        }
        assert!(parse(&[b'a', b'=', 0xff]).is_none());
        assert!(pairs(&"a=1&".repeat(500)).is_some());
        assert!(pairs(&"a=1&".repeat(10_000)).is_none());
    }

    #[test]
    fn equal_pages_have_equal_queries() {
        let known = ["ziel", "branche"];
        let one = canonical(&parse(b"utm=x&branche=b&branche=a&ziel=&ziel=k").unwrap(), &known);
        let two = canonical(&parse(b"ziel=k&branche=a&branche=b&branche=a").unwrap(), &known);
        assert_eq!(one, two);
        assert_eq!(one.to_query(), "?ziel=k&branche=a&branche=b");
    }
}
