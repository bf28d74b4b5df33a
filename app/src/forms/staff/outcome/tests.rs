use crate::test_desk::{TestDesk, slot};
use crate::test_site::Answered;
use backend::Id;
use domain::meeting::MeetingPlace;
use domain::staff::Role;

const ATTACK: &str = "</textarea><script>alert(1)</script>\"><img src=x>";

fn has(page: &Answered, words: &[&str]) {
    for word in words {
        assert!(page.html.contains(word), "{word} is missing in {}", page.html);
    }
}

/// A desk and a request whose firm answered after its meeting, seen by the coordinator.
async fn answered(answer: &str, more: &[(&str, &str)]) -> (TestDesk, Id) {
    let desk = TestDesk::new().await;
    let (request, link) = desk.request("Holzbau Deppe").await;
    let meeting = desk.meeting(&request, MeetingPlace::Phone, &desk.adviser, &[slot(2, 10)]).await;
    desk.site.clock.set(slot(4, 10).start());
    let id = meeting.id.to_string();
    let form = [("meeting", id.as_str()), ("frage", "after"), ("antwort", answer)];
    let form: Vec<(&str, &str)> = form.into_iter().chain(more.iter().copied()).collect();
    assert_eq!(desk.site.post(&format!("{link}/ergebnis"), &form).await.status, 303);
    desk.site.sign_in(&desk.coordinator).await;
    (desk, request)
}

#[tokio::test]
async fn a_good_answer_becomes_a_draft_that_nothing_typed_can_break_out_of() {
    let more = [("worte", ATTACK), ("zahlen", "900 Euro"), ("geschichte", "ja")];
    let (desk, request) = answered("worth_it", &more).await;
    let address = format!("/mitarbeit/anfragen/{request}");
    let page = desk.site.get(&address).await;
    has(
        &page,
        &["Ja, es hat sich gelohnt", "Geschichte: vorgeschlagen", "Darf auf eine Geschichte"],
    );
    has(
        &page,
        &["Betrieb nach dem Treffen: „Ja, es hat sich gelohnt“", "firm = \"Holzbau Deppe\""],
    );
    assert!(!page.html.contains("<script>alert") && !page.html.contains("<img src=x"));
    let file = desk.site.get(&format!("{address}/geschichte")).await;
    has(&file, &["+++\n", "firm = \"Holzbau Deppe\"", "LÜCKE", &format!("    {ATTACK}\n")]);

    let list = desk.site.get("/mitarbeit/ergebnisse").await;
    has(
        &list,
        &["Vorschläge für Geschichten", "Holzbau Deppe", "900 Euro", "Zurzeit nichts offen."],
    );
    has(&list, &["Geschichte: vorgeschlagen", "darf angesprochen werden"]);
    assert!(!list.html.contains("<script>alert") && !list.html.contains("<img src=x"));
    for state in ["taken", "aside", "aside"] {
        let done = desk.site.post(&format!("{address}/geschichte"), &[("stand", state)]).await;
        assert_eq!(done.to, address);
    }
    has(&desk.site.get(&address).await, &["Geschichte: zurückgelegt"]);
    has(&desk.site.get("/mitarbeit/ergebnisse").await, &["Zurzeit kein Vorschlag."]);
}

#[tokio::test]
async fn a_bad_answer_becomes_a_lesson() {
    let (desk, request) = answered("no_use", &[("worte", "Zu teuer.")]).await;
    let address = format!("/mitarbeit/anfragen/{request}");
    has(&desk.site.get("/mitarbeit/ergebnisse").await, &["Daraus lernen", "Zu teuer."]);
    let page = desk.site.get(&address).await;
    has(&page, &["Was lernen wir daraus?", "ohne Namen", "Es hat nichts gebracht"]);
    assert!(!page.html.contains("Entwurf zum Kopieren"));
    assert_eq!(desk.site.get(&format!("{address}/geschichte")).await.status, 404);
    let refused = desk.site.post(&format!("{address}/geschichte"), &[("stand", "taken")]).await;
    assert_eq!(refused.status, 422);
    let long = "x".repeat(401);
    let refused = desk.site.post(&format!("{address}/lehre"), &[("lehre", &long)]).await;
    assert_eq!(refused.status, 422);
    for _ in 0..2 {
        let form = [("lehre", "Erst fragen, <b>dann</b> rechnen.")];
        assert_eq!(desk.site.post(&format!("{address}/lehre"), &form).await.to, address);
    }
    let list = desk.site.get("/mitarbeit/ergebnisse").await;
    has(&list, &["Erst fragen, &lt;b&gt;dann&lt;/b&gt; rechnen.", "Zurzeit nichts offen."]);
    let lesson = list.hidden_value("lehre").unwrap();
    let done = desk.site.post("/mitarbeit/ergebnisse/lehre", &[("lehre", &lesson)]).await;
    assert_eq!(done.to, "/mitarbeit/ergebnisse?getan=entfernt");
    has(&desk.site.get(&done.to).await, &["Der Satz ist entfernt.", "Noch nichts aufgeschrieben."]);
}

#[tokio::test]
async fn who_does_not_work_on_requests_sees_no_answers() {
    let (desk, _) = answered("worth_it", &[]).await;
    for role in [Role::Curator, Role::Head, Role::Admin] {
        let person = desk.site.member(&format!("Person {}", role.code()), &[role]).await;
        desk.site.sign_in(&person).await;
        assert_eq!(desk.site.get("/mitarbeit/ergebnisse").await.status, 403, "{role:?}");
    }
    desk.site.sign_in(&desk.adviser).await;
    let page = desk.site.get("/mitarbeit/ergebnisse").await;
    assert!(!page.html.contains("href=\"/mitarbeit/ergebnisse/lehre\""), "{}", page.html);
}
