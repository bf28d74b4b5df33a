//! `/api/v1/openapi.json`: the JSON interface in the words of `OpenAPI` 3.1. The suites hold every
//! answer of the interface against it.

use crate::context::{Cx, Outcome};

/// The description.
pub async fn page(_: Cx) -> Outcome {
    Ok(super::document("application/json", include_str!("openapi.json").to_owned()))
}
