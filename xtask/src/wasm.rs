//! The two browser bundles: compiled by cargo, made loadable by wasm-bindgen as a library, whose
//! version Cargo.lock ties to the one the code was compiled with.

use crate::run::{self, cargo, run, say};
use crate::{Result, files};
use std::path::PathBuf;
use std::process::Command;

/// Names of the bundles; the crate is `wasm-<name>`.
pub const BUNDLES: [&str; 2] = ["public", "desk"];

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
    let hash = crate::site::hash(&files::read(&input)?);
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
