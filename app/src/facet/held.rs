//! What an entry has of a facet.

use domain::FirmSize;

/// Which options of a facet an entry has.
#[derive(Clone, Copy)]
pub enum Held<'e> {
    /// Every one.
    All,
    /// The one with this code.
    One(&'e str),
    /// Terms of the site, by their ids.
    Terms(&'e [String]),
    /// Sizes of firms.
    Sizes(&'e [FirmSize]),
}

impl<'e> Held<'e> {
    /// Terms of which none at all means every one.
    pub fn terms_or_all(ids: &'e [String]) -> Held<'e> {
        if ids.is_empty() { Held::All } else { Held::Terms(ids) }
    }

    pub(super) fn has(self, code: &str) -> bool {
        match self {
            Held::All => true,
            Held::One(one) => one == code,
            Held::Terms(ids) => ids.iter().any(|id| id == code),
            Held::Sizes(sizes) => sizes.iter().any(|size| size.code() == code),
        }
    }

    /// Adds one to the count of each of these options. Looks each code up once, and not each option
    /// in each entry: a wall may be long.
    pub(super) fn count(self, options: &[(String, String)], counts: &mut [usize]) {
        let mut add = |code: &str| {
            let at = options.iter().position(|(option, _)| option == code);
            if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
                *count += 1;
            }
        };
        match self {
            Held::All => counts.iter_mut().for_each(|count| *count += 1),
            Held::One(code) => add(code),
            Held::Terms(ids) => firsts(ids).for_each(|id| add(id)),
            Held::Sizes(sizes) => firsts(sizes).for_each(|size| add(size.code())),
        }
    }
}

/// Each of the values once, where it stands first.
fn firsts<V: PartialEq>(values: &[V]) -> impl Iterator<Item = &V> {
    values.iter().enumerate().filter(|(at, value)| !values[..*at].contains(value)).map(|(_, v)| v)
}
