//! The browser bundle of the public pages: everything in it comes from `app`'s islands.

// Without this line the linker drops every island, and no error says so.
use app as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Called once by the boot module, before it starts the islands one by one.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
