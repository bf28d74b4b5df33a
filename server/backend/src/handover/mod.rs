//! From the kiosk to the visitor's own telephone: a selection is kept under a code for a quarter of
//! an hour. Nothing about a person is in it, and only the code's hash is kept.

use crate::counts::{self, Count};
use crate::tokens::{self, Purpose};
use crate::{Backend, Result, transaction};
use domain::handover::Selection;
use domain::spoken::Code;
use domain::{Lang, Surface};

/// What is counted when a selection gets its code; the key is what was taken along.
const COUNTED: &str = "handover";

/// Keeps a selection for a quarter of an hour and says under which code. Counted by what is taken
/// along, so that a story's way home is seen in the evaluation.
pub async fn offer(
    backend: &Backend,
    site: &str,
    lang: Lang,
    selection: &Selection,
) -> Result<Code> {
    let (stored, taken) = (selection.stored(), selection.taken().code());
    transaction!(backend.db, |tx| {
        let code = tokens::mint_code(tx, backend, Purpose::KioskHandover, &stored).await?;
        let count = Count::new(site, Surface::Kiosk, lang, COUNTED, taken);
        counts::add(tx, backend.now().day(), vec![(count, 1)]).await?;
        Ok(code)
    })
}

/// The selection under a code, as often as somebody asks until it ends.
pub async fn find(backend: &Backend, code: Code) -> Result<Option<Selection>> {
    let mut conn = backend.db.read().await?;
    let found =
        tokens::look_up_code(&mut conn, Purpose::KioskHandover, code, backend.now()).await?;
    Ok(found.and_then(|bearer| Selection::parse(&bearer.subject)))
}

#[cfg(test)]
mod tests;
