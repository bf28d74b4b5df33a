//! `cargo xtask size`: what a browser loads, weighed as it travels (brotli).

use crate::http::Client;
use crate::run::{self, cargo, run, say};
use crate::{Result, files, site};
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// Kilobytes are thousands of bytes.
const KB: usize = 1000;

/// Builds and measures.
pub fn size() -> Result<()> {
    site::build()?;
    say("building the server");
    run(&mut cargo(&["build", "--package", "server"]))?;
    measure(&run::target().join("debug/werkbank"))
}

/// Measures what is built.
pub fn measure(program: &Path) -> Result<()> {
    say("weighing what a browser loads");
    let manifest = files::read_text(&site::folder().join("manifest.json"))?;
    let manifest: BTreeMap<String, String> =
        serde_json::from_str(&manifest).map_err(|error| error.to_string())?;
    let asset = |name: &str| -> Result<usize> {
        let address = manifest.get(name).ok_or_else(|| format!("no asset {name}"))?;
        Ok(site::brotli(&files::read(&site::folder().join(address.trim_start_matches('/')))?).len())
    };
    let optional = |name: &str| if manifest.contains_key(name) { asset(name) } else { Ok(0) };

    let public = asset("public.wasm")? + asset("public.js")? + asset("boot-public.js")?;
    let desk = asset("desk.wasm")? + asset("desk.js")? + asset("boot-desk.js")?;
    let kiosk = optional("kiosk.js")?;
    let worker = site::brotli(&files::read(&site::folder().join("root/kiosk/sw.js"))?).len()
        + asset("worker/exhibition.js")?
        + asset("worker/journal.js")?
        + asset("worker/notes.js")?;
    let is_script = |name: &str| Path::new(name).extension().is_some_and(|end| end == "js");
    let beside = manifest.keys().filter(|name| name.starts_with("kiosk-") && is_script(name));
    let beside: usize = beside.map(|name| asset(name)).sum::<Result<usize>>()?;
    let html = site::brotli(&story_page(program)?).len();
    let css = asset("main.css")?;

    let mut over = Vec::new();
    for (what, bytes, budget) in [
        ("public and kiosk: WASM and JavaScript", public + kiosk + beside, 60 * KB),
        ("desk: WASM and JavaScript", desk, 80 * KB),
        ("kiosk.js alone", kiosk, 5 * KB),
        ("the kiosk's service worker", worker, 10 * KB),
        ("a story page: HTML and CSS", html + css, 30 * KB),
    ] {
        let verdict = if bytes > budget { "OVER BUDGET" } else { "fits" };
        eprintln!("  {what:<40} {bytes:>7} of {budget:>6} bytes  {verdict}");
        if bytes > budget {
            over.push(what);
        }
    }
    if over.is_empty() { Ok(()) } else { Err(format!("over budget: {}", over.join("; "))) }
}

/// The HTML of the first story, from a server started for it.
fn story_page(program: &Path) -> Result<Vec<u8>> {
    let content = run::root().join("content");
    let story = files::below(&content.join("stories"))?
        .first()
        .and_then(|path| {
            path.components().next().map(|c| c.as_os_str().to_string_lossy().into_owned())
        })
        .ok_or("there is no story")?;
    let data = run::target().join("size-data");
    let _ = std::fs::remove_dir_all(&data);
    let mut server = Command::new(program)
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(&data)
        .arg("--content")
        .arg(&content)
        .arg("--assets")
        .arg(site::folder())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    let page = server
        .stdout
        .take()
        .ok_or_else(|| "no output".to_owned())
        .and_then(|stdout| fetch(stdout, &format!("/geschichten/{story}")));
    let _ = server.kill();
    let _ = server.wait();
    page
}

/// Waits for the server's line with its address, then asks it.
fn fetch(stdout: impl std::io::Read, path: &str) -> Result<Vec<u8>> {
    let mut line = String::new();
    BufReader::new(stdout).read_line(&mut line).map_err(|error| error.to_string())?;
    let (_, address) = line.trim().rsplit_once("http://").ok_or("the server did not start")?;
    Ok(Client::connect(address)?.get(path, "identity")?.body)
}
