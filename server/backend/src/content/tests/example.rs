//! The content that comes with the program.

use crate::content::{load, report};
use std::path::Path;

#[test]
fn the_content_of_the_repository_has_no_problem() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let loaded = load(&root);
    assert!(loaded.problems.is_empty(), "\n{}", report(&loaded.problems));
    let content = loaded.content.unwrap();
    assert!(content.stories.len() >= 10, "{} stories", content.stories.len());
    assert!(content.providers.len() >= 20, "{} providers", content.providers.len());
    assert!(content.site().is_some());
}
