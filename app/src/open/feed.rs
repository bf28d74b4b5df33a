//! `/feed/{lang}`: the newest stories as an Atom feed (RFC 4287), whole, so that a reader or
//! another Werkbank can show them.

use super::xml::escape;
use crate::context::{Context, Cx, Outcome, PageError};
use crate::text::{common, home};
use domain::content::Story;
use domain::{Lang, Place};
use jiff::civil::Date;
use std::fmt::Write as _;

/// The most a feed holds.
const MOST: usize = 50;

/// The feed in the language the address names.
pub async fn page(cx: Cx) -> Outcome {
    let lang = Lang::parse(cx.param(0)).ok_or(PageError::NotFound)?;
    let site = cx.site()?;
    let mut stories = cx.content.stories_of(cx.today);
    // The newest first; the sort is stable, so those of one day keep their neutral order.
    stories.sort_by_key(|story| std::cmp::Reverse(story.published));
    stories.truncate(MOST);
    let updated = stories.iter().map(|story| changed(story)).max().unwrap_or(cx.today);
    let own = cx.public(&format!("/feed/{}", cx.param(0)));
    let mut xml = format!(
        concat!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n",
            "<id>{own}</id>\n<title>{title}</title>\n<subtitle>{subtitle}</subtitle>\n",
            "<updated>{updated}</updated>\n<author><name>{author}</name></author>\n",
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n",
            "<link rel=\"alternate\" type=\"text/html\" hreflang=\"{lang}\" href=\"{page}\"/>\n",
        ),
        lang = lang.tag(),
        own = escape(&own),
        title = escape(common::PRODUCT.get(lang)),
        subtitle = escape(home::DESCRIPTION.get(lang)),
        updated = moment(updated),
        author = escape(&site.operator.name),
        page = escape(&cx.public(&Place::web(lang).href("/geschichten"))),
    );
    for story in stories {
        entry(&mut xml, &cx, lang, story);
    }
    xml.push_str("</feed>\n");
    Ok(super::document("application/atom+xml; charset=utf-8", xml))
}

/// The day a story last changed: its facts are checked again after it was published.
fn changed(story: &Story) -> Date {
    story.meta.checked_on.unwrap_or(story.published).max(story.published)
}

/// A day as a moment (RFC 3339). Entries carry days; noon in Berlin is on that day everywhere in
/// Europe.
fn moment(day: Date) -> String {
    format!("{day}T11:00:00Z")
}

fn entry(xml: &mut String, cx: &Context, lang: Lang, story: &Story) {
    let (words, real) = story.text.get(lang);
    let address = cx.public(&Place::web(lang).href(&format!("/geschichten/{}", story.meta.id)));
    let body = words.body.for_place(Place::web(lang));
    // Links of the text begin at the root; a reader needs to know whose.
    let base = escape(&cx.public("/"));
    let label = if story.meta.example {
        format!("[{}] ", common::EXAMPLE_STORY.get(lang))
    } else {
        String::new()
    };
    // Writing to a String cannot fail.
    let _ = write!(
        xml,
        concat!(
            "<entry xml:lang=\"{lang}\" xml:base=\"{base}\">\n<id>{id}</id>\n<title>{label}{title}</title>\n",
            "<published>{published}</published>\n<updated>{updated}</updated>\n",
            "<link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>\n",
            "<summary>{teaser}</summary>\n<content type=\"html\">{body}</content>\n",
        ),
        lang = real.tag(),
        base = base,
        // The address without a language: the same story in every feed is the same entry.
        id = escape(&cx.public(&format!("/geschichten/{}", story.meta.id))),
        label = escape(&label),
        title = escape(&words.title),
        published = moment(story.published),
        updated = moment(changed(story)),
        address = escape(&address),
        teaser = escape(&words.teaser),
        body = escape(&format!("<p>{}</p>{body}", escape(&words.lead))),
    );
    for goal in &story.goals {
        let label = cx.site().map_or_else(|_| goal.clone(), |site| site.goal(goal, lang));
        let _ = writeln!(xml, "<category term=\"{}\" label=\"{}\"/>", escape(goal), escape(&label));
    }
    xml.push_str("</entry>\n");
}
