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
    pub session_cookie: Cookie,
    /// The cookie of a kiosk.
    pub kiosk_cookie: Cookie,
}

/// One of the two cookies there are: `__Host-` and `Secure` behind https; on plain http, which only
/// a loopback address may use, browsers refuse such a cookie, so it goes without.
#[derive(Clone, Copy, Debug)]
pub struct Cookie {
    name: &'static str,
    attributes: &'static str,
    secure: bool,
}

impl Cookie {
    /// The cookie of a staff session on a website at `public_url`. It ends with the browser, or
    /// earlier on the server.
    pub fn of_session(public_url: &str) -> Cookie {
        Cookie::new("__Host-werkbank", "; SameSite=Lax", public_url)
    }

    /// The cookie of a kiosk. It lasts as long as browsers keep one, and signs of life renew it.
    pub fn of_kiosk(public_url: &str) -> Cookie {
        Cookie::new("__Host-kiosk", "; SameSite=Strict; Max-Age=34560000", public_url)
    }

    fn new(name: &'static str, attributes: &'static str, public_url: &str) -> Cookie {
        Cookie { name, attributes, secure: public_url.starts_with("https://") }
    }

    fn name(self) -> &'static str {
        let plain = self.name.trim_start_matches("__Host-");
        if self.secure { self.name } else { plain }
    }

    /// The `Set-Cookie` value that gives a browser this secret.
    pub fn set(self, secret: &str) -> String {
        let secure = if self.secure { "; Secure" } else { "" };
        format!("{}={secret}; Path=/; HttpOnly{}{secure}", self.name(), self.attributes)
    }

    /// The `Set-Cookie` value that removes it.
    pub fn clear(self) -> String {
        format!("{}; Max-Age=0", self.set(""))
    }

    /// The secret in a `Cookie` header.
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
    use super::Cookie;

    #[test]
    fn the_cookie_is_bound_to_the_host_behind_https() {
        let cookie = Cookie::of_session("https://werkbank.example");
        assert_eq!(cookie.set("x"), "__Host-werkbank=x; Path=/; HttpOnly; SameSite=Lax; Secure");
        assert_eq!(cookie.read("a=b; __Host-werkbank=x"), Some("x"));
        assert_eq!(cookie.read("werkbank=x; __Host-werkbank="), None);
        assert_eq!(Cookie::of_session("http://127.0.0.1:3000").read("werkbank=x"), Some("x"));
    }

    #[test]
    fn the_cookie_of_a_kiosk_lasts_and_stays_on_the_website() {
        let cookie = Cookie::of_kiosk("https://werkbank.example");
        assert_eq!(
            cookie.set("x"),
            "__Host-kiosk=x; Path=/; HttpOnly; SameSite=Strict; Max-Age=34560000; Secure"
        );
        assert_eq!(cookie.read("__Host-werkbank=y; __Host-kiosk=x"), Some("x"));
        assert_eq!(
            Cookie::of_kiosk("http://127.0.0.1:3000").read("kiosk=x; werkbank=y"),
            Some("x")
        );
    }
}
