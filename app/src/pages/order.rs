//! `/anbieter/reihenfolge`: the rule behind the order of the wall, and how to check it.

use crate::context::{Context, Cx, Fields, Outcome, Page};
use crate::open::document;
use crate::text::{common, wall as text};
use crate::ui::crumbs::crumbs;
use crate::ui::pager::{Paging, day_shown, kept, pager};
use domain::order;
use jiff::civil::Date;
use leptos::prelude::*;

/// The rule, today's keys and the commands that recompute them.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let (title, description) = (cx.t(text::ORDER_TITLE), cx.t(text::ORDER_LEAD));
    Page::new(title, move || view(&cx)).description(description).main_class("legal").ok()
}

/// Firms on one page of the table, and at most in the commands themselves.
const PER_PAGE: usize = 24;

/// Where the ids stand for commands that would be too long with them.
const IDS: &str = "/anbieter/kennungen.txt";

/// The ids on the wall of a day, one a line.
pub async fn ids(cx: Cx) -> Outcome {
    let wall = cx.content.wall(day_shown(cx.query.get("datum"), cx.today));
    let mut lines = in_alphabet(wall.iter().map(|provider| provider.meta.id.as_str())).join("\n");
    lines.push('\n');
    Ok(document("text/plain; charset=utf-8", lines))
}

/// Sorted, so that the list itself does not give the result away.
fn in_alphabet<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    ids
}

/// Commands that print the keys and ids of `day` in the order of the wall: of these ids, or of
/// those at an address.
fn snippet(day: Date, ids: &[&str], address: &str) -> String {
    let each = if ids.len() > PER_PAGE {
        format!("curl -fsS '{address}' | while read -r id")
    } else {
        format!("for id in \\\n  {}", in_alphabet(ids.iter().copied()).join(" \\\n  "))
    };
    format!(
        "{each}\ndo\n  printf '{day}\\n%s' \"$id\" | sha256sum | sed \"s/-$/$id/\"\n\
         done | LC_ALL=C sort\n"
    )
}

fn view(cx: &Context) -> AnyView {
    let day = day_shown(cx.query.get("datum"), cx.today);
    let wall = cx.content.wall(day);
    let ids: Vec<&str> = wall.iter().map(|provider| provider.meta.id.as_str()).collect();
    let query = kept(&Fields::default(), day).to_query();
    let address = cx.app.public_url.clone() + IDS + &query;
    let paging = Paging::new(cx.query.get("seite"), ids.len(), PER_PAGE);
    let steps = text::RULE_STEPS.map(|step| view! { <li>{cx.t(step)}</li> }).collect_view();
    view! {
        <div class="wrap page-head">
            {crumbs(cx, &[(common::NAV_WALL, "/anbieter")])} <h1>{cx.t(text::ORDER_TITLE)}</h1>
            <p class="lead">{cx.t(text::ORDER_LEAD)}</p>
        </div>
        <div class="wrap stack gap-7 pb-section order-rule">
            <section class="prose" aria-labelledby="rule">
                <h2 id="rule" class="mt-0">
                    {cx.t(text::RULE)}
                </h2>
                <ol>{steps}</ol>
                <p>{cx.t(text::RULE_AFTER)}</p>
            </section>
            <section class="how-to-check" aria-labelledby="recompute">
                <h2 id="recompute" class="size-1">
                    {cx.t(text::RECOMPUTE)}
                </h2>
                <p>{cx.t(text::RECOMPUTE_LEAD)}</p>
                <pre tabindex="0" role="region" aria-label=cx.t(text::SNIPPET)>
                    <code>{snippet(day, &ids, &address)}</code>
                </pre>
            </section>
            {table(cx, day, &ids, paging)}
        </div>
    }
    .into_any()
}

fn table(cx: &Context, day: Date, ids: &[&str], paging: Paging) -> AnyView {
    let shown = paging.range();
    let pages = pager(cx, "/anbieter/reihenfolge", &kept(&Fields::default(), day), paging);
    let rows = ids[shown.clone()]
        .iter()
        .zip(shown)
        .map(|(id, index)| {
            let firm = cx.content.providers.get(*id).map(|p| p.text.text(cx.lang()).title.clone());
            view! {
                <tr>
                    <td>{index + 1}</td>
                    <th scope="row">
                        <a href=cx.href(&format!("/anbieter/{id}"))>{firm}</a>
                    </th>
                    <td>{(*id).to_owned()}</td>
                    <td>
                        <code>{order::key(day, id)}</code>
                    </td>
                </tr>
            }
        })
        .collect_view();
    let heading = text::table_of(cx.lang(), day);
    view! {
        <div>
            <h2 class="size-3">
                {heading.clone()}
            </h2>
            <div class="order-keys" tabindex="0" role="region" aria-label=heading>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{cx.t(text::PLACE)}</th>
                            <th scope="col">{cx.t(text::FIRM)}</th>
                            <th scope="col">{cx.t(text::ID)}</th>
                            <th scope="col">{cx.t(text::KEY)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {pages}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use std::process::Command;

    #[test]
    fn the_commands_print_the_order_of_the_wall() {
        let day = date(2026, 11, 22);
        for many in [5, PER_PAGE, PER_PAGE + 1, 500] {
            let ids: Vec<String> = (0..many).map(|n| format!("anbieter-{n}")).collect();
            let mut ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            order::sort(&mut ids, day, |id| id);
            let commands = snippet(day, &ids, "https://werkbank.example/ids");
            let fetch = "curl -fsS 'https://werkbank.example/ids'";
            assert_eq!(commands.contains(fetch), many > PER_PAGE);
            let list = format!("printf '%s\\n' {}", in_alphabet(ids.iter().copied()).join(" "));
            let commands = commands.replace(fetch, &list);
            let output = Command::new("sh").arg("-c").arg(commands).output().unwrap();
            let printed = String::from_utf8(output.stdout).unwrap();
            let want: Vec<String> =
                ids.iter().map(|id| format!("{}  {id}", order::key(day, id))).collect();
            assert_eq!(printed.lines().collect::<Vec<_>>(), want);
        }
    }
}
