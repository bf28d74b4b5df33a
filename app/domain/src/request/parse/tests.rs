use super::*;
use crate::sample;

const GOOD: &[(&str, &str)] = &[
    ("kind", "introduction"),
    ("goal", "ablaeufe"),
    ("goal", "kosten"),
    ("message", "Alles läuft über Zettel.\r\nDas soll schneller gehen."),
    ("budget", "u5000"),
    ("provider", "demir-digital"),
    ("story", "baustoffhaendler-chat"),
    ("firm", "Sanitär Hoffmeister & Söhne <GmbH>"),
    ("sector", "handwerk"),
    ("district", "hoerde"),
    ("size", "10-49"),
    ("person", "Martina Hoffmeister"),
    ("email", "m.hoffmeister@sanitär.example"),
    ("phone", "0231 123456"),
    ("contact_by", "phone"),
    ("ask_later", "on"),
];

fn form(changes: &[(&str, &str)]) -> RequestForm {
    let kept = GOOD.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    RequestForm::from_pairs(kept.chain(changes).map(|(name, value)| (*name, *value)))
}

fn parse(form: &RequestForm) -> Result<NewRequest, Vec<FieldError>> {
    parse_at(form, Lang::De, false)
}

fn parse_at(form: &RequestForm, lang: Lang, by_staff: bool) -> Result<NewRequest, Vec<FieldError>> {
    let content = sample::content();
    let site = content.site().unwrap();
    NewRequest::parse(form, Door { site, content: &content, lang, by_staff })
}

fn problem(changes: &[(&str, &str)]) -> (Field, Problem) {
    let errors = parse(&form(changes)).unwrap_err();
    assert_eq!(errors.len(), 1, "{changes:?}: {errors:?}");
    (errors[0].field, errors[0].problem)
}

#[test]
fn a_complete_form_is_a_request() {
    let new = parse(&form(&[])).unwrap();
    assert_eq!(new.kind, RequestKind::Introduction);
    assert_eq!(new.goals, ["ablaeufe", "kosten"]);
    assert_eq!(new.firm.unwrap().as_str(), "Sanitär Hoffmeister & Söhne <GmbH>");
    assert_eq!(
        new.message.unwrap().as_str(),
        "Alles läuft über Zettel.\nDas soll schneller gehen."
    );
    assert_eq!(new.contact.email.unwrap().as_str(), "m.hoffmeister@xn--sanitr-fua.example");
    assert_eq!(new.contact.by, ContactBy::Phone);
    assert_eq!(new.providers, [sample::slug("demir-digital")]);
    assert_eq!(new.size, Some(FirmSize::Small));
    assert!(new.ask_later);
}

#[test]
fn not_knowing_is_an_answer() {
    let new = parse(&form(&[
        ("goal", UNKNOWN),
        ("provider", UNKNOWN),
        ("sector", UNKNOWN),
        ("district", UNKNOWN),
        ("size", UNKNOWN),
        ("budget", UNKNOWN),
        ("message", ""),
        ("story", "gibt-es-nicht-mehr"),
    ]))
    .unwrap();
    assert_eq!((new.goals.len(), new.providers.len()), (0, 0));
    assert_eq!((new.sector, new.district, new.size, new.story), (None, None, None, None));
}

#[test]
fn every_problem_is_found_at_once_and_in_order() {
    let errors = parse(&RequestForm::default()).unwrap_err();
    let found: Vec<_> = errors.iter().map(|e| (e.field, e.problem)).collect();
    assert_eq!(
        found,
        [
            (Field::Firm, Problem::Missing),
            (Field::Sector, Problem::Choose),
            (Field::District, Problem::Choose),
            (Field::Person, Problem::Missing),
            (Field::Email, Problem::NoContact),
        ]
    );
}

#[test]
fn each_field_says_what_is_wrong() {
    use Problem as P;
    let long = "ä".repeat(2001);
    for (changes, field, problem_is) in [
        (vec![("kind", "loan")], Field::Kind, P::NotAChoice),
        (vec![("goal", "reichtum")], Field::Goal, P::NotAChoice),
        (
            vec![
                ("goal", "ablaeufe"),
                ("goal", "kosten"),
                ("goal", "wissen"),
                ("goal", "kundenbindung"),
            ],
            Field::Goal,
            P::TooMany(3),
        ),
        (vec![("message", long.as_str())], Field::Message, P::Text(TextError::TooLong(2000))),
        (vec![("message", "a\u{202e}b")], Field::Message, P::Text(TextError::Control)),
        (vec![("provider", "niemand-hier")], Field::Provider, P::NotAChoice),
        (
            vec![
                ("provider", "kasse"),
                ("provider", "webwerk"),
                ("provider", "tourenwerk"),
                ("provider", "automation"),
            ],
            Field::Provider,
            P::TooMany(3),
        ),
        (vec![("firm", "  ")], Field::Firm, P::Missing),
        (vec![("firm", "A\r\nBcc: x@y.de")], Field::Firm, P::Text(TextError::Control)),
        (vec![("sector", "bergbau")], Field::Sector, P::NotAChoice),
        (vec![("district", "")], Field::District, P::Choose),
        (vec![("size", "7")], Field::Size, P::NotAChoice),
        (vec![("person", "A\u{0}B")], Field::Person, P::Text(TextError::Control)),
        (vec![("email", "m@sanitaer-hoffmeister")], Field::Email, P::Text(TextError::EmailDomain)),
        (vec![("phone", "anrufen")], Field::Phone, P::Text(TextError::Phone)),
        (vec![("email", ""), ("phone", "")], Field::Email, P::NoContact),
        (vec![("phone", "")], Field::Phone, P::Missing),
        (vec![("email", ""), ("contact_by", "email")], Field::Email, P::Missing),
        (vec![("contact_by", "pigeon")], Field::ContactBy, P::NotAChoice),
    ] {
        assert_eq!(problem(&changes), (field, problem_is), "{changes:?}");
    }
}

#[test]
fn one_way_to_be_reached_is_enough() {
    let new = parse(&form(&[("phone", ""), ("contact_by", "")])).unwrap();
    assert_eq!((new.contact.by, new.contact.phone), (ContactBy::Email, None));
    let new = parse(&form(&[("email", ""), ("contact_by", "")])).unwrap();
    assert_eq!((new.contact.by, new.contact.email), (ContactBy::Phone, None));
}

#[test]
fn fields_that_do_not_exist_change_nothing() {
    let extra = [("role", "admin"), ("state", "open"), ("status", "confirmed"), ("assigned", "x")];
    assert_eq!(parse(&form(&extra)), parse(&form(&[])));
    let flood = (0..10_000).map(|n| (format!("f{n}"), "x"));
    assert_eq!(RequestForm::from_pairs(flood), RequestForm::default());
    let flood = (0..10_000).map(|_| ("goal", "ablaeufe"));
    assert!(RequestForm::from_pairs(flood).all(Field::Goal).count() <= 64);
}

#[test]
fn only_staff_can_say_that_somebody_called() {
    for (typed, by_staff, channel) in [
        ("phone", false, Channel::Home),
        ("staff", false, Channel::Home),
        ("", false, Channel::Home),
        ("kiosk", false, Channel::Kiosk),
        ("handoff", false, Channel::Handoff),
        ("phone", true, Channel::Phone),
        ("visit", true, Channel::Visit),
        ("home", true, Channel::Staff),
        ("", true, Channel::Staff),
    ] {
        let new = parse_at(&form(&[("channel", typed)]), Lang::En, by_staff).unwrap();
        assert_eq!((new.channel, new.lang), (channel, Lang::En), "{typed} {by_staff}");
    }
}

#[test]
fn a_barrier_report_needs_words_and_no_firm() {
    let report = [("kind", "barrier_report"), ("firm", ""), ("district", ""), ("sector", "")];
    assert!(parse(&form(&report)).unwrap().firm.is_none());
    let silent = [report.as_slice(), &[("message", " ")]].concat();
    assert_eq!(problem(&silent), (Field::Message, Problem::Missing));
}

#[test]
fn who_wishes_for_a_provider_wants_to_meet_it() {
    assert_eq!(parse(&form(&[("kind", "")])).unwrap().kind, RequestKind::Introduction);
    let new = parse(&form(&[("kind", ""), ("provider", UNKNOWN)])).unwrap();
    assert_eq!(new.kind, RequestKind::Advice);
}

#[test]
fn a_form_keeps_what_was_typed() {
    let form = form(&[("firm", "A\u{0}B"), ("email", "x@")]);
    let again = RequestForm::from_pairs(form.pairs());
    assert_eq!(again, form);
    assert_eq!(again.get(Field::Firm), "A\u{0}B");
    assert!(again.has(Field::Goal, "kosten"));
}
