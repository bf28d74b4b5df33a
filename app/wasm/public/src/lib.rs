//! Placeholder until its first module lands.
use app as _;
use leptos as _;
use wasm_bindgen as _;
