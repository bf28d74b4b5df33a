//! Pages of a long list.

use crate::context::{Context, Fields};
use crate::text::filter as text;
use crate::ui::icon;
use jiff::civil::Date;
use leptos::prelude::*;
use std::ops::Range;

/// Which page of a list is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    /// This page, from 1.
    pub page: usize,
    /// How many there are, at least 1.
    pub pages: usize,
    per_page: usize,
    total: usize,
}

impl Paging {
    /// Reads `seite`. What is no page is the first one, and beyond the end is the last: a link
    /// that outlived the list still shows something.
    pub fn new(wanted: &str, total: usize, per_page: usize) -> Paging {
        let pages = total.div_ceil(per_page).max(1);
        let page = wanted.parse().unwrap_or(1).clamp(1, pages);
        Paging { page, pages, per_page, total }
    }

    /// The entries of this page.
    pub fn range(&self) -> Range<usize> {
        let start = (self.page - 1) * self.per_page;
        start..(start + self.per_page).min(self.total)
    }
}

/// The day whose order is shown. Links to further pages carry the date, so that whoever turns
/// pages around midnight stays in one order; older orders are nobody's business any more.
pub fn day_shown(wanted: &str, today: Date) -> Date {
    match (wanted.parse::<Date>(), today.yesterday()) {
        // `Date` also reads other forms than `YYYY-MM-DD`; only the canonical one counts.
        (Ok(day), Ok(yesterday)) if day == yesterday && day.to_string() == wanted => yesterday,
        _ => today,
    }
}

/// What links to other pages of a list keep: what is chosen, and the day of the order.
pub fn kept(chosen: &Fields, day: Date) -> Fields {
    let mut kept = chosen.clone();
    kept.0.push(("datum".to_owned(), day.to_string()));
    kept
}

/// The numbers that get a link: the ends, and those around this page.
fn numbered(page: usize, pages: usize) -> Vec<usize> {
    (1..=pages).filter(|n| *n == 1 || *n == pages || n.abs_diff(page) <= 3).collect()
}

/// Links to the pages of the list at `path`; `query` is what they keep. Nothing if there is only
/// one page.
pub fn pager(cx: &Context, path: &str, query: &Fields, paging: Paging) -> Option<AnyView> {
    let href = |page: usize| {
        let mut fields = query.clone();
        fields.0.push(("seite".to_owned(), page.to_string()));
        format!("{}{}", cx.href(path), fields.to_query())
    };
    let Paging { page, pages, .. } = paging;
    let mut last = 0;
    let numbers = numbered(page, pages)
        .into_iter()
        .map(|n| {
            let gap = n > last + 1;
            last = n;
            view! {
                <li class:after-gap=gap>
                    <a href=href(n) aria-current=(n == page).then_some("page")>
                        <span class="visually-hidden">{cx.t(text::PAGE)}</span>
                        {n}
                    </a>
                </li>
            }
        })
        .collect_view();
    let back = (page > 1).then(|| {
        view! {
            <a class="arrow-link back" rel="prev" href=href(page - 1)>
                {icon::back()}
                " "
                {cx.t(text::BACK)}
            </a>
        }
    });
    let on = (page < pages).then(|| {
        view! {
            <a class="arrow-link" rel="next" href=href(page + 1)>
                {cx.t(text::ON)}
                " "
                {icon::arrow()}
            </a>
        }
    });
    (pages > 1).then(|| {
        view! {
            <nav class="pager" aria-label=cx.t(text::PAGES)>
                {back} <ol role="list">{numbers}</ol>
                <p class="position">{text::position(cx.lang(), page, pages)}</p>
                {on}
            </nav>
        }
        .into_any()
    })
}

#[cfg(test)]
mod tests {
    use super::{Paging, numbered};

    #[test]
    fn pages_cover_the_list_without_gap_or_overlap() {
        for total in [0, 1, 23, 24, 25, 48, 49, 1_000] {
            let pages = Paging::new("1", total, 24).pages;
            let shown: Vec<usize> =
                (1..=pages).flat_map(|n| Paging::new(&n.to_string(), total, 24).range()).collect();
            assert_eq!(shown, (0..total).collect::<Vec<_>>(), "{total}");
        }
    }

    #[test]
    fn a_thousand_pages_need_nine_links() {
        assert_eq!(numbered(2, 4), [1, 2, 3, 4]);
        assert_eq!(numbered(500, 1_000), [1, 497, 498, 499, 500, 501, 502, 503, 1_000]);
        assert_eq!(numbered(1, 1_000), [1, 2, 3, 4, 1_000]);
    }

    #[test]
    fn what_is_no_page_shows_one_all_the_same() {
        for (wanted, page) in [("", 1), ("0", 1), ("-1", 1), ("zwei", 1), ("2", 2), ("99", 3)] {
            assert_eq!(Paging::new(wanted, 50, 24).page, page, "{wanted}");
        }
    }
}
