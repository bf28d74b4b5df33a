//! Form controls with label, help and error, and the summary of errors on top of a form.

use crate::context::Context;
use crate::text::form as text;
use crate::ui::icon;
use leptos::prelude::*;

/// Something about a field that needs another look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The id of the control, which is also where the summary's link leads.
    pub field: &'static str,
    /// For the summary: "E-Mail-Adresse: das Ende fehlt".
    pub short: String,
    /// For the place beside the field: what to do.
    pub sentence: String,
}

/// The problem of `field`, if it has one.
pub fn problem_of<'a>(problems: &'a [Problem], field: &str) -> Option<&'a Problem> {
    problems.iter().find(|problem| problem.field == field)
}

/// All problems on top of the form, linked to their fields; nothing without problems. It takes
/// the focus, so that nobody misses that the form came back.
pub fn error_summary(cx: &Context, problems: &[Problem]) -> Option<AnyView> {
    if problems.is_empty() {
        return None;
    }
    let links = problems
        .iter()
        .map(|problem| {
            view! {
                <p>
                    <a href=format!("#{}", problem.field)>{problem.short.clone()}</a>
                </p>
            }
        })
        .collect_view();
    Some(
        view! {
            <div class="error-summary" role="alert" tabindex="-1" id="error-summary" autofocus=true>
                <h2>{text::summary(cx.lang(), problems.len())}</h2>
                {links}
            </div>
        }
        .into_any(),
    )
}

/// A field of one or several lines.
pub struct TextField<'a> {
    /// Id of the control; empty if it is the name.
    pub id: &'static str,
    /// Name of the control.
    pub name: &'static str,
    /// Label.
    pub label: &'static str,
    /// Help under the label.
    pub help: Option<&'static str>,
    /// What was typed.
    pub value: &'a str,
    /// `text`, `email`, `tel`; for several lines `rows` is set instead.
    pub kind: &'static str,
    /// Lines to show; 0 for a single-line field.
    pub rows: u8,
    /// The `autocomplete` token, or empty.
    pub autocomplete: &'static str,
    /// Whether an answer is needed.
    pub required: bool,
    /// Whether it can only be read.
    pub readonly: bool,
}

impl Default for TextField<'_> {
    fn default() -> Self {
        TextField {
            id: "",
            name: "",
            label: "",
            help: None,
            value: "",
            kind: "text",
            rows: 0,
            autocomplete: "",
            required: false,
            readonly: false,
        }
    }
}

/// A text field with its problem, if there is one.
pub fn text_field(field: TextField<'_>, problems: &[Problem]) -> AnyView {
    let TextField { id, name, label, help, value, kind, rows, autocomplete, required, readonly } =
        field;
    let id = if id.is_empty() { name } else { id };
    let problem = problem_of(problems, id);
    let described = described_by(id, help.is_some(), problem.is_some());
    let invalid = problem.map(|_| "true");
    let autocomplete = (!autocomplete.is_empty()).then_some(autocomplete);
    let control = if rows > 0 {
        view! {
            <textarea
                id=id
                name=name
                rows=rows.to_string()
                required=required
                aria-describedby=described
                aria-invalid=invalid
            >
                {in_textarea(value)}
            </textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                id=id
                name=name
                type=kind
                value=value.to_owned()
                required=required
                readonly=readonly
                autocomplete=autocomplete
                aria-describedby=described
                aria-invalid=invalid
            />
        }
        .into_any()
    };
    boxed(id, label, help, control, problem)
}

/// Text for the inside of a `<textarea>`, the one element with text whose content Leptos does not
/// escape. A leading line break is doubled, because browsers drop the first one.
pub fn in_textarea(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    if escaped.starts_with(['\n', '\r']) { format!("\n{escaped}") } else { escaped }
}

/// One option of a [`select_field`].
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// The heading the option stands under, or empty. Options of a group stand together.
    pub group: &'static str,
}

impl Choice {
    /// An option without a group.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Choice {
        Choice { value: value.into(), label: label.into(), group: "" }
    }
}

/// A drop-down list. `id` differs from `name` where several lists share a name.
pub struct SelectField<'a> {
    /// Id of the control.
    pub id: &'static str,
    /// Name of the control.
    pub name: &'static str,
    /// Label.
    pub label: &'static str,
    /// Help under the label.
    pub help: Option<&'static str>,
    /// What was chosen.
    pub value: &'a str,
    /// What can be chosen.
    pub choices: &'a [Choice],
    /// Whether an answer is needed.
    pub required: bool,
}

/// A drop-down list with its problem, if there is one.
pub fn select_field(field: SelectField<'_>, problems: &[Problem]) -> AnyView {
    let SelectField { id, name, label, help, value, choices, required } = field;
    let problem = problem_of(problems, id);
    let option = |choice: &Choice| {
        view! {
            <option value=choice.value.clone() selected=choice.value == value>
                {choice.label.clone()}
            </option>
        }
    };
    let options = choices
        .chunk_by(|a, b| a.group == b.group)
        .map(|chunk| {
            let options = chunk.iter().map(option).collect_view();
            match chunk[0].group {
                "" => options.into_any(),
                group => view! { <optgroup label=group>{options}</optgroup> }.into_any(),
            }
        })
        .collect_view();
    let control = view! {
        <select
            id=id
            name=name
            required=required
            aria-describedby=described_by(id, help.is_some(), problem.is_some())
            aria-invalid=problem.map(|_| "true")
        >
            {options}
        </select>
    }
    .into_any();
    boxed(id, label, help, control, problem)
}

/// A group of radio buttons or check boxes. The first control carries the group's name as its id,
/// so that the summary's link leads to it.
pub struct ChoiceGroup<'a> {
    /// Name of the controls.
    pub name: &'static str,
    /// The question.
    pub legend: &'static str,
    /// Help under the question.
    pub help: Option<&'static str>,
    /// `radio` or `checkbox`.
    pub kind: &'static str,
    /// Class of the grid, which sets its smallest column: `fit-8` …
    pub fit: &'static str,
    /// Value, label and explanation (or empty) of each option.
    pub options: Vec<(String, String, &'static str)>,
    /// What is chosen.
    pub chosen: &'a [&'a str],
}

/// The group with its problem, if there is one.
pub fn choice_group(group: ChoiceGroup<'_>, problems: &[Problem]) -> AnyView {
    let ChoiceGroup { name, legend, help, kind, fit, options, chosen } = group;
    let problem = problem_of(problems, name);
    let options = options
        .into_iter()
        .enumerate()
        .map(|(index, (value, label, note))| {
            let checked = chosen.contains(&value.as_str());
            view! {
                <label class="choice">
                    <input
                        type=kind
                        name=name
                        id=(index == 0).then_some(name)
                        value=value
                        checked=checked
                        aria-invalid=problem.map(|_| "true")
                        aria-describedby=problem.map(|_| format!("{name}-error"))
                    />
                    <span>
                        <b>{label}</b>
                        {(!note.is_empty()).then(|| view! { <span class="muted">{note}</span> })}
                    </span>
                </label>
            }
        })
        .collect_view();
    let class = if problem.is_some() { "field-group has-error" } else { "field-group" };
    view! {
        <fieldset class=class>
            <legend>{legend}</legend>
            {help.map(|help| view! { <p class="help">{help}</p> })}
            <div class=format!("choices {fit}")>{options}</div>
            {problem.map(|problem| error_text(name, &problem.sentence))}
        </fieldset>
    }
    .into_any()
}

/// A hidden field.
pub fn hidden(name: &'static str, value: &str) -> AnyView {
    view! { <input type="hidden" name=name value=value.to_owned() /> }.into_any()
}

fn boxed(
    id: &'static str,
    label: &'static str,
    help: Option<&'static str>,
    control: AnyView,
    problem: Option<&Problem>,
) -> AnyView {
    view! {
        <div class=if problem.is_some() { "field has-error" } else { "field" }>
            <label for=id>{label}</label>
            {help.map(|help| view! { <p class="help" id=format!("{id}-help")>{help}</p> })}
            {control}
            {problem.map(|problem| error_text(id, &problem.sentence))}
        </div>
    }
    .into_any()
}

/// The message beside the field `id`.
pub fn error_text(id: &'static str, sentence: &str) -> AnyView {
    view! {
        <p class="error-text" id=format!("{id}-error")>
            {icon::warning()} <span>{sentence.to_owned()}</span>
        </p>
    }
    .into_any()
}

fn described_by(id: &str, help: bool, error: bool) -> Option<String> {
    match (help, error) {
        (false, false) => None,
        (true, false) => Some(format!("{id}-help")),
        (false, true) => Some(format!("{id}-error")),
        (true, true) => Some(format!("{id}-help {id}-error")),
    }
}
