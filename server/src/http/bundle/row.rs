//! Which row of the route table answers an address of the kiosk.

use app::routes::{Method, ROUTES, Route};
use domain::{Place, Surface};

/// The row that shows a page at this path, with the values of its parameters; only a page that is
/// the same for everybody can be kept.
pub fn find(path: &str) -> Option<(&'static Route, Place, Vec<String>)> {
    let (place, rest) = Place::split(path);
    if place.surface != Surface::Kiosk {
        return None;
    }
    let rows = ROUTES.iter().filter(|route| {
        route.method == Method::Get && route.cached && route.on.places().contains(&place)
    });
    // As the router does: a path that is written out goes before one with a parameter.
    let found = rows.filter_map(|route| Some((route, parameters(route.path, rest)?)));
    let (route, params) = found.min_by_key(|(_, params)| params.len())?;
    Some((route, place, params))
}

/// The values of `{…}` in a path, if it is one of these.
fn parameters(pattern: &str, path: &str) -> Option<Vec<String>> {
    let (mut given, mut params) = (path.split('/'), Vec::new());
    for part in pattern.split('/') {
        let value = given.next()?;
        if part.starts_with('{') && !value.is_empty() {
            params.push(value.to_owned());
        } else if part != value {
            return None;
        }
    }
    given.next().is_none().then_some(params)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_finds_its_row() {
        let name = |path: &str| find(path).map(|(route, _, params)| (route.name, params));
        let one = |name, value: &str| Some((name, vec![value.to_owned()]));
        assert_eq!(name("/kiosk"), Some(("kiosk_attract", vec![])));
        assert_eq!(name("/kiosk/en/start"), Some(("kiosk_start", vec![])));
        assert_eq!(name("/kiosk/geschichten/naehkurs"), one("kiosk_story", "naehkurs"));
        assert_eq!(
            name("/kiosk/ls/geschichten/naehkurs/mitnehmen"),
            one("kiosk_take_story", "naehkurs")
        );
        assert_eq!(name("/kiosk/anbieter/reihenfolge"), Some(("order", vec![])));
        assert_eq!(name("/kiosk/anbieter/klarplan"), one("kiosk_provider", "klarplan"));
        assert_eq!(name("/kiosk/merkzettel"), None, "not the same for everybody");
        assert_eq!(name("/geschichten"), None, "not at the kiosk");
        assert_eq!(name("/kiosk/geschichten/"), None);
        assert_eq!(name("/kiosk/a/b/c/d"), None);
    }
}
