use crate::test_site::{Answered, TestSite, link_in};
use crate::text::slots as words;
use backend::Actor;
use backend::meetings::{self, Claimed, NewMeeting};
use backend::requests::{self, Edit, Pick, Viewer};
use backend::staff::{self, NewStaff};
use domain::calendar::at;
use domain::meeting::{MeetingKind, MeetingPlace, Slot};
use domain::staff::Role;
use domain::text::{Email, Line};
use domain::{Instant, Lang, Slug};
use jiff::civil::{date, time};

/// Tuesday and Wednesday of the week after, when the room is open.
fn times() -> [Slot; 2] {
    let slot = |day, hour| Slot::new(at(date(2026, 12, day), time(hour, 0, 0, 0)), 45).unwrap();
    [slot(1, 10), slot(2, 15)]
}

fn start(n: usize) -> String {
    times()[n].start().0.to_string()
}

/// A confirmed request with two times proposed for a meeting with Demir Digital.
struct Proposed {
    site: TestSite,
    firm: String,
    provider: String,
    meeting: String,
}

impl Proposed {
    async fn new() -> Proposed {
        let site = TestSite::new().await;
        let firm = site.request(&[]).await;
        assert_eq!(site.post(&format!("{firm}/bestaetigen"), &[]).await.status, 303);
        let viewer = coordinator(&site).await;
        let provider = Slug::parse("demir-digital").unwrap();
        let (backend, content) = (&site.app.backend, site.app.content.content());
        let picks = vec![Pick { provider: provider.clone(), why: None }];
        requests::propose(backend, &content, edit(&site, &firm, &viewer).await, picks)
            .await
            .unwrap();
        let new = NewMeeting {
            kind: MeetingKind::Introduction,
            place: MeetingPlace::Room,
            place_note: None,
            provider: Some(provider),
            adviser: viewer.staff.clone(),
            others: Vec::new(),
            slots: times().to_vec(),
            agreed: false,
        };
        let edit = edit(&site, &firm, &viewer).await;
        let claimed = meetings::propose(backend, &content, edit, new).await.unwrap();
        let Claimed::Done(meeting) = claimed else { panic!("{claimed:?}") };
        let mails = site.mails().await;
        let mail = mails.iter().find(|(_, text)| text.contains("/termin/")).unwrap();
        let provider = link_in(&mail.1);
        Proposed { firm, provider, meeting: meeting.id.to_string(), site }
    }

    async fn post(&self, path: String, form: &[(&str, &str)]) -> Answered {
        let meeting = [("meeting", self.meeting.as_str())];
        let form: Vec<_> = meeting.into_iter().chain(form.iter().copied()).collect();
        self.site.post(&path, &form).await
    }

    async fn firm(&self, action: &str, form: &[(&str, &str)]) -> Answered {
        self.post(format!("{}/{action}", self.firm), form).await
    }

    async fn provider(&self, action: &str, form: &[(&str, &str)]) -> Answered {
        self.post(format!("{}/{action}", self.provider), form).await
    }

    async fn firm_page(&self) -> String {
        self.site.get(&self.firm).await.html
    }

    async fn provider_page(&self) -> String {
        self.site.get(&self.provider).await.html
    }
}

async fn coordinator(site: &TestSite) -> Viewer {
    let at = "dortmund".to_owned();
    let new = NewStaff {
        name: Line::parse("Jens Albrecht").unwrap(),
        email: Email::parse("jens.albrecht@werkbank.example").unwrap(),
        adviser: Slug::parse("jens-albrecht"),
        roles: vec![(at.clone(), Role::Coordinator)],
    };
    let staff = staff::add(&site.app.backend, &new, &Actor::System).await.unwrap();
    Viewer { staff, site: at, sees_all: true }
}

async fn edit(site: &TestSite, firm: &str, viewer: &Viewer) -> Edit {
    let secret = firm.trim_start_matches("/status/");
    let view = requests::status(&site.app.backend, secret).await.unwrap().unwrap();
    let (request, version) = (view.request.id, view.request.version);
    Edit { viewer: viewer.clone(), request, version }
}

#[tokio::test]
async fn both_tick_and_the_earliest_common_time_is_booked() {
    let p = Proposed::new().await;
    let page = p.firm_page().await;
    assert!(page.contains("Jetzt sind Sie dran: Wann passt es?"), "{page}");
    assert!(page.contains("Dienstag, 1. Dezember") && page.contains("10:00 bis 10:45 Uhr"));
    assert!(!page.contains(" checked value") && !page.contains("passt: Demir Digital"));
    // What the hint beside the ticks is made of.
    assert!(page.contains(&format!("data-slot-hint=\"{}\"", words::OTHERS_OPEN.get(Lang::De))));
    assert!(!page.contains("data-books"), "{page}");

    let done = p.provider("antwort", &[("slot", &start(1)), ("slot", &start(0))]).await;
    assert_eq!(done.to, format!("{}?getan=geantwortet", p.provider));
    let page = p.firm_page().await;
    assert_eq!(page.matches("passt: Demir Digital").count(), 2);
    assert_eq!(page.matches("data-books=\"Passt allen. Gebucht wird: ").count(), 2, "{page}");
    assert!(page.contains(&format!("data-slot-hint=\"{}\"", words::NO_COMMON.get(Lang::De))));

    let done = p.firm("termine", &[("slot", &start(1)), ("host", "no")]).await;
    assert_eq!(done.to, format!("{}?getan=gebucht", p.firm));
    // The same click again finds it booked.
    let again = p.firm("termine", &[("slot", &start(1)), ("host", "no")]).await;
    assert_eq!(again.to, done.to);
    for page in [p.firm_page().await, p.provider_page().await] {
        assert!(page.contains("Ihr Termin steht"), "{page}");
        assert!(page.contains("Mittwoch, 2. Dezember, 15:00 bis 15:45 Uhr"));
        assert!(page.contains("Jens Albrecht, Wirtschaftsförderung"));
        assert!(page.contains("Termin absagen"));
    }
}

#[tokio::test]
async fn an_answer_needs_a_tick_or_none_of_these_and_not_both() {
    let p = Proposed::new().await;
    let time = start(0);
    let hidden = "a\u{202e}b";
    let cases: [(&[(&str, &str)], &str); 3] = [
        (&[("message", "Lieber abends <script>")], "nichts angekreuzt"),
        (&[("slot", &time), ("slot", "none"), ("message", "x")], "beides geht nicht"),
        (&[("slot", "none"), ("message", hidden)], "unsichtbare Zeichen"),
    ];
    for (form, words) in cases {
        for page in [p.firm("termine", form).await, p.provider("antwort", form).await] {
            assert_eq!(page.status, 422, "{words}");
            assert!(page.html.contains(words), "{words}: {}", page.html);
            assert!(page.html.contains("role=\"alert\"") && page.html.contains("<title>Fehler: "));
            let link = if words.starts_with("unsichtbar") { "message" } else { "slot" };
            assert!(page.html.contains(&format!("href=\"#{link}\"")), "{words}");
            assert_eq!(page.html.matches(&format!(" id=\"{link}\"")).count(), 1, "{words}");
            assert!(!page.html.contains("<script>"));
        }
    }
    let back = p.firm("termine", cases[0].0).await;
    assert!(back.html.contains("Lieber abends &lt;script&gt;"), "what was typed is lost");
    let back = p.firm("termine", cases[1].0).await;
    assert_eq!(back.html.matches("checked").count(), 3, "two ticks and the host");
}

#[tokio::test]
async fn none_of_these_hands_the_turn_back() {
    let p = Proposed::new().await;
    let done = p.firm("termine", &[("slot", "none"), ("message", "Nur freitags")]).await;
    assert_eq!(done.to, format!("{}?getan=nichts-passt", p.firm));
    let page = p.firm_page().await;
    assert!(!page.contains("Auswahl senden"), "{page}");
    assert!(p.provider_page().await.contains("Noch keine Termine"));
    assert!(!p.provider_page().await.contains("Nur freitags"), "that is for staff");
}

#[tokio::test]
async fn a_provider_sees_no_name_before_the_firm_releases_it() {
    let p = Proposed::new().await;
    let secrets =
        ["Hoffmeister", "0231 123456", "m.hoffmeister@sanitaer.example", "Zettel", &p.firm[8..]];
    let page = p.provider_page().await;
    for secret in secrets {
        assert!(!page.contains(secret), "{secret}");
    }
    assert!(page.contains("Ein Betrieb möchte Sie kennenlernen."), "{page}");
    assert!(page.contains("Kunden enger binden") && page.contains("Hörde"));

    let release = [("provider", "demir-digital"), ("release", "name")];
    p.site.post(&format!("{}/freigabe", p.firm), &release).await;
    let page = p.provider_page().await;
    assert!(page.contains("Sanitär Hoffmeister möchte Sie kennenlernen."));
    assert!(!page.contains("0231 123456") && !page.contains("Zettel"));

    let revoke = [("provider", "demir-digital"), ("revoke", "name")];
    p.site.post(&format!("{}/freigabe", p.firm), &revoke).await;
    assert!(!p.provider_page().await.contains("Hoffmeister"));
}

#[tokio::test]
async fn either_side_calls_it_off_and_the_firm_may_ask_for_another_time() {
    let p = Proposed::new().await;
    let done = p.provider("ablehnen", &[("message", "Ausgebucht")]).await;
    assert_eq!(done.to, format!("{}?getan=abgesagt", p.provider));
    assert!(p.provider_page().await.contains("Hier ist nichts mehr zu tun"));
    assert!(!p.firm_page().await.contains("Ausgebucht"), "that is for staff");
    // Pressed twice it is still called off; ticking is too late.
    assert_eq!(p.provider("ablehnen", &[]).await.to, done.to);
    let late = p.firm("termine", &[("slot", &start(0))]).await;
    assert_eq!(late.to, format!("{}?getan=zu-spaet", p.firm));

    let p = Proposed::new().await;
    p.provider("antwort", &[("slot", &start(0))]).await;
    p.firm("termine", &[("slot", &start(0))]).await;
    let done = p.firm("verschieben", &[("message", "Eine Woche später")]).await;
    assert_eq!(done.to, format!("{}?getan=verschieben", p.firm));
    let page = p.site.get(&done.to).await.html;
    assert!(page.contains("Der alte Termin ist frei"));
    assert!(!page.contains("Ihr Termin steht"));
}

#[tokio::test]
async fn links_open_only_their_own_meeting() {
    let p = Proposed::new().await;
    let stranger = p.site.request(&[("firm", "Ein anderer Betrieb")]).await;
    for action in ["termine", "absagen", "verschieben"] {
        let page = p.post(format!("{stranger}/{action}"), &[("slot", "none")]).await;
        assert_eq!((page.status, page.html.as_str()), (404, "BadLink"), "{action}");
    }
    let firm_as_provider = format!("/termin/{}", p.firm.trim_start_matches("/status/"));
    for bad in [firm_as_provider, "/termin/x".to_owned()] {
        let page = p.site.get(&bad).await;
        assert_eq!((page.status, page.html.as_str()), (404, "BadLink"), "{bad}");
        for action in ["antwort", "ablehnen", "absagen"] {
            let form = [("meeting", p.meeting.as_str()), ("slot", &start(0))];
            let page = p.site.post(&format!("{bad}/{action}"), &form).await;
            assert_eq!((page.status, page.html.as_str()), (404, "BadLink"), "{bad} {action}");
        }
    }
    assert!(p.firm_page().await.contains("Auswahl senden"), "nothing has happened");
}

#[tokio::test]
async fn made_up_times_change_nothing() {
    let p = Proposed::new().await;
    let late = Instant(times()[1].start().0).plus_days(1).0.to_string();
    for made_up in [late.as_str(), "0", "-1", "99999999999999999999"] {
        let answer = p.firm("termine", &[("slot", made_up)]).await;
        assert!([303, 422].contains(&answer.status), "{made_up}");
        assert!(!answer.to.ends_with("gebucht") && !answer.to.ends_with("geantwortet"));
    }
    assert_eq!(p.site.post(&format!("{}/termine", p.firm), &[("meeting", "x")]).await.status, 404);
}

#[tokio::test]
async fn who_can_make_none_of_them_says_when_they_could() {
    let p = Proposed::new().await;
    let page = p.firm_page().await;
    for word in ["Wann hätten Sie Zeit?", "type=\"date\"", "name=\"wish-3-part\"", "10:30 Uhr"] {
        assert!(page.contains(word), "{word} is missing in {page}");
    }
    let wrong = [
        ("slot", "none"),
        ("wish-1-day", "2026-02-30"),
        ("wish-2-part", "morning"),
        ("wish-3-day", "2026-11-21"),
        ("wish-3-part", "10:30"),
        ("message", "Lieber abends"),
    ];
    for page in [p.firm("termine", &wrong).await, p.provider("antwort", &wrong).await] {
        assert_eq!(page.status, 422);
        for words in [
            "3 Felder brauchen noch einen Blick",
            "href=\"#wish-1-day\"",
            "Wunsch 2: Tag: fehlt noch",
            "Dieser Tag ist vorbei",
            "value=\"2026-11-21\"",
            "value=\"morning\" selected",
            "Lieber abends",
        ] {
            assert!(page.html.contains(words), "{words} is missing in {}", page.html);
        }
        for id in ["wish-1-day", "wish-2-day", "wish-3-day"] {
            assert_eq!(page.html.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
        }
    }
    let path = format!("/en{}/termine", p.firm);
    let over = [("meeting", p.meeting.as_str()), ("slot", "none"), ("wish-1-day", "2026-01-01")];
    let english = p.site.post(&path, &over).await;
    assert!(english.html.contains("This day is over."), "{}", english.html);
    let good = [
        ("slot", "none"),
        ("wish-1-day", "2026-12-08"),
        ("wish-1-part", "14:30"),
        ("wish-2-day", "2026-12-09"),
        ("wish-2-part", "morning"),
    ];
    let done = p.firm("termine", &good).await;
    assert_eq!(done.to, format!("{}?getan=nichts-passt", p.firm));
    // The page shows what was said, and takes a correction.
    let page = p.firm_page().await;
    for word in ["Keine der Zeiten passte", "Ihre Wünsche sind da", "value=\"2026-12-08\""] {
        assert!(page.contains(word), "{word} is missing in {page}");
    }
    let done = p.firm("termine", &[("slot", "none"), ("wish-1-day", "2026-12-10")]).await;
    assert_eq!(done.status, 303);
    assert!(p.firm_page().await.contains("value=\"2026-12-10\""));
    let other = p.provider_page().await;
    assert!(other.contains("Keine der Zeiten passte") && !other.contains("2026-12-10"));
}
