//! `werkbank pages`: every page a browser can open, from the route table and the content, so that
//! suites visit all of them and none is forgotten.

use crate::config::Config;
use app::open::addresses::addresses;
use app::routes::{Bundle, Method, On, ROUTES, Route};
use backend::content::load;
use backend::{Clock as _, SystemClock};
use domain::Place;
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
    /// An address to open; none if it needs a token or an id of the database, or is no page.
    address: Option<String>,
    /// The code of a `Right`: `public`, `link`, `staff`, `requests` and so on.
    right: &'a str,
    /// `web`, `kiosk` or `desk`; `data` for what is no page.
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
            for address in open(route, place, &content, today) {
                let line = Line {
                    name: route.name,
                    method: if route.method == Method::Get { "GET" } else { "POST" },
                    path: path.clone(),
                    address,
                    right: route.right.code(),
                    surface: if is_page(route) { place.surface.tag() } else { "data" },
                    lang: place.lang.tag(),
                    islands: matches!(route.bundle, Bundle::Public | Bundle::Desk),
                };
                println!("{}", serde_json::to_string(&line).map_err(|error| error.to_string())?);
            }
        }
    }
    Ok(())
}

/// The addresses of a route; none is known if it needs a token or an id of the database.
fn open(route: &Route, place: Place, content: &Content, today: Date) -> Vec<Option<String>> {
    let known = addresses(route, content, today);
    if known.is_empty() {
        return vec![None];
    }
    known.into_iter().map(|address| Some(place.href(&address.path))).collect()
}

/// Whether a person looks at the answer.
fn is_page(route: &Route) -> bool {
    route.on != On::Data && route.bundle != Bundle::Part
}
