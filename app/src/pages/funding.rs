//! `/foerderung`: programmes that are open today.

use crate::context::{Context, Cx, Outcome, Page};
use crate::facet::{Facet, Held, Narrowing};
use crate::text::{common, funding as text, story};
use crate::ui::filters::{self, Shelf};
use crate::ui::funding_card;
use crate::ui::pager::{self, Paging};
use domain::content::{Funding, Site};
use domain::{Lang, order};
use leptos::prelude::*;

const PATH: &str = "/foerderung";

/// Cards on one page.
const PER_PAGE: usize = 24;

/// The list.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let (title, description) = (cx.t(common::NAV_FUNDING), cx.t(text::LEAD));
    let view = move || cx.site().ok().map(|site| view(&cx, site)).into_any();
    Page::new(title, view).description(description).ok()
}

/// A programme that names no goal, sector or size is for all of them.
fn facets(site: &Site, lang: Lang) -> Vec<Facet<Funding>> {
    vec![
        Facet::goal(site, lang, |f: &Funding| Held::terms_or_all(&f.goals)),
        Facet::sector(site, lang, |f| Held::terms_or_all(&f.sectors)),
        Facet::size(lang, |f| if f.sizes.is_empty() { Held::All } else { Held::Sizes(&f.sizes) }),
    ]
}

fn view(cx: &Context, site: &Site) -> AnyView {
    let day = pager::day_shown(cx.query.get("datum"), cx.today);
    // Yesterday's order, but nothing that ended with it.
    let mut open = cx.content.open_funding(cx.today);
    order::sort(&mut open, day, |programme| programme.meta.id.as_str());
    let list = Narrowing::new(&cx.query, facets(site, cx.lang()), open);
    let hits = list.hits();
    let paging = Paging::new(cx.query.get("seite"), hits.len(), PER_PAGE);
    let cards = hits[paging.range()]
        .iter()
        .map(|f| view! { <li>{funding_card::funding_card(cx, site, f)}</li> })
        .collect_view();
    let cards = view! {
        <ul class="stack gap-6" role="list">
            {cards}
        </ul>
    };
    let invented = hits.iter().any(|f| f.meta.example).then(|| cx.t(text::INVENTED));
    let note = view! {
        <p class="small muted mt-5">
            {cx.t(story::ORDER_NOTE)} " " {invented}
        </p>
    };
    let shelf = Shelf {
        hits: text::hits(cx.lang(), hits.len(), list.all.len()),
        notice: None,
        list: cards.into_any(),
        paging: Some((paging, day)),
        otherwise: view! { <p>{cx.t(text::NONE)}</p> }.into_any(),
        note: note.into_any(),
    };
    view! {
        <div class="wrap page-head">
            <h1>{cx.t(common::NAV_FUNDING)}</h1>
            <p class="lead">{cx.t(text::LEAD)}</p>
        </div>
        {filters::frame(cx, PATH, &list, shelf)}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::facets;
    use crate::facet::Narrowing;
    use crate::testing::{TODAY, examples, get};
    use domain::Lang;

    #[tokio::test]
    async fn a_programme_for_everybody_passes_every_filter() {
        let content = examples();
        let site = content.site().unwrap();
        let all = content.open_funding(TODAY);
        let for_all = all.iter().filter(|f| f.goals.is_empty() && f.sectors.is_empty()).count();
        assert!(for_all > 0);
        for goal in &site.goals {
            for sector in &site.sectors {
                let address = format!("/foerderung?ziel={}&branche={}", goal.id, sector.id);
                let cx = get(&address, &content).await;
                let list = Narrowing::new(&cx.query, facets(site, Lang::De), all.clone());
                assert!(list.hits().len() >= for_all, "{address}");
            }
        }
    }
}
