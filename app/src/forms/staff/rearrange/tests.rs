use crate::test_desk::{TestDesk, slot};
use crate::test_site::Answered;
use domain::meeting::MeetingPlace;

fn has(page: &Answered, words: &[&str]) {
    for word in words {
        assert!(page.html.contains(word), "{word} is missing in {}", page.html);
    }
}

#[tokio::test]
async fn place_and_host_change_on_a_page_of_their_own() {
    let desk = TestDesk::new().await;
    let (request, firm) = desk.request("Bäckerei Eins").await;
    let meeting =
        desk.meeting(&request, MeetingPlace::Room, &desk.coordinator, &[slot(2, 11)]).await;
    let here = format!("/mitarbeit/anfragen/{request}");
    let path = format!("{here}/treffen/{}/aendern", meeting.id);
    has(&desk.site.get(&here).await, &["Gastgeber: Karla Jung", &format!("href=\"{path}\"")]);
    let page = desk.site.get(&path).await;
    has(&page, &["Mittwoch, 2. Dezember, 11:00 bis 11:45 Uhr", "value=\"room\" selected"]);
    let version = page.hidden_value("version").unwrap();
    let adviser = desk.adviser.to_string();

    let nowhere = [("version", version.as_str()), ("ort", "mond"), ("gastgeber", "niemand")];
    let back = desk.site.post(&path, &nowhere).await;
    assert_eq!(back.status, 422);
    has(&back, &["<title>Fehler: ", "href=\"#ort\"", "href=\"#gastgeber\""]);

    let form = [
        ("version", version.as_str()),
        ("ort", "phone"),
        ("anderswo", "0231 <b>123</b>"),
        ("gastgeber", adviser.as_str()),
    ];
    for _ in 0..2 {
        let done = desk.site.post(&path, &form).await;
        assert_eq!((done.status, done.to), (303, format!("{here}#treffen-{}", meeting.id)));
    }
    let shown = desk.site.get(&here).await;
    has(&shown, &["am Telefon", "Gastgeber: Bea Meier, 0231 &lt;b"]);
    has(&shown, &["Ort oder Gastgeber geändert"]);
    let status = desk.site.get(&firm).await;
    has(&status, &["Am Telefon: 0231 &lt;b", "Bea Meier, Wirtschaftsförderung"]);

    // A page that was opened before.
    let late = [("version", version.as_str()), ("ort", "video"), ("gastgeber", adviser.as_str())];
    let late = desk.site.post(&path, &late).await;
    assert_eq!(late.status, 409);
    has(&late, &["Jemand war schneller", "value=\"phone\" selected"]);
}

#[tokio::test]
async fn a_taken_host_is_named_and_what_was_chosen_stays() {
    let desk = TestDesk::new().await;
    let (first, _) = desk.request("Bäckerei Eins").await;
    let (second, _) = desk.request("Schlosserei Zwei").await;
    let meeting =
        desk.meeting(&first, MeetingPlace::Phone, &desk.coordinator, &[slot(2, 11)]).await;
    desk.meeting(&second, MeetingPlace::Room, &desk.adviser, &[slot(2, 11)]).await;
    let path = format!("/mitarbeit/anfragen/{first}/treffen/{}/aendern", meeting.id);
    let version = desk.site.get(&path).await.hidden_value("version").unwrap();
    let adviser = desk.adviser.to_string();
    let form = [("version", version.as_str()), ("ort", "firm"), ("gastgeber", adviser.as_str())];
    let taken = desk.site.post(&path, &form).await;
    assert_eq!(taken.status, 409);
    has(&taken, &["Zu dieser Zeit ist der Raum oder der Gastgeber vergeben"]);
    has(&taken, &["value=\"firm\" selected", &format!("value=\"{adviser}\" selected")]);
    // Called off, there is nothing to change any more.
    let off = format!("/mitarbeit/anfragen/{first}/treffen/{}/absagen", meeting.id);
    assert_eq!(desk.site.post(&off, &[("version", &version)]).await.status, 303);
    assert_eq!(desk.site.get(&path).await.status, 303);
}
