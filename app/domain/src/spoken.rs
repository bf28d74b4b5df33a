//! Codes that are read off one screen and typed at another: a kiosk's when it is paired, a selection's
//! on its way to a telephone.

use crate::request::Reference;
use std::fmt;

/// Eight characters that cannot be mistaken for one another, written `7F3K-92QX` like the name of a
/// request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Code(Reference);

impl Code {
    /// The code made of 40 random bits.
    pub fn from_random(random: [u8; 5]) -> Code {
        Code(Reference::from_random(random))
    }

    /// Reads what somebody typed or was told; see [`Reference::parse`].
    pub fn parse(typed: &str) -> Option<Code> {
        Reference::parse(typed).map(Code)
    }

    /// The eight characters without a hyphen.
    pub fn stored(self) -> String {
        self.0.stored()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_survives_being_spoken() {
        let code = Code::from_random([1, 2, 3, 4, 5]);
        assert_eq!(code.to_string(), "0410-6105");
        for typed in ["0410 6105", "o41o-61o5", "O4IO6lO5"] {
            assert_eq!(Code::parse(typed), Some(code), "{typed}");
        }
        assert_eq!(Code::parse("0410-610"), None);
    }
}
