//! Step 2: who they are and how to reach them.

use crate::context::Context;
use crate::forms::request::GO;
use crate::pages::request::{Step, back};
use crate::text::{form as form_text, format, request as text};
use crate::ui::form::{
    Choice, ChoiceGroup, Problem, SelectField, TextField, choice_group, select_field, text_field,
};
use crate::ui::icon;
use domain::content::Site;
use domain::request::{Field, RequestForm, UNKNOWN};
use domain::{FirmSize, Surface};
use leptos::prelude::*;

/// The step.
pub fn fields(cx: &Context, site: &Site, form: &RequestForm, problems: &[Problem]) -> AnyView {
    view! {
        <h1>{cx.t(text::FIRM_TITLE)}</h1>
        <p class="lead">{cx.t(text::FIRM_LEAD)}</p>
        {questions(cx, site, form, problems)}
    }
    .into_any()
}

/// The questions alone.
pub fn questions(cx: &Context, site: &Site, form: &RequestForm, problems: &[Problem]) -> AnyView {
    view! {
        {line(cx, form, Field::Firm, problems)}
        {facts(cx, site, form, problems)}
        {line(cx, form, Field::Person, problems)}
        {line(cx, form, Field::Email, problems)}
        {line(cx, form, Field::Phone, problems)}
    }
    .into_any()
}

/// What the firm is: sector, district and size.
pub fn facts(cx: &Context, site: &Site, form: &RequestForm, problems: &[Problem]) -> AnyView {
    view! {
        <div class="two field-block">
            {sector(cx, site, form, problems)} {district(cx, site, form, problems)}
        </div>
        {size(cx, form, problems)}
    }
    .into_any()
}

/// One of the questions that are answered in a line.
pub fn line(cx: &Context, form: &RequestForm, field: Field, problems: &[Problem]) -> AnyView {
    let (label, help, kind, autocomplete, required) = match field {
        Field::Firm => (text::FIRM, None, "text", "organization", true),
        Field::Email => (text::EMAIL, Some(text::EMAIL_HELP), "email", "email", false),
        Field::Phone => (text::PHONE, Some(text::PHONE_HELP), "tel", "tel", false),
        _ => (text::PERSON, None, "text", "name", true),
    };
    // At the desk the browser knows the data of whoever writes, not of whoever speaks, and at the
    // kiosk it must know nobody's.
    let own = cx.place.surface == Surface::Web;
    text_field(
        TextField {
            name: field.code(),
            label: cx.t(label),
            help: help.map(|help| cx.t(help)),
            value: form.get(field),
            kind,
            autocomplete: if own { autocomplete } else { "off" },
            required,
            ..TextField::default()
        },
        problems,
    )
}

/// The way back and the way on.
pub fn bar(cx: &Context) -> AnyView {
    view! {
        <div class="action-bar">
            {back(cx, Step::Plan)}
            <button class="button" name=GO value=Step::Review.code()>
                {cx.t(text::TO_REVIEW)}
                " "
                {icon::arrow()}
            </button>
        </div>
    }
    .into_any()
}

fn sector(cx: &Context, site: &Site, form: &RequestForm, problems: &[Problem]) -> AnyView {
    let mut choices = vec![Choice::new("", cx.t(form_text::PLEASE_CHOOSE))];
    choices.extend(site.sectors.iter().map(|t| Choice::new(t.id.as_str(), t.label(cx.lang()))));
    choices.push(Choice::new(UNKNOWN, cx.t(text::SECTOR_OTHER)));
    select(Field::Sector, cx.t(text::SECTOR), &choices, form, problems)
}

fn district(cx: &Context, site: &Site, form: &RequestForm, problems: &[Problem]) -> AnyView {
    let mut choices = vec![Choice::new("", cx.t(form_text::PLEASE_CHOOSE))];
    for (region, group) in [(false, text::DISTRICTS_CITY), (true, text::DISTRICTS_REGION)] {
        choices.extend(site.districts.iter().filter(|t| t.region == region).map(|t| Choice {
            value: t.id.clone(),
            label: t.label(cx.lang()).to_owned(),
            group: cx.t(group),
        }));
    }
    choices.push(Choice::new(UNKNOWN, cx.t(text::DISTRICT_UNKNOWN)));
    select(Field::District, cx.t(text::DISTRICT), &choices, form, problems)
}

fn select(
    field: Field,
    label: &'static str,
    choices: &[Choice],
    form: &RequestForm,
    problems: &[Problem],
) -> AnyView {
    let (id, value) = (field.code(), form.get(field));
    let list = SelectField { id, name: id, label, help: None, value, choices, required: true };
    select_field(list, problems)
}

fn size(cx: &Context, form: &RequestForm, problems: &[Problem]) -> AnyView {
    let mut options: Vec<(String, String, &'static str)> = FirmSize::ALL
        .iter()
        .map(|&size| {
            let label = match size {
                FirmSize::Solo => cx.t(text::SIZE_SOLO).to_owned(),
                size => format::size(cx.lang(), size),
            };
            (size.code().to_owned(), label, "")
        })
        .collect();
    options.push((UNKNOWN.to_owned(), cx.t(text::SIZE_UNKNOWN).to_owned(), ""));
    choice_group(
        ChoiceGroup {
            name: Field::Size.code(),
            legend: cx.t(text::SIZE),
            help: None,
            kind: "radio",
            fit: "fit-8 up-to-three",
            options,
            chosen: &[form.get(Field::Size)],
        },
        problems,
    )
}
