//! The two browser bundles: compiled by cargo, made loadable by wasm-bindgen as a library, whose
//! version Cargo.lock ties to the one the code was compiled with.

use crate::run::{self, cargo, run, say};
use crate::{Result, files};
use std::path::PathBuf;
use std::process::Command;

/// Names of the bundles; the crate is `wasm-<name>`.
pub const BUNDLES: [&str; 2] = ["public", "desk"];

/// Crates that no function in a bundle may come from. `cargo tree` cannot tell for all of them:
/// Leptos itself depends on regex, for the server alone.
const NOT_LINKED: [&str; 7] =
    ["regex_automata", "regex_syntax", "aho_corasick", "sqlx_core", "tokio", "axum", "hyper"];

const TARGET: &str = "wasm32-unknown-unknown";

/// A bundle ready for the browser: the files wasm-bindgen wrote, with their names.
pub struct Bundle {
    /// `public` or `desk`.
    pub name: &'static str,
    /// The folder with `<name>.js`, `<name>_bg.wasm` and perhaps `snippets/`.
    pub folder: PathBuf,
}

/// Builds both bundles. One after the other: built together, cargo would give `app` the features
/// of both.
pub fn build() -> Result<Vec<Bundle>> {
    add_target()?;
    BUNDLES
        .into_iter()
        .map(|name| {
            say(&format!("building the browser bundle `{name}`"));
            let package = format!("wasm-{name}");
            run(&mut cargo(&[
                "build",
                "--package",
                &package,
                "--target",
                TARGET,
                "--profile",
                "wasm",
            ]))?;
            bind(name)
        })
        .collect()
}

/// Adds the compilation target, which rust-toolchain.toml alone does not do for a toolchain that
/// is already installed.
fn add_target() -> Result<()> {
    let sysroot =
        run::output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(run::root()))?;
    if PathBuf::from(sysroot.trim()).join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    say("adding the compilation target for browsers");
    run(Command::new("rustup").args(["target", "add", TARGET]).current_dir(run::root()))
        .map_err(|why| format!("{why}\nPlease run: rustup target add {TARGET}"))
}

/// Runs wasm-bindgen, unless its input is the one it had last time.
fn bind(name: &'static str) -> Result<Bundle> {
    let input = run::target().join(TARGET).join("wasm").join(format!("wasm_{name}.wasm"));
    let folder = run::target().join("bundles").join(name);
    let stamp = folder.join("input.sha256");
    let linked = files::read(&input)?;
    only_browser_code(&linked).map_err(|why| format!("the bundle `{name}` {why}"))?;
    let hash = crate::site::hash(&linked);
    if std::fs::read_to_string(&stamp).is_ok_and(|old| old == hash) {
        return Ok(Bundle { name, folder });
    }
    say(&format!("binding `{name}` for the browser"));
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
    }
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen
        .input_path(&input)
        .out_name(name)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true);
    bindgen.web(true).map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    bindgen.generate(&folder).map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    files::write(&stamp, hash.as_bytes())?;
    Ok(Bundle { name, folder })
}

/// Looks through the names of the functions that were linked. A name spells each crate as its
/// length and itself, `5tokio`.
fn only_browser_code(linked: &[u8]) -> Result<()> {
    let has = |name: &str| {
        let spelled = format!("{}{name}", name.len());
        linked.windows(spelled.len()).any(|bytes| bytes == spelled.as_bytes())
    };
    if !has("wasm_bindgen") {
        return Err("has no names of functions, so nobody can tell what is in it".to_owned());
    }
    match NOT_LINKED.into_iter().find(|name| has(name)) {
        Some(name) => Err(format!("contains {name}, which does not belong in a browser")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::only_browser_code;

    #[test]
    fn a_crate_of_the_server_in_a_bundle_is_found_by_its_name() {
        let clean = b"_RNvCs1_12wasm_bindgen5throw stokio 4tokio regex";
        assert_eq!(only_browser_code(clean), Ok(()));
        let found =
            only_browser_code(&[clean.as_slice(), b"_RNvNtCs2_14regex_automata4meta"].concat());
        assert!(found.is_err_and(|why| why.contains("regex_automata")));
        assert!(only_browser_code(b"_RNv5tokio").is_err());
        assert!(only_browser_code(b"\0asm").is_err());
    }
}
