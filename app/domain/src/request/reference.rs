//! What people call a request by, on the telephone too.

use std::fmt;

/// Digits and letters without I, L, O and U, after Crockford.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The name of a request: eight characters that can be read out, written `7F3K-92QX`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reference([u8; 8]);

impl Reference {
    /// The reference made of 40 random bits.
    pub fn from_random(random: [u8; 5]) -> Reference {
        let bits = random.iter().fold(0_u64, |bits, &byte| (bits << 8) | u64::from(byte));
        let mut chars = [b'0'; 8];
        for (n, c) in chars.iter_mut().enumerate() {
            let index = (bits >> (35 - 5 * n)) & 31;
            *c = ALPHABET[usize::try_from(index).unwrap_or_default()];
        }
        Reference(chars)
    }

    /// Reads what somebody typed or said: case, hyphens and spaces do not matter, O is 0, I and L
    /// are 1.
    pub fn parse(typed: &str) -> Option<Reference> {
        let mut chars = [b'0'; 8];
        let mut n = 0;
        for c in typed.chars().filter(|c| !matches!(c, '-' | '–' | ' ' | '\u{a0}')) {
            let c = match c.to_ascii_uppercase() {
                'O' => b'0',
                'I' | 'L' => b'1',
                c => u8::try_from(c).ok()?,
            };
            if !ALPHABET.contains(&c) {
                return None;
            }
            *chars.get_mut(n)? = c;
            n += 1;
        }
        (n == 8).then_some(Reference(chars))
    }

    /// The eight characters without a hyphen, as they are stored.
    pub fn stored(self) -> String {
        self.0.iter().map(|&c| char::from(c)).collect()
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.stored();
        write!(f, "{}-{}", &text[..4], &text[4..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_survives_being_spoken_and_typed() {
        let reference = Reference::parse("7F3K-92QX").unwrap();
        assert_eq!(reference.to_string(), "7F3K-92QX");
        for typed in ["7f3k92qx", " 7F3K 92QX ", "7f3k–92qx", "7-F-3-K-9-2-Q-X"] {
            assert_eq!(Reference::parse(typed), Some(reference), "{typed}");
        }
        assert_eq!(Reference::parse("oOiI-lL00"), Reference::parse("0011-1100"));
        for bad in
            ["", "7F3K-92Q", "7F3K-92QXX", "7F3K-92QU", "7F3K_92QX", "７F3K-92QX", "äöüß-0000"]
        {
            assert_eq!(Reference::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn random_bits_become_all_eight_characters() {
        assert_eq!(Reference::from_random([0; 5]).to_string(), "0000-0000");
        assert_eq!(Reference::from_random([255; 5]).to_string(), "ZZZZ-ZZZZ");
        let reference = Reference::from_random([1, 2, 3, 4, 5]);
        assert_eq!(reference.to_string(), "0410-6105");
        assert_eq!(Reference::parse(&reference.stored()), Some(reference));
    }
}
