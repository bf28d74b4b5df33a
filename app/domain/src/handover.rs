//! What travels from the kiosk to the visitor's own telephone, and the code it travels under. Ids
//! of the exhibition and nothing about a person.

use crate::Slug;
use crate::codes;

/// The most stories that travel at once: more do not fit into a code that a telephone reads at
/// arm's length.
pub const MOST: usize = 12;

codes! {
    /// What is taken along.
    Taken {
        /// A story.
        Story = "story",
        /// A provider's portrait.
        Provider = "provider",
        /// The shortlist: one story or more, in order.
        Shortlist = "shortlist",
        /// A request about nothing in particular.
        Request = "request",
        /// A request that begins with a story.
        RequestOnStory = "request_on_story",
        /// A request to meet a provider.
        RequestToProvider = "request_to_provider",
    }
}

impl Taken {
    /// The fewest and the most entries of it.
    const fn entries(self) -> (usize, usize) {
        match self {
            Taken::Request => (0, 0),
            Taken::Shortlist => (1, MOST),
            Taken::Story | Taken::Provider | Taken::RequestOnStory | Taken::RequestToProvider => {
                (1, 1)
            }
        }
    }

    /// Whether its entries are stories; otherwise they are providers.
    pub const fn is_of_stories(self) -> bool {
        matches!(self, Taken::Story | Taken::Shortlist | Taken::RequestOnStory)
    }
}

/// A selection of entries, in the order in which they were chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    taken: Taken,
    ids: Vec<Slug>,
}

impl Selection {
    /// A selection of as many entries as its kind has.
    pub fn new(taken: Taken, ids: Vec<Slug>) -> Option<Selection> {
        let (fewest, most) = taken.entries();
        (fewest..=most).contains(&ids.len()).then_some(Selection { taken, ids })
    }

    /// Reads what [`Selection::stored`] wrote; a form may say anything.
    pub fn parse(text: &str) -> Option<Selection> {
        let mut words = text.split(' ');
        let taken = Taken::parse(words.next()?)?;
        let ids = words.map(Slug::parse).collect::<Option<Vec<Slug>>>()?;
        Selection::new(taken, ids)
    }

    /// The selection as one line: its kind and the ids, separated by spaces.
    pub fn stored(&self) -> String {
        let ids = self.ids.iter().map(Slug::as_str);
        std::iter::once(self.taken.code()).chain(ids).collect::<Vec<_>>().join(" ")
    }

    /// What is taken along.
    pub const fn taken(&self) -> Taken {
        self.taken
    }

    /// The ids of its entries.
    pub fn ids(&self) -> &[Slug] {
        &self.ids
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_survives_being_stored() {
        for text in [
            "story naehkurs",
            "provider demir-digital",
            "shortlist naehkurs",
            "shortlist pflege-touren naehkurs",
            "request",
            "request_on_story naehkurs",
            "request_to_provider demir-digital",
        ] {
            assert_eq!(Selection::parse(text).unwrap().stored(), text);
        }
    }

    #[test]
    fn nothing_else_is_a_selection() {
        let thirteen = "shortlist".to_owned() + &" naehkurs".repeat(MOST + 1);
        for bad in [
            "",
            "story",
            "story a b",
            "story naehkurs pflege-touren",
            "story  naehkurs",
            "story https://example.org",
            "story ../mitarbeit",
            "shortlist",
            "request naehkurs",
            "request ",
            "geschichte naehkurs",
            "story naehkurs\n",
            &thirteen,
        ] {
            assert_eq!(Selection::parse(bad), None, "{bad:?}");
        }
    }
}
