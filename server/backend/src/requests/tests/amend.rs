use super::office::{FORM, Office, refusal};
use super::*;
use crate::testing::{Fixture, NOON};
use domain::Lang;
use domain::request::{
    ContactBy, Details, Door, Field, ReleaseField, RequestForm, RequestKind, RequestState,
};
use domain::routing::Reason;
use std::collections::HashSet;

const OLD: &str = "m.hoffmeister@sanitaer.example";
const NEW: &str = "buero@sanitaer.example";

impl Office {
    /// The firm's own answers with these changes, as its form would send them.
    async fn amendment(&self, secret: &str, changes: &[(&str, &str)]) -> Amendment {
        let own = own(&self.b, secret).await.unwrap().unwrap();
        let mut pairs: Vec<(&str, String)> = Vec::new();
        for (name, value) in own.form.pairs() {
            if !changes.iter().any(|(changed, _)| *changed == name) {
                pairs.push((name, value.to_owned()));
            }
        }
        pairs.extend(changes.iter().map(|(name, value)| (*name, (*value).to_owned())));
        let form = RequestForm::from_pairs(pairs);
        let site = self.content.site().unwrap();
        let door = Door { site, content: &self.content, lang: Lang::De, by_staff: false };
        let details = Details::parse(&form, own.request.kind, door).unwrap();
        Amendment { seen: own.seen(), details }
    }

    pub async fn change(&self, secret: &str, changes: &[(&str, &str)]) -> Amended {
        let amendment = self.amendment(secret, changes).await;
        amend(&self.b, &self.content, secret, amendment).await.unwrap().unwrap()
    }

    /// The secret behind the last mail to a new address.
    pub async fn address_link(&self) -> String {
        let mails = self.mails().await;
        let mail = mails.iter().rfind(|mail| mail.text.contains("/adresse/")).unwrap();
        let (_, rest) = mail.text.split_once("/adresse/").unwrap();
        rest.split_whitespace().next().unwrap().to_owned()
    }

    async fn details_of(&self, request: &crate::Id, event: &str) -> Vec<Option<String>> {
        let mut conn = self.b.db.read().await.unwrap();
        let events = history::events(&mut conn, request).await.unwrap();
        let events = events.into_iter().filter(|found| found.event == event);
        events.map(|found| found.detail).collect()
    }
}

/// The secret in the address of a status page.
fn secret_in(page: &str) -> String {
    page.rsplit('/').next().unwrap().to_owned()
}

test_db!(a_firm_puts_its_answers_right_and_history_names_fields_only, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let changes = [
        ("phone", "0231 999999"),
        ("contact_by", "phone"),
        ("goal", "kundenbindung"),
        ("message", "Doch lieber Kundenpflege."),
        ("size", "unknown"),
    ];
    assert_eq!(office.change(&secret, &changes).await, Amended::Saved);
    let after = office.request(&request.id).await.unwrap();
    assert_eq!(after.phone.as_deref(), Some("0231 999999"));
    assert_eq!(after.contact_by, ContactBy::Phone);
    assert_eq!(after.goals, ["kundenbindung"]);
    assert_eq!(after.message.as_deref(), Some("Doch lieber Kundenpflege."));
    assert_eq!((after.size, after.version), (None, request.version + 1));
    assert_eq!((after.state, after.delete_on), (request.state, request.delete_on));
    let fields = Some("goal message size phone contact_by".to_owned());
    assert_eq!(office.details_of(&request.id, "amended").await, [fields]);
    let logged = "select count(*) from audit where action = 'request.amended'
        and detail = 'goal message size phone contact_by' and actor_kind = 'sme'";
    assert_eq!(office.number(logged).await, 1);
    let goal = "select count(*) from request where goal = 'kundenbindung'
        and found_by like '%231999999%'";
    assert_eq!(office.number(goal).await, 1, "the figures and the search know");

    // The same once more, from the old page and from a new one: nothing happens.
    assert_eq!(office.change(&secret, &changes).await, Amended::Same);
    assert_eq!(office.request(&request.id).await.unwrap().version, after.version);
    assert_eq!(office.history(&request.id).await.iter().filter(|e| *e == "amended").count(), 1);
});

test_db!(whoever_is_second_loses_nothing_and_is_told, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let first = office.amendment(&secret, &[("phone", "0231 111111")]).await;
    let second = office.amendment(&secret, &[("firm", "Hoffmeister GmbH")]).await;
    // What staff does meanwhile is no conflict with what the firm types.
    let edit = office.edit(&office.jens, &request);
    to_pool(&office.b, &office.content, edit, None).await.unwrap();
    let done = amend(&office.b, &office.content, &secret, first.clone()).await.unwrap();
    assert_eq!(done, Some(Amended::Saved));
    let late = amend(&office.b, &office.content, &secret, second).await;
    assert_eq!(refusal(late), "conflict");
    let again = amend(&office.b, &office.content, &secret, first).await.unwrap();
    assert_eq!(again, Some(Amended::Same), "sent twice");
    let after = office.request(&request.id).await.unwrap();
    assert_eq!(after.firm.as_deref(), Some("Sanitär Hoffmeister"));
    let edit = office.edit(&office.jens, &request);
    let stale = take(&office.b, &office.content, edit).await;
    assert_eq!(refusal(stale), "conflict", "staff sees the change first");
});

test_db!(of_twenty_changes_at_once_one_wins, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let mut amendments = Vec::new();
    for n in 0..20 {
        let firm = format!("Firma {n}");
        amendments.push(office.amendment(&secret, &[("firm", firm.as_str())]).await);
    }
    let race = |amendment| {
        let (b, content, secret) = (office.b.clone(), office.content.clone(), secret.clone());
        tokio::spawn(async move { amend(&b, &content, &secret, amendment).await })
    };
    let tasks: Vec<_> = amendments.into_iter().map(race).collect();
    let (mut saved, mut conflicts) = (0, 0);
    for task in tasks {
        match task.await.unwrap() {
            Ok(done) => saved += usize::from(done == Some(Amended::Saved)),
            Err(error) => {
                assert_eq!(refusal::<()>(Err(error)), "conflict");
                conflicts += 1;
            }
        }
    }
    assert_eq!((saved, conflicts), (1, 19));
    assert_eq!(office.history(&request.id).await.iter().filter(|e| *e == "amended").count(), 1);
});

test_db!(a_change_moves_no_request_and_says_so, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    assert_eq!(request.reason, Reason::District);
    office.change(&secret, &[("district", "eving")]).await;
    let after = office.request(&request.id).await.unwrap();
    assert_eq!(after.district.as_deref(), Some("eving"));
    assert_eq!((&after.assigned, &after.desk), (&request.assigned, &request.desk));
    assert_eq!(after.reason, Reason::Former, "it is not here because of the new district");
    office.fixture.clock.set(NOON.plus_minutes(BUNDLE_MINUTES + 1));
    tick(&office.b, &office.content).await.unwrap();
    let mails = office.mails().await;
    let mail = mails.iter().find(|mail| mail.kind == "staff_amended").unwrap();
    assert!(mail.text.contains("Bezirk") && mail.text.contains("geben Sie sie"), "{}", mail.text);
});

test_db!(staff_is_told_once_of_many_changes, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    for n in 0..10 {
        office.fixture.clock.set(NOON.plus_minutes(n));
        let (phone, size) = (format!("0231 12345{n}"), if n == 9 { "1-9" } else { "10-49" });
        office.change(&secret, &[("phone", phone.as_str()), ("size", size)]).await;
        assert_eq!(tick(&office.b, &office.content).await.unwrap().amended, 0, "too early");
    }
    office.fixture.clock.set(NOON.plus_minutes(BUNDLE_MINUTES));
    // Two servers at once, and again later: one mail.
    let (one, two) =
        tokio::join!(tick(&office.b, &office.content), tick(&office.b, &office.content));
    assert_eq!(one.unwrap().amended + two.unwrap().amended, 1);
    office.fixture.clock.set(NOON.plus_days(1));
    assert_eq!(tick(&office.b, &office.content).await.unwrap().amended, 0);
    let mails = office.mails().await;
    let told: Vec<_> = mails.iter().filter(|mail| mail.kind == "staff_amended").collect();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].to, "jens@werkbank.example");
    assert!(told[0].text.contains("Telefon, Größe"), "{}", told[0].text);
    for private in ["12345", "Hoffmeister", "1-9"] {
        assert!(!told[0].text.contains(private), "{private} in {}", told[0].text);
    }
    // What comes after that is said in another one.
    office.change(&secret, &[("phone", "0231 777777")]).await;
    office.fixture.clock.set(NOON.plus_days(2));
    assert_eq!(tick(&office.b, &office.content).await.unwrap().amended, 1);
    assert!(office.request(&request.id).await.is_some());
});

test_db!(a_released_field_is_shown_as_it_is_now, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let fields = [ReleaseField::Phone];
    release(&office.b, &office.content, &secret, "demir-digital", &fields).await.unwrap();
    assert_eq!(own(&office.b, &secret).await.unwrap().unwrap().released_to, ["demir-digital"]);
    office.change(&secret, &[("phone", "0231 555555"), ("firm", "Geheim GmbH")]).await;
    let mut conn = office.b.db.read().await.unwrap();
    let seen = provider_view(&mut conn, &request.id, "demir-digital").await.unwrap().unwrap();
    assert_eq!(seen.phone.as_deref(), Some("0231 555555"));
    assert_eq!((seen.firm, seen.email), (None, None), "and nothing else");
});

test_db!(a_new_address_counts_once_it_is_confirmed, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let changes = [("email", NEW), ("phone", "0231 222222")];
    assert_eq!(office.change(&secret, &changes).await, Amended::AddressAsked);
    let between = office.request(&request.id).await.unwrap();
    assert_eq!(between.email.as_deref(), Some(OLD));
    assert_eq!(between.phone.as_deref(), Some("0231 222222"), "the rest counts at once");
    assert_eq!(office.change(&secret, &changes).await, Amended::Same, "no second mail");
    let asked: Vec<String> = office.mail_list().await;
    assert_eq!(asked.iter().filter(|mail| *mail == &format!("address_confirm {NEW}")).count(), 1);
    assert!(!asked.iter().any(|mail| mail.starts_with("address_left")));
    let link = office.address_link().await;
    let mails = office.mails().await;
    let mail = mails.iter().find(|mail| mail.kind == "address_confirm").unwrap();
    for private in ["Hoffmeister", "Zettel", "/status/", "0231 222222"] {
        assert!(!mail.text.contains(private), "{private} before confirmation");
    }

    // Looking changes nothing.
    for _ in 0..3 {
        let view = address(&office.b, &link).await.unwrap().unwrap();
        assert_eq!((view.email.as_str(), view.confirmed), (NEW, false));
        assert_eq!(view.reference, request.reference);
    }
    assert_eq!(office.request(&request.id).await.unwrap().email.as_deref(), Some(OLD));
    assert!(address(&office.b, &secret).await.unwrap().is_none(), "another kind of link");
    assert!(status(&office.b, &link).await.unwrap().is_none(), "no way in without the button");

    let page = confirm_address(&office.b, &office.content, &link).await.unwrap().unwrap();
    let after = office.request(&request.id).await.unwrap();
    assert_eq!(after.email.as_deref(), Some(NEW));
    let (site, viewer) = (office.content.site().unwrap(), office.viewer(&office.jens));
    assert_eq!(search(&office.b, site, &viewer, NEW, 0).await.unwrap().len(), 1);
    assert!(status(&office.b, &secret).await.unwrap().is_none(), "links to the old mailbox end");
    assert!(status(&office.b, &secret_in(&page)).await.unwrap().is_some());
    let mails = office.mails().await;
    let left = mails.iter().find(|mail| mail.kind == "address_left").unwrap();
    assert_eq!(left.to, OLD);
    assert!(!left.text.contains("https://") && !left.text.contains(NEW), "{}", left.text);
    assert!(status(&office.b, &office.link(&request.id).await).await.unwrap().is_some());

    // Twice is once.
    let again = confirm_address(&office.b, &office.content, &link).await.unwrap().unwrap();
    assert!(status(&office.b, &secret_in(&again)).await.unwrap().is_some());
    let kinds: Vec<String> = office.mails().await.into_iter().map(|mail| mail.kind).collect();
    for kind in ["address_left", "address_changed"] {
        assert_eq!(kinds.iter().filter(|found| *found == kind).count(), 1, "{kind}");
    }
    assert_eq!(office.details_of(&request.id, "address_changed").await, [Some("other".into())]);
    let (_, record) = own_record(&office.b, &secret_in(&again)).await.unwrap().unwrap();
    assert_eq!(record["request"]["email"], NEW);
    assert_eq!(record["change_of_address"]["email"], NEW);
});

test_db!(only_the_latest_address_can_be_confirmed_and_only_in_time, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    office.change(&secret, &[("email", "vertippt@sanitaer.example")]).await;
    let mistake = office.address_link().await;
    office.change(&secret, &[("email", NEW)]).await;
    assert!(confirm_address(&office.b, &office.content, &mistake).await.unwrap().is_none());
    assert!(address(&office.b, &mistake).await.unwrap().is_none());

    // The old address typed again takes the change back.
    let link = office.address_link().await;
    assert_eq!(office.change(&secret, &[("email", OLD)]).await, Amended::Saved);
    assert!(confirm_address(&office.b, &office.content, &link).await.unwrap().is_none());
    assert!(own(&office.b, &secret).await.unwrap().unwrap().waiting.is_none());

    office.change(&secret, &[("email", NEW)]).await;
    let link = office.address_link().await;
    office.fixture.clock.set(NOON.plus_days(7));
    assert!(own(&office.b, &secret).await.unwrap().unwrap().waiting.is_none(), "too late");
    assert!(confirm_address(&office.b, &office.content, &link).await.unwrap().is_none());
    tick(&office.b, &office.content).await.unwrap();
    assert_eq!(office.number("select count(*) from address_change").await, 0);
    assert_eq!(office.request(&request.id).await.unwrap().email.as_deref(), Some(OLD));
});

test_db!(a_strangers_mailbox_gets_three_mails_a_day, |f: Fixture| async move {
    let office = Office::open(f).await;
    let mut refused = 0;
    for n in 0..5 {
        let email = format!("firma{n}@firma.example");
        let (request, secret) = office.confirmed(&[("email", email.as_str())]).await;
        let change = [("email", "opfer@stranger.example"), ("phone", "0231 888888")];
        let amendment = office.amendment(&secret, &change).await;
        match amend(&office.b, &office.content, &secret, amendment).await {
            Ok(done) => assert_eq!(done, Some(Amended::AddressAsked)),
            Err(error) => {
                assert_eq!(refusal::<()>(Err(error)), "mail_quota");
                let after = office.request(&request.id).await.unwrap();
                assert_eq!(after.phone.as_deref(), Some("0231 123456"), "nothing is half done");
                refused += 1;
            }
        }
    }
    assert_eq!(refused, 2);
    let mails = office.mails().await;
    assert_eq!(mails.iter().filter(|mail| mail.to == "opfer@stranger.example").count(), 3);
});

test_db!(an_address_can_be_given_up_for_a_number, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let done = office.change(&secret, &[("email", ""), ("contact_by", "phone")]).await;
    assert_eq!(done, Amended::Saved);
    let after = office.request(&request.id).await.unwrap();
    assert_eq!((after.email, after.contact_by), (None, ContactBy::Phone));
    assert_eq!(office.details_of(&request.id, "address_changed").await, [Some("none".into())]);
    assert!(office.mail_list().await.contains(&format!("address_left {OLD}")));
    assert!(status(&office.b, &secret).await.unwrap().is_some(), "the only way to the page");
    // A number that is the only way left stays until the new address counts.
    let swap = [("email", NEW), ("phone", ""), ("contact_by", "email")];
    assert_eq!(office.change(&secret, &swap).await, Amended::AddressAsked);
    let between = office.request(&request.id).await.unwrap();
    assert_eq!((between.email, between.phone.is_some()), (None, true));
});

test_db!(what_has_ended_stays_as_it_was, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    office.change(&secret, &[("email", NEW)]).await;
    let link = office.address_link().await;
    let amendment = office.amendment(&secret, &[("phone", "0231 333333")]).await;
    withdraw(&office.b, &office.content, &secret).await.unwrap();
    let late = amend(&office.b, &office.content, &secret, amendment).await;
    assert_eq!(refusal(late), "request_state");
    let late = confirm_address(&office.b, &office.content, &link).await;
    assert_eq!(refusal(late), "request_state");
    let after = office.request(&request.id).await.unwrap();
    assert_eq!(after.state, RequestState::Withdrawn);
    assert_eq!((after.phone.as_deref(), after.email.as_deref()), (Some("0231 123456"), Some(OLD)));
    assert!(!own(&office.b, &secret).await.unwrap().unwrap().can_amend());
    office.run_sql("update request set amended_at = 0").await;
    assert_eq!(office.tick_on_day(1).await.amended, 1, "taken off the list");
    assert!(office.mail_list().await.iter().all(|mail| !mail.starts_with("staff_amended")));
});

test_db!(
    before_confirmation_answers_can_be_put_right_without_a_word_to_staff,
    |f: Fixture| async move {
        let office = Office::open(f).await;
        let sent = office.submit(&[]).await;
        let secret = office.link(&sent.id).await;
        office.change(&secret, &[("phone", "0231 444444"), ("email", NEW)]).await;
        let link = office.address_link().await;
        let page = confirm_address(&office.b, &office.content, &link).await.unwrap().unwrap();
        let after = office.request(&sent.id).await.unwrap();
        assert_eq!(after.state, RequestState::Unconfirmed, "that is another button");
        confirm(&office.b, &office.content, &secret_in(&page)).await.unwrap().unwrap();
        office.fixture.clock.set(NOON.plus_minutes(30));
        assert_eq!(tick(&office.b, &office.content).await.unwrap().amended, 0);
        let kinds: HashSet<String> =
            office.mails().await.into_iter().map(|mail| mail.kind).collect();
        assert!(kinds.contains("staff_new_request") && !kinds.contains("staff_amended"));
    }
);

#[test]
fn every_question_of_a_matchmaking_request_can_be_answered_anew() {
    let asked = Details::fields(RequestKind::Advice);
    for (name, _) in FORM.iter().filter(|(name, _)| !matches!(*name, "provider" | "story")) {
        assert!(asked.contains(&Field::parse(name).unwrap()), "{name}");
    }
}
