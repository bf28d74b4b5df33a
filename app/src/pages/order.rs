//! `/anbieter/reihenfolge`: the rule behind the order of the wall, and how to check it.

use crate::context::{Context, Cx, Outcome, Page};
use crate::text::{common, wall as text};
use crate::ui::crumbs::crumbs;
use crate::ui::pager::day_shown;
use domain::order;
use jiff::civil::Date;
use leptos::prelude::*;
use std::fmt::Write as _;

/// The rule, today's keys and the commands that recompute them.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let (title, description) = (cx.t(text::ORDER_TITLE), cx.t(text::ORDER_LEAD));
    Page::new(title, move || view(&cx)).description(description).main_class("legal").ok()
}

/// Commands that print the keys and ids of `day` in the order of the wall.
fn snippet(day: Date, ids: &[&str]) -> String {
    let mut lines = String::from("for id in");
    let mut sorted = ids.to_vec();
    // Alphabetical, so that the list itself does not give the result away.
    sorted.sort_unstable();
    for id in sorted {
        // Writing to a String cannot fail.
        let _ = write!(lines, " \\\n  {id}");
    }
    let _ = write!(
        lines,
        "\ndo\n  printf '{day}\\n%s' \"$id\" | sha256sum | sed \"s/-$/$id/\"\ndone | LC_ALL=C sort\n"
    );
    lines
}

fn view(cx: &Context) -> AnyView {
    let day = day_shown(cx.query.get("datum"), cx.today);
    let wall = cx.content.wall(day);
    let ids: Vec<&str> = wall.iter().map(|provider| provider.meta.id.as_str()).collect();
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
                    <code>{snippet(day, &ids)}</code>
                </pre>
            </section>
            {table(cx, day, &ids)}
        </div>
    }
    .into_any()
}

fn table(cx: &Context, day: Date, ids: &[&str]) -> AnyView {
    let rows = ids
        .iter()
        .enumerate()
        .map(|(index, id)| {
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
        let mut ids = ["demir-digital", "klarplan", "so-netztechnik", "bildschnitt", "tourenwerk"];
        order::sort(&mut ids, day, |id| id);
        let output = Command::new("sh").arg("-c").arg(snippet(day, &ids)).output().unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        let want: Vec<String> =
            ids.iter().map(|id| format!("{}  {id}", order::key(day, id))).collect();
        assert_eq!(printed.lines().collect::<Vec<_>>(), want);
    }
}
