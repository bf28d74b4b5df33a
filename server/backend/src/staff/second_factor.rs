//! The second factor: six digits of an authenticator app (RFC 6238), each accepted once.

use crate::error::{BackendError, Result};
use domain::Instant;
use totp_rs::{Builder, Secret, Totp};

/// The name the authenticator app shows.
const ISSUER: &str = "Digitale Werkbank";

/// A shared secret of 160 bits. Its debug output does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpSecret([u8; 20]);

impl TotpSecret {
    /// A secret of random bytes.
    pub const fn new(random: [u8; 20]) -> TotpSecret {
        TotpSecret(random)
    }

    /// Reads the form in which secrets are stored and typed.
    pub(crate) fn from_base32(text: &str) -> Result<TotpSecret> {
        data_encoding::BASE32_NOPAD
            .decode(text.as_bytes())
            .ok()
            .and_then(|bytes| bytes.try_into().ok())
            .map(TotpSecret)
            .ok_or_else(|| BackendError::Unreadable("second factor".into()))
    }

    /// The secret for typing into an app that cannot read the code.
    pub fn base32(&self) -> String {
        data_encoding::BASE32_NOPAD.encode(&self.0)
    }

    /// The address an authenticator app reads from the QR code.
    pub fn enrolment_uri(&self, email: &str) -> String {
        let (issuer, account) = (percent(ISSUER), percent(email));
        format!("otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}", self.base32())
    }

    /// The code of a moment: for tests, demonstrations and proofs.
    pub fn code(&self, at: Instant) -> Result<String> {
        Ok(self.totp()?.generate(seconds(at)).to_string())
    }

    /// The time step whose code this is: the present one, the one before or the one after.
    pub(crate) fn step_of(&self, typed: &str, now: Instant) -> Result<Option<i64>> {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Ok(None);
        }
        let step = self.totp()?.check(&digits, seconds(now));
        Ok(step.and_then(|step| i64::try_from(step).ok()))
    }

    fn totp(&self) -> Result<Totp> {
        Builder::new()
            .with_secret(Secret::new_stack(self.0))
            .build()
            .map_err(|e| BackendError::Unreadable(format!("second factor: {e}")))
    }
}

impl std::fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TotpSecret(…)")
    }
}

fn seconds(at: Instant) -> u64 {
    u64::try_from(at.0 / 1000).unwrap_or_default()
}

fn percent(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push_str(&data_encoding::HEXUPPER.encode(&[byte]));
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_of_the_standard() {
        // RFC 6238, appendix B, SHA-1: the last six of its eight digits.
        let secret = TotpSecret::new(*b"12345678901234567890");
        for (second, code) in [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")]
        {
            let at = Instant(second * 1000);
            assert_eq!(secret.code(at).unwrap(), code);
            assert_eq!(secret.step_of(code, at).unwrap(), Some(second / 30));
        }
    }

    #[test]
    fn a_code_counts_for_its_neighbours_and_no_longer() {
        let secret = TotpSecret::new([9; 20]);
        let at = Instant(1_795_305_600_000);
        let code = secret.code(at).unwrap();
        let spaced = format!(" {} {} ", &code[..3], &code[3..]);
        assert!(secret.step_of(&spaced, at).unwrap().is_some());
        assert!(secret.step_of(&code, at.plus_ms(30_000)).unwrap().is_some());
        assert!(secret.step_of(&code, at.plus_ms(-30_000)).unwrap().is_some());
        assert_eq!(secret.step_of(&code, at.plus_ms(60_000)).unwrap(), None);
        for typed in ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦"] {
            assert_eq!(secret.step_of(typed, at).unwrap(), None, "{typed}");
        }
    }

    #[test]
    fn an_app_can_read_the_secret() {
        let secret = TotpSecret::new(*b"12345678901234567890");
        assert_eq!(
            secret.enrolment_uri("jens.albrecht@werkbank.example"),
            "otpauth://totp/Digitale%20Werkbank:jens.albrecht%40werkbank.example\
             ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Digitale%20Werkbank"
        );
        assert_eq!(TotpSecret::from_base32(&secret.base32()).unwrap(), secret);
        assert_eq!(format!("{secret:?}"), "TotpSecret(…)");
    }
}
