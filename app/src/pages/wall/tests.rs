use crate::testing::{TODAY, examples, get, on, page};
use crate::ui::pager::day_shown;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use std::process::Command;

#[test]
fn only_today_and_yesterday_have_an_order() {
    let today = date(2027, 1, 1);
    for (wanted, day) in [
        ("", today),
        ("2027-01-01", today),
        ("2026-12-31", date(2026, 12, 31)),
        ("2026-12-30", today),
        ("2027-01-02", today),
        ("20261231", today),
        ("2026-12-31T00:00", today),
        ("gestern", today),
    ] {
        assert_eq!(day_shown(wanted, today), day, "{wanted}");
    }
}

/// The providers whose cards the wall shows on `day`, from top to bottom, on all its pages.
async fn shown(query: &str, day: Date) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for number in 1.. {
        let cx = on(get(&format!("/anbieter?{query}&seite={number}"), &examples()).await, day);
        let page = page(&cx).await.unwrap();
        let html = crate::render::html(cx, page).await;
        let cards = html.split("class=\"hook-grid\"").nth(1).unwrap_or_default();
        let cards = cards.split("</ul>").next().unwrap_or_default();
        let links = cards.split("href=\"/anbieter/").skip(1);
        let before = ids.len();
        for id in links.filter_map(|rest| rest.split('"').next()) {
            if !ids.iter().any(|known| known == id) {
                ids.push(id.to_owned());
            }
        }
        // Beyond the last page stands the last page.
        if ids.len() == before {
            break;
        }
    }
    ids
}

/// What the commands on the page about the order print on `day`.
async fn recomputed(day: Date) -> Vec<String> {
    let cx = on(get("/anbieter/reihenfolge", &examples()).await, day);
    let page = page(&cx).await.unwrap();
    let html = crate::render::html(cx, page).await;
    let commands = html.split("<code>").nth(1).and_then(|rest| rest.split("</code>").next());
    let commands = commands.unwrap().replace("&quot;", "\"").replace("&#39;", "'");
    let commands = commands.replace("&#x27;", "'").replace("&amp;", "&");
    assert!(commands.contains("sha256sum") && commands.contains("sort"), "{commands}");
    let output = Command::new("sh").arg("-c").arg(&commands).output().unwrap();
    assert!(output.status.success(), "{commands}");
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().filter_map(|line| line.split_whitespace().nth(1)).map(str::to_owned).collect()
}

#[tokio::test]
async fn sha256sum_and_sort_give_the_wall_of_thirty_days_and_every_filter() {
    let content = examples();
    let site = content.site().unwrap();
    let filters = site.goals.iter().map(|goal| format!("ziel={}", goal.id));
    let sectors = site.sectors.iter().map(|sector| format!("branche={}", sector.id));
    let both = site.goals.iter().zip(&site.sectors);
    let both = both.map(|(goal, sector)| format!("ziel={}&branche={}", goal.id, sector.id));
    let filters: Vec<String> = filters.chain(sectors).chain(both).collect();
    let (mut orders, mut cards, mut narrowed) = (std::collections::BTreeSet::new(), 0, 0);
    for n in 0..30 {
        let day = TODAY.checked_add(n.days()).unwrap();
        let rule = recomputed(day).await;
        assert!(rule.len() > 10, "only {} providers on {day}", rule.len());
        assert_eq!(shown("", day).await, rule, "{day}");
        // One filter a day, each several times within the thirty days.
        let filter = &filters[usize::try_from(n).unwrap() % filters.len()];
        let some = shown(filter, day).await;
        let kept: Vec<&String> = rule.iter().filter(|id| some.contains(id)).collect();
        assert_eq!(some.iter().collect::<Vec<_>>(), kept, "{day} {filter}");
        assert!(some.len() < rule.len(), "{filter} leaves nobody out");
        cards += rule.len();
        narrowed += some.len();
        orders.insert(rule);
    }
    println!("30 days, {cards} cards, {narrowed} of them with filters");
    assert!(orders.len() == 30 && narrowed > 30, "{} orders, {narrowed} cards", orders.len());
}
