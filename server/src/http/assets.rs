//! Style sheets, scripts, fonts and drawings of the frame.
//!
//! `cargo xtask` writes them with a hash in their names, compressed beside the plain file, and a
//! `manifest.json` that maps their own names to their addresses. A release carries them inside the
//! program (feature `embed`); while developing they are read from `target/site` at start-up. Both
//! go through this one table, so a request never touches the disk.

use super::file::{self, Stored};
use super::headers::Keep;
use app::state::Assets;
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

/// The service worker of the touchscreen, and the header that lets it answer for the kiosk's first
/// screen, which has no slash at its end.
const KIOSK_WORKER: &str = "/kiosk/sw.js";
const WORKER_SCOPE: HeaderName = HeaderName::from_static("service-worker-allowed");

/// Every file, by its address.
pub struct AssetFiles {
    files: HashMap<String, (Stored, Keep)>,
    /// Names and addresses, for pages.
    pub names: Assets,
}

/// Why there are no assets.
#[derive(Debug, thiserror::Error)]
pub enum AssetError {
    /// The folder or a file in it cannot be read.
    #[error("{0}: {1} (`cargo xtask serve` builds it)")]
    Read(PathBuf, std::io::Error),
    /// The manifest is not what xtask writes.
    #[error("manifest.json: {0}")]
    Manifest(#[from] serde_json::Error),
}

impl AssetFiles {
    /// The files inside the program, or those in `folder` if it is given.
    pub fn load(folder: Option<&Path>) -> Result<AssetFiles, AssetError> {
        let raw = match folder {
            Some(folder) => read_folder(folder)?,
            None => built_in()?,
        };
        AssetFiles::from_raw(raw)
    }

    /// `raw` maps paths in the site's folder to contents.
    fn from_raw(raw: BTreeMap<String, Bytes>) -> Result<AssetFiles, AssetError> {
        let names: BTreeMap<String, String> = match raw.get("manifest.json") {
            Some(bytes) => serde_json::from_slice(bytes)?,
            None => BTreeMap::new(),
        };
        let mut files = HashMap::new();
        for (path, bytes) in &raw {
            // Files under root/ have fixed addresses; those of others change with their content.
            let (address, keep) = match path.strip_prefix("root/") {
                Some(rest) => (format!("/{rest}"), Keep::Ask),
                None => (format!("/{path}"), Keep::Forever),
            };
            let end = path.rsplit('.').next().unwrap_or_default();
            if path == "manifest.json" || matches!(end, "br" | "gz") {
                continue;
            }
            let stored = Stored::plain(file::mime(path), bytes.clone()).with(
                raw.get(&format!("{path}.gz")).cloned(),
                raw.get(&format!("{path}.br")).cloned(),
            );
            files.insert(address, (stored, keep));
        }
        Ok(AssetFiles { files, names: Assets(names) })
    }

    /// The answer, if there is such a file.
    pub fn answer(&self, path: &str, request: &HeaderMap) -> Option<Response> {
        let (stored, keep) = self.files.get(path)?;
        let mut answer = stored.answer(request, *keep);
        if path == KIOSK_WORKER {
            answer.headers_mut().insert(WORKER_SCOPE, HeaderValue::from_static("/kiosk"));
        }
        Some(answer)
    }

    /// Addresses with a fixed name (`/favicon.ico`, the service worker), for the router.
    pub fn fixed(&self) -> impl Iterator<Item = &str> {
        self.files
            .iter()
            .filter(|(_, (_, keep))| *keep == Keep::Ask)
            .map(|(address, _)| address.as_str())
    }
}

#[cfg(feature = "embed")]
fn built_in() -> Result<BTreeMap<String, Bytes>, AssetError> {
    static SITE: include_dir::Dir<'static> =
        include_dir::include_dir!("$CARGO_MANIFEST_DIR/../target/site");
    fn collect(folder: &'static include_dir::Dir<'static>, into: &mut BTreeMap<String, Bytes>) {
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            into.insert(path, Bytes::from_static(file.contents()));
        }
        for folder in folder.dirs() {
            collect(folder, into);
        }
    }
    let mut raw = BTreeMap::new();
    collect(&SITE, &mut raw);
    Ok(raw)
}

#[cfg(not(feature = "embed"))]
fn built_in() -> Result<BTreeMap<String, Bytes>, AssetError> {
    read_folder(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/site")))
}

fn read_folder(root: &Path) -> Result<BTreeMap<String, Bytes>, AssetError> {
    let mut raw = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let failed = |error| AssetError::Read(folder.clone(), error);
        for entry in std::fs::read_dir(&folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(name) = path.strip_prefix(root) {
                let name = name.to_string_lossy().replace('\\', "/");
                let bytes = std::fs::read(&path).map_err(|e| AssetError::Read(path.clone(), e))?;
                raw.insert(name, bytes.into());
            }
        }
    }
    Ok(raw)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::header;

    fn files() -> AssetFiles {
        let raw = [
            ("manifest.json", "{\"main.css\":\"/assets/main.abc.css\"}"),
            ("assets/main.abc.css", "a{}"),
            ("assets/main.abc.css.br", "packed"),
            ("root/kiosk/sw.js", "0"),
        ];
        let raw = raw.into_iter().map(|(path, text)| (path.to_owned(), Bytes::from(text)));
        AssetFiles::from_raw(raw.collect()).unwrap()
    }

    #[test]
    fn hashed_files_are_kept_for_good_and_fixed_ones_are_asked_for() {
        let files = files();
        assert_eq!(files.names.url("main.css"), "/assets/main.abc.css");
        let request = HeaderMap::from_iter([(header::ACCEPT_ENCODING, "br".parse().unwrap())]);
        let answer = files.answer("/assets/main.abc.css", &request).unwrap();
        assert_eq!(answer.headers()[header::CONTENT_ENCODING], "br");
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
        assert!(answer.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        let answer = files.answer("/kiosk/sw.js", &request).unwrap();
        assert_eq!(answer.headers()[header::CACHE_CONTROL], "no-cache");
        assert_eq!(answer.headers()[WORKER_SCOPE], "/kiosk");
        assert_eq!(files.fixed().collect::<Vec<_>>(), ["/kiosk/sw.js"]);
    }

    #[test]
    fn nothing_but_the_listed_files_is_served() {
        let files = files();
        for path in
            ["/manifest.json", "/assets/main.css", "/assets/main.abc.css.br", "/assets/../x"]
        {
            assert!(files.answer(path, &HeaderMap::new()).is_none(), "{path}");
        }
    }
}
