//! Taking something along from the kiosk: POST `/kiosk/mitnehmen` gives a selection its code, POST
//! `/m` finds the selection under a code that was typed.

use crate::context::{Context, Cx, Outcome, PageError, see_other};
use crate::pages::handover::{self, FIELD, page_with};
use crate::pages::kiosk::{code, take};
use crate::text::handover as text;
use crate::ui::form::Problem;
use domain::Slug;
use domain::handover::Selection;
use domain::spoken::Code;

/// Gives a selection its code.
pub async fn offer(cx: Cx) -> Outcome {
    let site = cx.site()?.meta.id.clone();
    let selection = Selection::parse(cx.form.get(code::FIELD)).ok_or(PageError::NotFound)?;
    let selection = on_show(&cx, &selection).ok_or(PageError::NotFound)?;
    let backend = &cx.app.backend;
    let code = backend::handover::offer(backend, site.as_str(), cx.lang(), &selection).await?;
    see_other(cx.href(&format!("{}/{code}", code::PATH)))
}

/// What of a selection is on show today: there is no code for anything made up.
fn on_show(cx: &Context, selection: &Selection) -> Option<Selection> {
    let is_shown = |id: &&Slug| {
        if selection.taken().is_of_stories() {
            cx.content.story(id.as_str(), cx.today).is_some()
        } else {
            take::listed(cx, id.as_str()).is_some()
        }
    };
    let ids = selection.ids().iter().filter(is_shown).cloned().collect();
    Selection::new(selection.taken(), ids)
}

/// Leads on to the selection under the code that was typed.
pub async fn enter(cx: Cx) -> Outcome {
    let typed = cx.form.get(FIELD).to_owned();
    if let Some((_, selection)) = handover::find(&cx, &typed).await? {
        return see_other(cx.href(&handover::path(&selection)));
    }
    let (short, sentence) = match Code::parse(&typed) {
        Some(_) => (text::ENDED, text::ENDED_SENTENCE),
        None => (text::NO_CODE, text::NO_CODE_SENTENCE),
    };
    let problem = Problem {
        field: FIELD,
        short: cx.t(short).to_owned(),
        sentence: cx.t(sentence).to_owned(),
    };
    page_with(cx, typed, Some(problem))
}
