//! Narrowing a list down, the same way on every list: options of one facet widen, facets narrow,
//! and what is left keeps the order it had.

mod held;

pub use held::Held;

use crate::context::Fields;
use crate::text::{Msg, filter as text, format};
use domain::content::{Site, Term};
use domain::{FirmSize, Lang};

/// A way to narrow a list down.
pub struct Facet<T> {
    /// The query parameter.
    pub name: &'static str,
    /// What stands above the options.
    pub label: Msg,
    /// The choice that leaves this facet open: "Alle Ziele".
    pub any: Msg,
    /// Codes and labels, in order.
    pub options: Vec<(String, String)>,
    /// What an entry has of it.
    pub held: fn(&T) -> Held<'_>,
}

impl<T> Facet<T> {
    /// Whether an entry has one of these options, or none is asked for.
    fn has_any(&self, entry: &T, wanted: &[&str]) -> bool {
        wanted.is_empty() || {
            let held = (self.held)(entry);
            wanted.iter().any(|code| held.has(code))
        }
    }

    /// By goal.
    pub fn goal(site: &Site, lang: Lang, held: fn(&T) -> Held<'_>) -> Facet<T> {
        let options = terms(&site.goals, lang);
        Facet { name: "ziel", label: text::GOAL, any: text::ANY_GOAL, options, held }
    }

    /// By line of business.
    pub fn sector(site: &Site, lang: Lang, held: fn(&T) -> Held<'_>) -> Facet<T> {
        let options = terms(&site.sectors, lang);
        Facet { name: "branche", label: text::SECTOR, any: text::ANY_SECTOR, options, held }
    }

    /// By district.
    pub fn district(site: &Site, lang: Lang, held: fn(&T) -> Held<'_>) -> Facet<T> {
        let options = terms(&site.districts, lang);
        Facet { name: "bezirk", label: text::DISTRICT, any: text::ANY_DISTRICT, options, held }
    }

    /// By size of the visitor's own firm.
    pub fn size(lang: Lang, held: fn(&T) -> Held<'_>) -> Facet<T> {
        let options = FirmSize::ALL
            .iter()
            .map(|size| (size.code().to_owned(), format::size(lang, *size)))
            .collect();
        Facet { name: "groesse", label: text::SIZE, any: text::ANY_SIZE, options, held }
    }
}

fn terms(terms: &[Term], lang: Lang) -> Vec<(String, String)> {
    terms.iter().map(|term| (term.id.clone(), term.label(lang).to_owned())).collect()
}

/// A list, its facets, and what the address chooses.
pub struct Narrowing<'a, T> {
    /// The facets, in the order of the form.
    pub facets: Vec<Facet<T>>,
    /// The whole list, in its order.
    pub all: Vec<&'a T>,
    /// What every address of the list carries besides its choices.
    pub kept: Fields,
    chosen: Fields,
    /// For each entry a bit for every facet whose choices it does not have.
    missing: Vec<u32>,
    /// For each facet how many entries would be left with each option as its only choice.
    counts: Vec<Vec<usize>>,
}

/// A choice in the address that could be taken back.
pub struct Choice<'f> {
    /// Its label.
    pub label: &'f str,
    /// The query of the list without it.
    pub rest: String,
    /// How many entries the list has without it.
    pub hits: usize,
}

impl<'a, T> Narrowing<'a, T> {
    /// Reads the choice from a query. What no facet knows is no choice: a mistyped or outdated
    /// address shows the list and not an empty shelf.
    pub fn new(query: &Fields, facets: Vec<Facet<T>>, all: Vec<&'a T>) -> Narrowing<'a, T> {
        let chosen: Vec<(String, String)> = facets
            .iter()
            .flat_map(|facet| facet.options.iter().map(move |(code, _)| (facet.name, code)))
            .filter(|(name, code)| query.has(name, code))
            .map(|(name, code)| (name.to_owned(), code.clone()))
            .collect();
        let chosen = Fields(chosen);
        let wanted: Vec<Vec<&str>> = facets.iter().map(|facet| chosen.all(facet.name)).collect();
        let missing: Vec<u32> = all
            .iter()
            .map(|entry| {
                let asked = facets.iter().zip(&wanted).enumerate();
                asked
                    .filter(|(_, (facet, wanted))| !facet.has_any(entry, wanted))
                    .fold(0, |missing, (at, _)| missing | 1 << at)
            })
            .collect();
        let counts = facets
            .iter()
            .enumerate()
            .map(|(at, facet)| {
                let mut counts = vec![0; facet.options.len()];
                for entry in left(&all, &missing, 1 << at) {
                    (facet.held)(entry).count(&facet.options, &mut counts);
                }
                counts
            })
            .collect();
        Narrowing { facets, all, kept: Fields::default(), chosen, missing, counts }
    }

    /// Keeps `value` in every address of the list: what is looked for.
    #[must_use]
    pub fn keeping(mut self, name: &str, value: &str) -> Narrowing<'a, T> {
        self.kept.0.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The query of the list with these choices.
    fn address(&self, chosen: &Fields) -> String {
        Fields(self.kept.0.iter().chain(&chosen.0).cloned().collect()).to_query()
    }

    /// The query of the list without any choice.
    pub fn reset(&self) -> String {
        self.kept.to_query()
    }

    /// What is left of the list, in the list's order.
    pub fn hits(&self) -> Vec<&'a T> {
        self.left(0).collect()
    }

    /// How many entries would be left with `code` as the only choice of its facet.
    pub fn count(&self, facet: &Facet<T>, code: &str) -> usize {
        let at = facet.options.iter().position(|(option, _)| option == code);
        let counts = self.position(facet).and_then(|facet| self.counts.get(facet));
        at.and_then(|at| counts?.get(at)).copied().unwrap_or_default()
    }

    /// Whether the address chooses `code`.
    pub fn is_chosen(&self, facet: &Facet<T>, code: &str) -> bool {
        self.chosen.has(facet.name, code)
    }

    /// Whether the address chooses anything of this facet.
    pub fn is_open(&self, facet: &Facet<T>) -> bool {
        self.chosen.get(facet.name).is_empty()
    }

    /// The first choice of a facet, or nothing.
    pub fn first(&self, name: &str) -> &str {
        self.chosen.get(name)
    }

    /// Everything that is chosen.
    pub fn chosen(&self) -> &Fields {
        &self.chosen
    }

    /// Each choice on its own, with what the list would be without it.
    pub fn choices(&self) -> Vec<Choice<'_>> {
        self.facets
            .iter()
            .flat_map(|facet| facet.options.iter().map(move |option| (facet, option)))
            .filter(|(facet, (code, _))| self.is_chosen(facet, code))
            .map(|(facet, (code, label))| {
                let rest = self.chosen.without(facet.name, code);
                let others = rest.all(facet.name);
                let left = self.left(self.bit(facet));
                let hits = left.filter(|entry| facet.has_any(entry, &others)).count();
                Choice { label, hits, rest: self.address(&rest) }
            })
            .collect()
    }

    /// The query with `code` as the only choice of its facet.
    pub fn with_only(&self, facet: &Facet<T>, code: Option<&str>) -> String {
        let mut fields = self.chosen.0.clone();
        fields.retain(|(name, _)| name != facet.name);
        fields.extend(code.map(|code| (facet.name.to_owned(), code.to_owned())));
        self.address(&Fields(fields))
    }

    /// The first choices of these facets as a query, for links to other lists.
    pub fn query_of(&self, names: &[&str]) -> String {
        let first = |name: &&str| self.chosen.0.iter().find(|(n, _)| n == name).cloned();
        Fields(names.iter().filter_map(first).collect()).to_query()
    }

    /// What passes every facet but those of `except`.
    fn left(&self, except: u32) -> impl Iterator<Item = &'a T> {
        left(&self.all, &self.missing, except)
    }

    fn bit(&self, facet: &Facet<T>) -> u32 {
        self.position(facet).map_or(0, |at| 1 << at)
    }

    fn position(&self, facet: &Facet<T>) -> Option<usize> {
        self.facets.iter().position(|one| one.name == facet.name)
    }
}

fn left<'a, T>(all: &[&'a T], missing: &[u32], except: u32) -> impl Iterator<Item = &'a T> {
    let entries = all.iter().zip(missing);
    entries.filter(move |(_, missing)| *missing & !except == 0).map(|(entry, _)| *entry)
}

#[cfg(test)]
mod tests;
