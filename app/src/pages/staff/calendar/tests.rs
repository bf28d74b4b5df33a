use crate::test_desk::{TestDesk, slot};
use crate::test_site::Answered;
use backend::{Actor, staff};
use domain::meeting::MeetingPlace;
use jiff::civil::date;

fn has(page: &Answered, words: &[&str]) {
    assert_eq!(page.status, 200);
    for word in words {
        assert!(page.html.contains(word), "{word} is missing in {}", page.html);
    }
}

fn lacks(page: &Answered, words: &[&str]) {
    for word in words {
        assert!(!page.html.contains(word), "{word} in {}", page.html);
    }
}

/// A booked conversation of the coordinator in the room, and one of the adviser on the telephone at
/// the same time.
async fn two_at_a_time() -> TestDesk {
    let desk = TestDesk::new().await;
    let (first, _) = desk.request("Bäckerei Eins").await;
    let (second, _) = desk.request("Schlosserei Zwei").await;
    desk.meeting(&first, MeetingPlace::Room, &desk.coordinator, &[slot(2, 11)]).await;
    desk.meeting(&second, MeetingPlace::Phone, &desk.adviser, &[slot(2, 11)]).await;
    desk
}

#[tokio::test]
async fn a_day_a_week_and_a_list_show_the_same_meetings() {
    let desk = two_at_a_time().await;
    for shape in ["tag", "woche", "liste"] {
        let address = format!("/mitarbeit/kalender?ansicht={shape}&tag=2026-12-02");
        let page = desk.site.get(&address).await;
        has(&page, &["Bäckerei Eins", "Schlosserei Zwei", "Karla Jung", "Bea Meier"]);
        let current = "aria-current=\"page\">";
        assert!(page.html.matches(current).count() >= 2, "the menu and the layout");
    }
    let week = desk.site.get("/mitarbeit/kalender?tag=2026-12-02").await;
    has(&week, &["lane-1 lanes-2", "lane-2 lanes-2", "30. November bis 5. Dezember 2026"]);
    has(&week, &["tag=2026-11-25", "tag=2026-12-09", "aria-label=\"Nächste Woche\""]);
    let day = desk.site.get("/mitarbeit/kalender?ansicht=tag&tag=2026-12-02").await;
    has(&day, &["Mittwoch, 2. Dezember 2026", "aria-label=\"Bea Meier\"", "tag=2026-12-03"]);
    lacks(&day, &["lanes-2"]);
    let later = desk.site.get("/mitarbeit/kalender?ansicht=liste&tag=2026-12-03").await;
    has(&later, &["Nichts eingetragen", "3. Dezember bis 30. Dezember 2026"]);
}

#[tokio::test]
async fn one_sees_the_own_calendar_the_rooms_or_everybodys() {
    let desk = two_at_a_time().await;
    let address = "/mitarbeit/kalender?ansicht=liste&tag=2026-12-02";
    let own = desk.site.get(&format!("{address}&wer=ich")).await;
    has(&own, &["Bäckerei Eins", "value=\"ich\" selected"]);
    lacks(&own, &["Schlosserei Zwei"]);
    let room = desk.site.get(&format!("{address}&wer=raum")).await;
    lacks(&room, &["Schlosserei Zwei"]);
    // What cannot be read is the usual.
    let odd = desk.site.get("/mitarbeit/kalender?ansicht=x&wer=y&tag=gestern").await;
    has(&odd, &["23. bis 28. November 2026", "value=\"alle\" selected"]);
    for far in ["9999-12-31", "-9999-01-01"] {
        for shape in ["tag", "woche", "liste"] {
            let address = format!("/mitarbeit/kalender?ansicht={shape}&tag={far}");
            assert_eq!(desk.site.get(&address).await.status, 200, "{shape} {far}");
        }
    }
}

#[tokio::test]
async fn what_has_become_impossible_is_named_with_a_way_out() {
    let desk = two_at_a_time().await;
    let quiet = desk.site.get("/mitarbeit/kalender/konflikte").await;
    has(&quiet, &["Alles passt zusammen", "href=\"/mitarbeit/kalender\""]);
    let (backend, by) = (&desk.site.app.backend, Actor::System);
    let day = date(2026, 12, 2);
    staff::add_absence(backend, "dortmund", &desk.adviser, (day, day), &by).await.unwrap();
    let page = desk.site.get("/mitarbeit/kalender?tag=2026-12-02").await;
    has(&page, &["Ein Termin kann so nicht stattfinden.", "/mitarbeit/kalender/konflikte"]);
    assert_eq!(page.html.matches("class=\"clash\"").count(), 1);
    let list = desk.site.get("/mitarbeit/kalender/konflikte").await;
    has(&list, &["Schlosserei Zwei", "Bea Meier ist an diesem Tag abwesend.", "#treffen-"]);
    has(&list, &["Verlegen, absagen oder Ort und Gastgeber ändern"]);
    lacks(&list, &["Bäckerei Eins"]);
}

#[tokio::test]
async fn a_sheet_lies_on_the_table_and_another_does_not() {
    let desk = TestDesk::new().await;
    let (request, _) = desk.request("Bäckerei Eins").await;
    let meeting = desk.meeting(&request, MeetingPlace::Room, &desk.adviser, &[slot(2, 11)]).await;
    let here = format!("/mitarbeit/anfragen/{request}");
    let path = format!("{here}/treffen/{}/blatt", meeting.id);
    has(&desk.site.get(&here).await, &[&format!("href=\"{path}\"")]);
    let table = desk.site.get(&path).await;
    has(&table, &["Mittwoch, 2. Dezember 2026, 11:00 bis 11:45 Uhr", "Bäckerei Eins"]);
    has(&table, &["Martina Hoffmeister", "Bea Meier", "Unterschrift", "Alles läuft über Zettel."]);
    lacks(&table, &["0231 123456", "Nur für das Team"]);
    let team = desk.site.get(&format!("{path}?kopie=team")).await;
    has(&team, &["Nur für das Team", "0231 123456", "firma.example"]);
}
