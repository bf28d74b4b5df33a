use crate::test_desk::{TestDesk, slot};
use crate::test_site::{Answered, link_in};
use backend::meetings::{Meeting, NewMeeting};
use backend::{Id, outcomes, requests};
use domain::meeting::{MeetingKind, MeetingPlace};
use domain::sample::slug;

const FIRM: &str = "deppe@holzbau.example";

/// A firm that met demir-digital the day before yesterday.
struct Met {
    desk: TestDesk,
    request: Id,
    meeting: Meeting,
    link: String,
}

impl Met {
    async fn new() -> Met {
        let desk = TestDesk::new().await;
        let firm = [("firm", "Holzbau Deppe"), ("email", FIRM), ("person", "Rainer Deppe")];
        let link = desk.site.request(&firm).await;
        assert_eq!(desk.site.post(&format!("{link}/bestaetigen"), &[]).await.status, 303);
        let (backend, secret) = (&desk.site.app.backend, link.trim_start_matches("/status/"));
        let request = requests::status(backend, secret).await.unwrap().unwrap().request.id;
        let new = NewMeeting {
            kind: MeetingKind::Introduction,
            place: MeetingPlace::Phone,
            place_note: None,
            provider: Some(slug("demir-digital")),
            adviser: desk.adviser.clone(),
            others: Vec::new(),
            slots: vec![slot(2, 10)],
            agreed: true,
        };
        let meeting = desk.arranged(&request, new).await;
        desk.site.mails().await;
        desk.site.clock.set(slot(4, 10).start());
        Met { desk, request, meeting, link }
    }

    async fn page(&self) -> Answered {
        self.desk.site.get(&self.link).await
    }

    async fn send(&self, answer: &str, more: &[(&str, &str)]) -> Answered {
        let meeting = self.meeting.id.to_string();
        let form = [("meeting", meeting.as_str()), ("frage", "after"), ("antwort", answer)];
        let form: Vec<(&str, &str)> = form.into_iter().chain(more.iter().copied()).collect();
        self.desk.site.post(&format!("{}/ergebnis", self.link), &form).await
    }

    /// The texts of the questions, by recipient.
    async fn asked(&self) -> Vec<(String, String)> {
        let app = &self.desk.site.app;
        outcomes::ask(&app.backend, &app.content.content()).await.unwrap();
        self.desk.site.mails().await
    }

    /// How many answers there are.
    async fn answers(&self) -> usize {
        let (backend, viewer) = (&self.desk.site.app.backend, self.desk.viewer());
        let found = outcomes::of_request(backend, &viewer, &self.request).await.unwrap();
        found.outcomes.iter().filter(|outcome| outcome.told.is_some()).count()
    }
}

fn has(page: &Answered, words: &[&str]) {
    for word in words {
        assert!(page.html.contains(word), "{word} is missing in {}", page.html);
    }
}

#[tokio::test]
async fn a_link_marks_the_answer_and_only_the_button_sends_it() {
    let met = Met::new().await;
    let mails = met.asked().await;
    assert_eq!(mails.len(), 2, "{mails:?}");
    let (_, mail) = mails.iter().find(|(to, _)| to == FIRM).unwrap();
    let (_, rest) = mail.split_once("Es hat nichts gebracht:").unwrap();
    let link = link_in(rest);
    for _ in 0..3 {
        let page = met.desk.site.get(&link).await;
        has(&page, &["Was ist daraus geworden?", "Ihr Treffen mit Demir Digital am 2. Dezember"]);
        has(&page, &["value=\"no_use\" checked", "Ihr Treffen ist vorbei"]);
        assert!(!page.html.contains("value=\"worth_it\" checked"));
        assert!(!page.html.contains("Ihr Termin steht"), "it is not still to come");
    }
    assert_eq!(met.answers().await, 0, "looking changes nothing");
    for _ in 0..2 {
        let done = met.send("no_use", &[("worte", "Zu teuer.")]).await;
        assert_eq!((done.status, done.to), (303, format!("{}?getan=ergebnis", met.link)));
    }
    assert_eq!(met.answers().await, 1);
    let page = met.desk.site.get(&format!("{}?getan=ergebnis", met.link)).await;
    has(&page, &["Danke, Ihre Antwort ist gespeichert.", "Beantwortet am 4. Dezember 2026"]);
    has(&page, &["value=\"no_use\" checked", "Zu teuer.", "Sie haben geantwortet"]);
    // The mark of another link does not send anything either, but can be sent.
    let page = met.desk.site.get(&format!("{}?antwort=worth_it", met.link)).await;
    has(&page, &["value=\"worth_it\" checked"]);
    let page = met.desk.site.get(&format!("{}?antwort=unfug&treffen=x", met.link)).await;
    has(&page, &["value=\"no_use\" checked"]);
}

#[tokio::test]
async fn an_incomplete_answer_comes_back_with_everything_typed() {
    let met = Met::new().await;
    let back = met.send("", &[("worte", "Schwierig <b>"), ("geschichte", "ja")]).await;
    assert_eq!(back.status, 422);
    has(&back, &["Fehler: Ihre Anfrage", "href=\"#antwort\"", "id=\"antwort\""]);
    has(&back, &["Bitte wählen Sie eine der Antworten.", "Schwierig &lt;b&gt;"]);
    let long = "x".repeat(601);
    let back = met.send("worth_it", &[("zahlen", &long)]).await;
    assert_eq!(back.status, 422);
    has(&back, &["href=\"#zahlen\"", "höchstens 600 Zeichen", "value=\"worth_it\" checked"]);
    // Folded away, it is nothing to complain about.
    assert_eq!(met.send("under_way", &[("zahlen", &long)]).await.status, 303);
    assert_eq!(met.answers().await, 1);
}

#[tokio::test]
async fn a_firm_switches_the_questions_off_and_on() {
    let met = Met::new().await;
    has(&met.page().await, &["Wir fragen einmal nach einem Treffen", "Nicht mehr fragen"]);
    let address = format!("{}/nachfragen", met.link);
    for _ in 0..2 {
        let done = met.desk.site.post(&address, &[("fragen", "nein")]).await;
        assert_eq!(done.to, format!("{}?getan=keine-fragen", met.link));
    }
    let page = met.page().await;
    has(&page, &["Wir fragen Sie nicht mehr.", "Doch wieder fragen"]);
    assert!(!page.html.contains("Was ist daraus geworden?</h2>"), "{}", page.html);
    assert_eq!(met.asked().await.len(), 1, "the provider");
    let done = met.desk.site.post(&address, &[("fragen", "ja")]).await;
    assert_eq!(done.to, format!("{}?getan=fragen", met.link));
    has(&met.page().await, &["3, 6 und 12 Monate danach noch einmal", "Was ist daraus geworden?"]);
    assert_eq!(met.desk.site.post(&address, &[("fragen", "x")]).await.status, 404);
}

#[tokio::test]
async fn a_provider_answers_on_its_page() {
    let met = Met::new().await;
    let mails = met.asked().await;
    let (_, mail) = mails.iter().find(|(_, text)| text.contains("/termin/")).unwrap();
    let link = link_in(mail);
    let (path, _) = link.split_once('?').unwrap();
    let page = met.desk.site.get(&link).await;
    has(
        &page,
        &["Was ist daraus geworden?", "Ja, wir arbeiten zusammen", "erfährt Ihre Antwort nicht"],
    );
    has(&page, &["value=\"worth_it\" checked", "Ihr Treffen mit einem Betrieb am 2. Dezember"]);
    let (head, _) = page.html.split_once("Was ist daraus geworden?").unwrap();
    assert!(head.contains("Ihr Treffen ist vorbei"), "{head}");
    assert!(!page.html.contains("Deppe"), "nothing was released");
    assert!(!page.html.contains("name=\"zahlen\""));
    let meeting = met.meeting.id.to_string();
    let form = [("meeting", meeting.as_str()), ("frage", "after"), ("antwort", "under_way")];
    let done = met.desk.site.post(&format!("{path}/ergebnis"), &form).await;
    assert_eq!(done.to, format!("{path}?getan=ergebnis"));
    has(&met.desk.site.get(&done.to).await, &["Beantwortet am 4. Dezember 2026"]);
    assert!(!met.page().await.html.contains("Beantwortet am"), "it is not the firm's answer");
    // Once staff has noted that it took place, the answer can still be changed.
    let (site, version) = (&met.desk.site, met.meeting.version.to_string());
    site.sign_in(&met.desk.coordinator).await;
    let noted = format!("/mitarbeit/anfragen/{}/treffen/{meeting}/ergebnis", met.request);
    let noted = site.post(&noted, &[("version", version.as_str()), ("kam", "ja")]).await;
    assert_eq!(noted.status, 303);
    has(&site.get(path).await, &["Ihr Treffen ist vorbei", "Beantwortet am 4. Dezember 2026"]);
    let months = [("meeting", meeting.as_str()), ("frage", "m3"), ("antwort", "under_way")];
    let late = met.desk.site.post(&format!("{path}/ergebnis"), &months).await;
    assert_eq!(late.to, format!("{path}?getan=zu-spaet"));
}

#[tokio::test]
async fn links_that_lead_nowhere_answer_nothing() {
    let met = Met::new().await;
    let meeting = met.meeting.id.to_string();
    let form = [("meeting", meeting.as_str()), ("frage", "after"), ("antwort", "worth_it")];
    let bad = "/status/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    for address in
        [format!("{bad}/ergebnis"), format!("{}/ergebnis", bad.replace("status", "termin"))]
    {
        let page = met.desk.site.post(&address, &form).await;
        assert_eq!((page.status, page.html.as_str()), (404, "BadLink"), "{address}");
    }
    let asking = met.desk.site.post(&format!("{bad}/nachfragen"), &[("fragen", "ja")]).await;
    assert_eq!(asking.status, 404);
    let nonsense = met.desk.site.post(&format!("{}/ergebnis", met.link), &form[..1]).await;
    assert_eq!(nonsense.status, 404);
    assert_eq!(met.answers().await, 0);
}
