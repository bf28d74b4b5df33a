//! Members of staff: what they may do, and the rules of their passwords and sessions.

use crate::codes;

codes! {
    /// What somebody may do at a site. One person may have several roles.
    Role {
        /// Works on requests: own ones, substituted ones and the pool.
        Adviser = "adviser",
        /// Works on all requests of the site.
        Coordinator = "coordinator",
        /// Edits content; sees no requests.
        Curator = "curator",
        /// Sees figures; no personal data.
        Head = "head",
        /// Accounts, devices, retention; sees no requests.
        Admin = "admin",
    }
}

impl Role {
    /// The word for it.
    pub const fn german(self) -> &'static str {
        match self {
            Role::Adviser => "Beratung",
            Role::Coordinator => "Koordination",
            Role::Curator => "Redaktion",
            Role::Head => "Leitung",
            Role::Admin => "Verwaltung",
        }
    }

    /// Whether the role works on requests and meetings.
    pub const fn sees_requests(self) -> bool {
        matches!(self, Role::Adviser | Role::Coordinator)
    }
}

/// A session ends by itself after this many minutes without a request.
pub const SESSION_IDLE_MINUTES: i64 = 30;

/// A session ends this many hours after signing in, whatever happened.
pub const SESSION_HOURS: i64 = 12;

/// Why a new password was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PasswordError {
    /// Fewer than [`Password::MIN`] characters.
    TooShort,
    /// More than [`Password::MAX`] characters.
    TooLong,
    /// The same character or the same few over and over, or the own address or name.
    Guessable,
}

/// A password somebody chose. It is never shown, also not in debug output.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// Fewest characters: length protects, prescribed kinds of characters do not.
    pub const MIN: usize = 12;
    /// Most characters.
    pub const MAX: usize = 200;

    /// Accepts a new password for the person with this name and e-mail address.
    ///
    /// # Errors
    /// [`PasswordError`]; the page chooses the words.
    pub fn choose(typed: &str, name: &str, email: &str) -> Result<Password, PasswordError> {
        let length = typed.chars().count();
        if length < Self::MIN {
            return Err(PasswordError::TooShort);
        }
        if length > Self::MAX {
            return Err(PasswordError::TooLong);
        }
        let folded = typed.to_lowercase();
        let mut different: Vec<char> = folded.chars().collect();
        different.sort_unstable();
        different.dedup();
        let mailbox = email.split('@').next().unwrap_or_default().to_lowercase();
        let own = [name.to_lowercase(), email.to_lowercase(), mailbox];
        let is_own = own.iter().any(|own| {
            own.chars().count() >= 4
                && folded.contains(own.as_str())
                && length < own.chars().count() + Self::MIN / 2
        });
        if different.len() < 5 || is_own {
            return Err(PasswordError::Guessable);
        }
        Ok(Password(typed.to_owned()))
    }

    /// The characters, for hashing.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_two_roles_see_requests() {
        let see: Vec<&str> =
            Role::ALL.iter().filter(|r| r.sees_requests()).map(|r| r.code()).collect();
        assert_eq!(see, ["adviser", "coordinator"]);
    }

    #[test]
    fn a_password_is_long_and_not_oneself() {
        let choose = |typed: &str| {
            Password::choose(typed, "Jens Albrecht", "jens.albrecht@werkbank.example")
        };
        assert_eq!(choose("kurz"), Err(PasswordError::TooShort));
        assert_eq!(choose(&"ab".repeat(101)), Err(PasswordError::TooLong));
        for typed in [
            "aaaaaaaaaaaaaaaa",
            "abababababab",
            "Jens.Albrecht1",
            "jens albrecht!!",
            "121212121212",
        ] {
            assert_eq!(choose(typed), Err(PasswordError::Guessable), "{typed}");
        }
        for typed in ["drei Stühle im Regen", "jens.albrecht kauft 7 rote Stühle"] {
            assert!(choose(typed).is_ok(), "{typed}");
        }
        assert_eq!(format!("{:?}", choose("drei Stühle im Regen").unwrap()), "Password(…)");
    }
}
