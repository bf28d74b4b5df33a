//! What every page can reach.

use backend::Backend;
use backend::content::Store;
use std::collections::BTreeMap;

/// The server's parts that pages and forms use.
pub struct AppState {
    /// Where browsers find style sheets, scripts, fonts and drawings.
    pub assets: Assets,
    /// The configured public address without a trailing slash; every link in mails and QR codes
    /// begins with it, whatever the Host header of a request says.
    pub public_url: String,
    /// What is on show.
    pub content: Store,
    /// Requests, meetings, staff.
    pub backend: Backend,
    /// The cookie of a staff session.
    pub session_cookie: SessionCookie,
}

/// The one cookie of the desk: `__Host-` and `Secure` behind https; on plain http, which only a
/// loopback address may use, browsers refuse such a cookie, so it goes without.
#[derive(Clone, Copy, Debug)]
pub struct SessionCookie {
    secure: bool,
}

impl SessionCookie {
    /// The cookie for a website at `public_url`.
    pub fn new(public_url: &str) -> SessionCookie {
        SessionCookie { secure: public_url.starts_with("https://") }
    }

    const fn name(self) -> &'static str {
        if self.secure { "__Host-werkbank" } else { "werkbank" }
    }

    /// The `Set-Cookie` value that begins a session. It ends with the browser, or earlier on the
    /// server.
    pub fn set(self, secret: &str) -> String {
        let secure = if self.secure { "; Secure" } else { "" };
        format!("{}={secret}; Path=/; HttpOnly; SameSite=Lax{secure}", self.name())
    }

    /// The `Set-Cookie` value that removes it.
    pub fn clear(self) -> String {
        format!("{}; Max-Age=0", self.set(""))
    }

    /// The session's secret in a `Cookie` header.
    pub fn read(self, header: &str) -> Option<&str> {
        header
            .split(';')
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(name, value)| *name == self.name() && !value.is_empty())
            .map(|(_, value)| value)
    }
}

/// Logical asset names and the addresses they are served at, which carry a content hash.
#[derive(Clone, Debug, Default)]
pub struct Assets(pub BTreeMap<String, String>);

impl Assets {
    /// The address of an asset; an unknown name is served under its own name, so that a missing
    /// file shows as a 404 and not as a broken page.
    pub fn url(&self, name: &str) -> String {
        self.0.get(name).cloned().unwrap_or_else(|| format!("/assets/{name}"))
    }
}

#[cfg(test)]
mod tests {
    use super::SessionCookie;

    #[test]
    fn the_cookie_is_bound_to_the_host_behind_https() {
        let cookie = SessionCookie::new("https://werkbank.example");
        assert_eq!(cookie.set("x"), "__Host-werkbank=x; Path=/; HttpOnly; SameSite=Lax; Secure");
        assert_eq!(cookie.read("a=b; __Host-werkbank=x"), Some("x"));
        assert_eq!(cookie.read("werkbank=x; __Host-werkbank="), None);
        assert_eq!(SessionCookie::new("http://127.0.0.1:3000").read("werkbank=x"), Some("x"));
    }
}
