//! What every page can reach.

use std::collections::BTreeMap;

/// The server's parts that pages and forms use.
pub struct AppState {
    /// Where browsers find style sheets, scripts, fonts and drawings.
    pub assets: Assets,
    /// The configured public address without a trailing slash; every link in mails and QR codes
    /// begins with it, whatever the Host header of a request says.
    pub public_url: String,
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
