//! `/mitarbeit/team/neu`: a new member of the team.

use crate::context::{Context, Cx, Outcome, Page};
use crate::pages::staff::{Returned, admit};
use crate::text::{desk, team as text};
use crate::ui::crumbs::trail;
use crate::ui::form::{
    Choice, ChoiceGroup, Problem, SelectField, TextField, choice_group, error_summary,
    select_field, text_field,
};
use crate::ui::icon;
use domain::staff::Role;
use leptos::prelude::*;

/// Names of the fields.
pub const NAME: &str = "name";
/// Address.
pub const EMAIL: &str = "email";
/// Public profile.
pub const PROFILE: &str = "profil";
/// Roles, any number.
pub const ROLE: &str = "rolle";

/// The empty form.
pub async fn page(cx: Cx) -> Outcome {
    show(cx, Returned::default())
}

/// The form with what was typed.
pub fn show(cx: Cx, returned: Returned) -> Outcome {
    admit(&cx)?;
    let (title, status) = (returned.titled(&cx, cx.t(text::INVITE)), returned.status);
    let view = move || view(&cx, &returned.problems);
    Page::new(title, view).status(status).ok()
}

/// Fields for name and address, and for the public profile, with these values.
pub fn fact_fields(cx: &Context, values: [&str; 3], problems: &[Problem]) -> (AnyView, AnyView) {
    let [name, email, profile] = values;
    let field = |name, label, help, kind, value| {
        // Somebody else's name and address: nothing the browser should fill in.
        let (autocomplete, required, rest) = ("off", true, TextField::default());
        let field = TextField { name, label, help, value, kind, autocomplete, required, ..rest };
        text_field(field, problems)
    };
    let mut profiles = vec![Choice::new("", cx.t(text::NO_PROFILE))];
    profiles.extend(
        cx.content
            .advisers
            .values()
            .map(|adviser| Choice::new(adviser.meta.id.as_str(), adviser.text.de.title.as_str())),
    );
    let profile = SelectField {
        id: PROFILE,
        name: PROFILE,
        label: cx.t(text::PROFILE),
        help: Some(cx.t(text::PROFILE_HELP)),
        value: profile,
        choices: &profiles,
        required: false,
    };
    let person = view! {
        {field(NAME, cx.t(text::NAME), None, "text", name)}
        {field(EMAIL, cx.t(desk::EMAIL), Some(cx.t(text::EMAIL_HELP)), "email", email)}
    };
    (person.into_any(), select_field(profile, problems))
}

fn view(cx: &Context, problems: &[Problem]) -> AnyView {
    let typed = [NAME, EMAIL, PROFILE].map(|field| cx.form.get(field));
    let (person, profile) = fact_fields(cx, typed, problems);
    view! {
        {trail(cx, &[(cx.t(desk::TEAM), "/team")])}
        <div class="desk-head">
            <div>
                <h1>{cx.t(text::INVITE)}</h1>
                <p class="lead">{cx.t(text::NEW_LEAD)}</p>
            </div>
        </div>
        {error_summary(cx, problems)}
        <form method="post" action=cx.href("/team/neu") novalidate=true class="desk-form">
            {person} {role_boxes(cx, &cx.form.all(ROLE), problems)} {profile}
            <div class="action-bar">
                <a href=cx.href("/team")>{cx.t(crate::text::form::BACK)}</a>
                <button class="button signal">
                    {cx.t(text::SEND_INVITATION)} " " {icon::arrow()}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// Every role with what it may do.
pub fn role_boxes(cx: &Context, chosen: &[&str], problems: &[Problem]) -> AnyView {
    let option =
        |role: &Role| (role.code().to_owned(), role.german().to_owned(), text::explained(*role));
    let group = ChoiceGroup {
        name: ROLE,
        legend: cx.t(text::ROLES),
        help: None,
        kind: "checkbox",
        fit: "fit-14",
        options: Role::ALL.iter().map(option).collect(),
        chosen,
    };
    choice_group(group, problems)
}
