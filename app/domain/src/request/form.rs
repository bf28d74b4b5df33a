//! What arrives from the request form, as typed: kept so that a page can show it again.

use crate::codes;

codes! {
    /// The fields of the request form; the code is the field's name in the form.
    Field {
        /// What is asked for.
        Kind = "kind",
        /// Where it comes from.
        Channel = "channel",
        /// Goals, repeated; `unknown` is an answer.
        Goal = "goal",
        /// In their own words.
        Message = "message",
        /// Possible spending; `unknown` is an answer.
        Budget = "budget",
        /// Preferred providers, repeated; none or `unknown` is an answer.
        Provider = "provider",
        /// The story it began with.
        Story = "story",
        /// The firm's name.
        Firm = "firm",
        /// Line of business; `unknown` is an answer.
        Sector = "sector",
        /// District; `unknown` is an answer.
        District = "district",
        /// People working there; `unknown` is an answer.
        Size = "size",
        /// The person's name.
        Person = "person",
        /// E-mail address.
        Email = "email",
        /// Telephone number.
        Phone = "phone",
        /// How to be reached.
        ContactBy = "contact_by",
        /// May be asked 3, 6 and 12 months after a meeting what became of it.
        AskLater = "ask_later",
        /// The idempotency key, minted in the answer to step 1.
        Key = "key",
    }
}

/// The form as typed. Fields it does not know are ignored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestForm {
    values: Vec<(Field, String)>,
}

/// More values than any real form has; the rest is ignored.
const MAX_VALUES: usize = 64;

impl RequestForm {
    /// Takes over decoded `name=value` pairs, as from a form or a query.
    pub fn from_pairs<N: AsRef<str>, V: Into<String>>(
        pairs: impl IntoIterator<Item = (N, V)>,
    ) -> RequestForm {
        let values = pairs
            .into_iter()
            .filter_map(|(name, value)| Some((Field::parse(name.as_ref())?, value.into())))
            .take(MAX_VALUES)
            .collect();
        RequestForm { values }
    }

    /// The first value of a field, empty if there is none.
    pub fn get(&self, field: Field) -> &str {
        self.all(field).next().unwrap_or_default()
    }

    /// Every value of a field that may be repeated.
    pub fn all(&self, field: Field) -> impl Iterator<Item = &str> {
        self.values.iter().filter(move |(f, _)| *f == field).map(|(_, value)| value.as_str())
    }

    /// Whether this value of a field was chosen.
    pub fn has(&self, field: Field, value: &str) -> bool {
        self.all(field).any(|v| v == value)
    }

    /// Replaces all values of a field by one.
    pub fn set(&mut self, field: Field, value: impl Into<String>) {
        self.values.retain(|(f, _)| *f != field);
        self.values.push((field, value.into()));
    }

    /// What was typed into these fields.
    #[must_use]
    pub fn only(&self, fields: &[Field]) -> RequestForm {
        let values = self.values.iter().filter(|(field, _)| fields.contains(field));
        RequestForm { values: values.cloned().collect() }
    }

    /// Those of `fields` whose values are others than in `other`.
    pub fn differences(&self, other: &RequestForm, fields: &[Field]) -> Vec<Field> {
        let differs = |field: &&Field| !self.all(**field).eq(other.all(**field));
        fields.iter().filter(differs).copied().collect()
    }

    /// Everything typed, for the hidden fields of the next step.
    pub fn pairs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.values.iter().map(|(field, value)| (field.code(), value.as_str()))
    }
}
