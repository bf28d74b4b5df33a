use super::{MENU, OFFERED, resolve};
use crate::testing::{examples, get, html_with};
use domain::Slug;
use domain::content::Content;
use domain::request::{Field, RequestForm};
use std::sync::Arc;

/// The examples and so many firms more that no menu holds them; two are called the same.
fn many() -> Arc<Content> {
    let few = examples();
    let mut many = Content::clone(&few);
    let model = few.providers.values().next().unwrap();
    for n in 0..MENU {
        let mut provider = model.clone();
        provider.meta.id = Slug::parse(&format!("betrieb-{n}")).unwrap();
        let name = if n < 2 { "Zwillingswerk".to_owned() } else { format!("Werkstätte {n}xyz") };
        provider.text.de.title = name.clone();
        if let Some(words) = &mut provider.text.en {
            words.title = name;
        }
        many.providers.insert(provider.meta.id.clone(), provider);
    }
    Arc::new(many)
}

async fn resolved(content: &Arc<Content>, typed: &[&str]) -> Vec<String> {
    let cx = get("/anfrage", content).await;
    let form = RequestForm::from_pairs(typed.iter().map(|name| (Field::Provider.code(), *name)));
    resolve(&cx, &form).all(Field::Provider).map(str::to_owned).collect()
}

#[tokio::test]
async fn a_name_that_leaves_no_doubt_becomes_its_firm() {
    let content = many();
    assert_eq!(resolved(&content, &["klarplan"]).await, ["klarplan"]);
    assert_eq!(resolved(&content, &["Werkstätte 7xyz"]).await, ["betrieb-7"]);
    let two = resolved(&content, &["werkstaette 7xyz", "TOURENWERK"]).await;
    assert_eq!(two, ["betrieb-7", "tourenwerk"]);
    for doubtful in ["Zwillingswerk", "Werkstätte", "nie gehört", "<script>", "\u{0}"] {
        assert_eq!(resolved(&content, &[doubtful]).await, [doubtful], "{doubtful}");
    }
}

#[tokio::test]
async fn a_wall_too_long_for_a_menu_asks_for_names() {
    let few = html_with("/anfrage", &examples()).await;
    assert_eq!(few.matches("name=\"provider\"").count(), 3);
    assert!(few.contains("<select id=\"provider-2\""), "{few}");
    let many = html_with("/anfrage", &many()).await;
    assert_eq!(many.matches("name=\"provider\"").count(), 3);
    assert!(many.contains("<input id=\"provider-2\"") && !many.contains("<select id=\"provider"));
    // A tenth more than with few firms, not a multiple.
    assert!(many.len() < few.len() * 11 / 10, "{} after {}", many.len(), few.len());
}

#[tokio::test]
async fn who_came_with_a_firm_finds_it_chosen() {
    let html = html_with("/anfrage?anbieter=betrieb-7", &many()).await;
    let menu = html.split("<select id=\"provider\"").nth(1).unwrap();
    let menu = menu.split("</select>").next().unwrap();
    assert_eq!(menu.matches("<option").count(), 2, "{menu}");
    assert!(menu.contains("value=\"betrieb-7\" selected"), "{menu}");
}

#[tokio::test]
async fn a_name_of_several_offers_a_few() {
    let cx = get("/anfrage", &many()).await;
    for (typed, offered) in [("Zwillingswerk", 2), ("Werkstätte", OFFERED)] {
        let form = RequestForm::from_pairs([(Field::Provider.code(), typed)]);
        let html = crate::render::part(super::wishes(&cx, &form, &[]));
        let menu = html.split("<select id=\"provider\"").nth(1).unwrap();
        let menu = menu.split("</select>").next().unwrap();
        assert_eq!(menu.matches("<option").count(), offered + 1, "{menu}");
    }
    let form = RequestForm::from_pairs([(Field::Provider.code(), "nie gehört")]);
    let html = crate::render::part(super::wishes(&cx, &form, &[]));
    assert!(html.contains("value=\"nie gehört\""), "{html}");
}
