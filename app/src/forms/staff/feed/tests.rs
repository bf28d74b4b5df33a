use crate::test_desk::{TestDesk, slot};
use crate::test_site::Answered;
use domain::meeting::MeetingPlace;

/// The path of the calendar's address on a page.
fn address(page: &Answered) -> String {
    assert_eq!(page.status, 200);
    let (_, rest) = page.html.split_once("https://werkbank.example/kalender/").expect("an address");
    format!("/kalender/{}", rest.split('"').next().unwrap())
}

#[tokio::test]
async fn an_address_is_shown_once_and_renewed_or_ended() {
    let desk = TestDesk::new().await;
    let (request, _) = desk.request("Bäckerei Eins").await;
    desk.meeting(&request, MeetingPlace::Room, &desk.coordinator, &[slot(2, 11)]).await;
    for (page, path) in [
        ("/mitarbeit/konto", "/mitarbeit/konto/kalender"),
        ("/mitarbeit/kalender", "/mitarbeit/kalender/abo"),
    ] {
        let before = desk.site.get(page).await;
        assert!(before.html.contains("Noch nicht eingerichtet."), "{}", before.html);
        let first = address(&desk.site.post(path, &[]).await);
        let calendar = desk.site.get(&first).await;
        assert_eq!((calendar.status, calendar.html.matches("BEGIN:VEVENT").count()), (200, 1));
        assert!(!calendar.html.contains("Eins") && !calendar.html.contains("Karla"));
        let after = desk.site.get(page).await;
        assert!(after.html.contains("Eingerichtet am 22. November 2026."));
        assert!(!after.html.contains("werkbank.example/kalender/"), "shown once");
        let second = address(&desk.site.post(path, &[]).await);
        assert_eq!(desk.site.get(&first).await.status, 404);
        assert_eq!(desk.site.get(&second).await.status, 200);
        // Without its ending it is no address.
        let bare = second.trim_end_matches(".ics");
        assert_eq!(desk.site.get(bare).await.html, "BadLink");
        let done = desk.site.post(&format!("{path}/beenden"), &[]).await;
        assert_eq!((done.status, done.to), (303, format!("{page}?getan=kalender")));
        assert_eq!(desk.site.get(&second).await.status, 404);
        let ended = desk.site.get(&format!("{page}?getan=kalender")).await;
        assert!(ended.html.contains("Die Adresse gilt nicht mehr."), "{}", ended.html);
    }
    desk.site.sign_in(&desk.adviser).await;
    assert_eq!(desk.site.post("/mitarbeit/kalender/abo", &[]).await.status, 403);
    let page = desk.site.get("/mitarbeit/kalender").await;
    assert!(!page.html.contains("Kalender-Abo"), "the room's is the coordination's");
}
