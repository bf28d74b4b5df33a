use crate::test_desk::{TestDesk, slot};
use crate::test_site::Answered;
use domain::meeting::MeetingPlace;

fn has(page: &Answered, words: &[&str]) {
    for word in words {
        assert!(page.html.contains(word), "{word} is missing in {}", page.html);
    }
}

#[tokio::test]
async fn wishes_stand_beside_the_free_times_and_other_times_replace_the_old() {
    let desk = TestDesk::new().await;
    let (request, firm) = desk.request("Bäckerei Eins").await;
    let slots = [slot(2, 11), slot(3, 11)];
    let meeting = desk.meeting(&request, MeetingPlace::Room, &desk.coordinator, &slots).await;
    let id = meeting.id.to_string();
    let wish = [
        ("meeting", id.as_str()),
        ("slot", "none"),
        ("wish-1-day", "2026-12-09"),
        ("wish-1-part", "10:30"),
        ("wish-2-day", "2026-12-10"),
        ("wish-2-part", "morning"),
        ("message", "Nachmittags ist <b>Ware</b> da."),
    ];
    assert_eq!(desk.site.post(&format!("{firm}/termine"), &wish).await.status, 303);

    let here = format!("/mitarbeit/anfragen/{request}");
    let shown = desk.site.get(&here).await;
    has(&shown, &["keine Zeit passte", "Mittwoch, 9. Dezember, 10:30 Uhr", "vormittags"]);
    has(&shown, &["Nachmittags ist &lt;b", "Andere Zeiten anbieten"]);
    let path = format!("{here}/termine?treffen={id}");
    let page = desk.site.get(&path).await;
    has(&page, &["Was die anderen sagen", "Donnerstag, 10. Dezember, vormittags"]);
    assert!(!page.html.contains("name=\"dauer\"><option"), "the duration stays");
    // The week of the wishes is the one that is shown, and what fits is marked.
    let starts = [slot(9, 10).start().plus_minutes(30), slot(10, 10).start()];
    for start in starts {
        let value = format!("value=\"{}\"", start.0);
        let (_, rest) = page.html.split_once(&value).expect("a free start");
        let (label, _) = rest.split_once("</label>").unwrap();
        assert!(label.contains("Wunsch"), "{label}");
    }
    let version = page.hidden_value("version").unwrap();
    let times = starts.map(|start| start.0.to_string());
    let form = [
        ("version", version.as_str()),
        ("treffen", id.as_str()),
        ("zeit", times[0].as_str()),
        ("zeit", times[1].as_str()),
    ];
    let send = format!("{here}/termine");
    for _ in 0..2 {
        let done = desk.site.post(&send, &form).await;
        assert_eq!((done.status, done.to.as_str()), (303, here.as_str()));
    }
    let shown = desk.site.get(&here).await;
    assert_eq!(shown.html.matches("id=\"treffen-").count(), 1, "the same meeting");
    let firms = desk.site.get(&firm).await;
    has(&firms, &["Mittwoch, 9. Dezember", "10:30 bis 11:15 Uhr"]);
    // Somebody with an old page is told.
    let late = [form[0], form[1], ("zeit", times[1].as_str())];
    assert_eq!(desk.site.post(&send, &late).await.status, 409);
}

#[tokio::test]
async fn a_move_that_cannot_be_says_why() {
    let desk = TestDesk::new().await;
    let (first, _) = desk.request("Bäckerei Eins").await;
    let (second, _) = desk.request("Schlosserei Zwei").await;
    let room = MeetingPlace::Room;
    let meeting = desk.meeting(&first, room, &desk.coordinator, &[slot(2, 11)]).await;
    desk.meeting(&second, room, &desk.adviser, &[slot(3, 11)]).await;
    let path = format!("/mitarbeit/anfragen/{first}/treffen/{}/verlegen", meeting.id);
    let version = meeting.version.to_string();
    for (to, status, words) in [
        (slot(3, 11), 409, "Diese Zeit ist inzwischen vergeben"),
        (slot(3, 8), 422, "Zu dieser Zeit ist geschlossen"),
    ] {
        let form = [("version", version.as_str()), ("neu", &to.start().0.to_string())];
        let refused = desk.site.post(&path, &form).await;
        assert_eq!(refused.status, status, "{words}");
        has(&refused, &[words, "Mittwoch, 2. Dezember, 11:00 bis 11:45 Uhr"]);
    }
}
