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

#[tokio::test]
async fn firms_with_the_same_goal_are_asked_to_a_joint_meeting() {
    let desk = TestDesk::new().await;
    let mut firms = Vec::new();
    for name in ["Erste Quaste", "Zweite Quaste", "Dritte Quaste"] {
        firms.push(desk.request(name).await);
    }
    desk.site.mails().await;
    let here = format!("/mitarbeit/anfragen/{}", firms[0].0);
    let shown = desk.site.get(&here).await;
    has(&shown, &["Ähnliche Anfragen", "Drei Betriebe, gleiches Ziel", "gleiche Branche"]);
    has(&shown, &["Zweite Quaste", "Dritte Quaste", "name=\"mit\""]);
    let (second, third) = (firms[1].0.to_string(), firms[2].0.to_string());
    let path = format!("{here}/termine?mit={second}&mit={third}&ort=room&woche=2026-11-30");
    let page = desk.site.get(&path).await;
    has(&page, &["Gemeinsames Treffen vorschlagen", "Zweite Quaste", "Dritte Quaste"]);
    assert!(!page.html.contains("value=\"firm\""), "nobody is asked to another firm's house");
    assert!(!page.html.contains("id=\"anbieter\""), "and there is no provider");

    let version = page.hidden_value("version").unwrap();
    let times = [slot(2, 11), slot(3, 11)].map(|slot| slot.start().0.to_string());
    let form = [
        ("version", version.as_str()),
        ("ort", "room"),
        ("dauer", "45"),
        ("mit", second.as_str()),
        ("mit", third.as_str()),
        ("zeit", times[0].as_str()),
        ("zeit", times[1].as_str()),
    ];
    let send = format!("{here}/termine");
    for place in ["firm", "room", "room"] {
        let mut form = form.to_vec();
        form[1].1 = place;
        let done = desk.site.post(&send, &form).await;
        assert_eq!(done.status, if place == "firm" { 422 } else { 303 }, "{done:?}");
    }
    let mails = desk.site.mails().await;
    let asked: Vec<_> = mails.iter().filter(|(_, text)| text.contains("/status/")).collect();
    assert_eq!(asked.len(), 3, "one each");
    for (n, (request, link)) in firms.iter().enumerate() {
        let page = desk.site.get(link).await;
        has(&page, &["mit 2 weiteren Betrieben", "Lieber nicht gemeinsam"]);
        let desk_page = desk.site.get(&format!("/mitarbeit/anfragen/{request}")).await;
        has(&desk_page, &["Gemeinsames Treffen", "3 Betriebe: "]);
        for (other, name) in ["Erste Quaste", "Zweite Quaste", "Dritte Quaste"].iter().enumerate() {
            has(&desk_page, &[name]);
            if other != n {
                assert!(!page.html.contains(name), "{link} shows {name}");
                assert!(!asked[n].1.contains(name));
            }
        }
    }
    // Whoever says no is out, and pressing twice is no mistake.
    let meeting = desk.site.get(&firms[1].1).await.hidden_value("meeting").unwrap();
    for _ in 0..2 {
        let form = [("meeting", meeting.as_str())];
        let done = desk.site.post(&format!("{}/absagen", firms[1].1), &form).await;
        assert_eq!((done.status, done.to), (303, format!("{}?getan=nicht-dabei", firms[1].1)));
    }
    has(&desk.site.get(&here).await, &["2 Betriebe: "]);
    has(&desk.site.get(&firms[0].1).await, &["mit einem weiteren Betrieb"]);
    assert!(!desk.site.get(&firms[1].1).await.html.contains("Gemeinsames Treffen mit"));
}
