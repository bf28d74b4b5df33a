//! `werkbank pages`: every page a browser can open, from the route table and the content, so that
//! suites visit all of them and none is forgotten.

use crate::config::Config;
use app::routes::{Method, ROUTES, Right, Route};
use backend::content::load;
use backend::{Clock as _, SystemClock};
use domain::content::Content;
use jiff::civil::Date;

/// One page.
#[derive(serde::Serialize)]
struct Line<'a> {
    /// The route's name.
    name: &'a str,
    /// `GET` or `POST`.
    method: &'a str,
    /// The route's path with its place's prefix, with `{…}`.
    path: String,
    /// An address to open; none if it needs a token or an id of the database.
    address: Option<String>,
    /// `public`, `link`, `staff` or `requests`.
    right: &'a str,
    /// `web`, `kiosk` or `desk`.
    surface: &'a str,
    /// `de` or `en`.
    lang: &'a str,
    /// Whether islands are on it.
    islands: bool,
}

/// Prints one JSON object a line.
pub fn print(config: &Config) -> Result<(), String> {
    let content =
        load(&config.content).content.ok_or("the texts have errors: werkbank check-content")?;
    let today = SystemClock.now().day();
    for route in ROUTES {
        for place in route.on.places() {
            let path = place.href(route.path);
            for address in addresses(route, &path, &content, today) {
                let line = Line {
                    name: route.name,
                    method: if route.method == Method::Get { "GET" } else { "POST" },
                    path: path.clone(),
                    address,
                    right: match route.right {
                        Right::Public => "public",
                        Right::Link => "link",
                        Right::Staff => "staff",
                        Right::Requests => "requests",
                    },
                    surface: place.surface.tag(),
                    lang: place.lang.tag(),
                    islands: route.bundle != app::routes::Bundle::None,
                };
                println!("{}", serde_json::to_string(&line).map_err(|error| error.to_string())?);
            }
        }
    }
    Ok(())
}

/// Every address of a route: its path, or one for each entry of the kind its path names that is on
/// show today.
fn addresses(route: &Route, path: &str, content: &Content, today: Date) -> Vec<Option<String>> {
    let Some((before, after)) = path.split_once("{id}") else {
        return vec![(!path.contains('{')).then(|| path.to_owned())];
    };
    let ids: Vec<&str> = match route.path.split('/').nth(1).unwrap_or_default() {
        "geschichten" => {
            content.stories_of(today).into_iter().map(|s| s.meta.id.as_str()).collect()
        }
        "anbieter" => content.wall(today).into_iter().map(|p| p.meta.id.as_str()).collect(),
        "foerderung" => {
            content.open_funding(today).into_iter().map(|f| f.meta.id.as_str()).collect()
        }
        "trends" => content.trends.keys().map(domain::Slug::as_str).collect(),
        "wegweiser" => content.signposts.keys().map(domain::Slug::as_str).collect(),
        "ziele" => {
            let goals =
                content.site().map(|site| site.goals.iter().map(|goal| goal.id.as_str()).collect());
            goals.unwrap_or_default()
        }
        _ => Vec::new(),
    };
    if ids.is_empty() || after.contains('{') {
        return vec![None];
    }
    ids.into_iter().map(|id| Some(format!("{before}{id}{after}"))).collect()
}
