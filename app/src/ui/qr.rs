//! QR codes, drawn as one path.

use fast_qr::{ECL, QRBuilder};
use leptos::prelude::*;
use std::fmt::Write as _;

/// A QR code of `address` with a text alternative, or nothing if the address does not fit.
pub fn qr(address: &str, label: String) -> Option<AnyView> {
    let code = QRBuilder::new(address).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let start = x;
            while x < code.size && code[y][x].value() {
                x += 1;
            }
            if x > start {
                // Writing to a String cannot fail.
                let _ = write!(path, "M{start} {y}h{}v1H{start}z", x - start);
            }
            x += 1;
        }
    }
    // The quiet zone of four modules is what scanners need (ISO/IEC 18004).
    let view_box = format!("-4 -4 {0} {0}", code.size + 8);
    Some(
        view! {
            <svg viewBox=view_box role="img" aria-label=label shape-rendering="crispEdges">
                <path d="M-4-4h200v200H-4z" fill="#fff"></path>
                <path d=path fill="#000"></path>
            </svg>
        }
        .into_any(),
    )
}
