//! With `embed` the program contains what `cargo xtask` wrote to `target/site`: look again when
//! that changes.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_EMBED").is_some() {
        println!("cargo::rerun-if-changed=../target/site");
    }
}
