use super::*;
use crate::mail::Letter;
use domain::meeting::{MeetingNote, Slot};
use domain::outcome::Stage;
use domain::request::{Field, Reference};
use domain::{Instant, sample};
use jiff::civil::date;

const LINK: &str = "https://werkbank.example/status/geheim";

fn all(lang: Lang) -> Vec<(&'static str, Letter)> {
    let site = &sample::site();
    let reference = Reference::parse("7F3K-92QX").unwrap();
    let day = date(2026, 12, 8);
    let slot = |hours| Slot::new(Instant(1_795_518_000_000).plus_hours(hours), 45).unwrap();
    let about = meeting::About {
        site,
        lang,
        reference,
        with: "Aylin Demir (Demir Digital)",
        place: "Werkbank, Musterstraße 1",
        link: LINK,
    };
    let staff_about = meeting::About { lang: Lang::De, ..about };
    let before = meeting::Before { place: Some("by telephone"), host: Some("Jens") };
    vec![
        ("please_confirm", firm::please_confirm(site, lang, reference, LINK)),
        ("entered_by_staff", firm::entered_by_staff(site, lang, reference, LINK)),
        ("reminder", firm::reminder(site, lang, reference, day, LINK)),
        ("proposed", firm::providers_proposed(site, lang, reference, &["A <b>", "B"], LINK)),
        ("withdrawn", firm::withdrawn(site, lang, reference, day)),
        ("confirm_address", firm::confirm_address(site, lang, reference, LINK)),
        ("address_changed", firm::address_changed(site, lang, reference, LINK)),
        ("address_left", firm::address_left(site, lang, reference)),
        ("staff_amended", staff::amended(site, reference, &[Field::District], LINK)),
        ("new_request", staff::new_request(site, reference, "weil Bezirk Hörde", LINK)),
        ("unconfirmed", staff::unconfirmed(site, reference, day, LINK)),
        ("waiting", staff::waiting(site, reference, "weil Bezirk Hörde", LINK)),
        ("staff_withdrawn", staff::withdrawn(site, reference, LINK)),
        ("proposal", meeting::proposal(&about, &[slot(0), slot(24)], "Freitag")),
        ("joint", joint::proposal(&about, &[slot(0)], "Donnerstag", Some("Ablauf"), 2)),
        ("provider_asked", meeting::provider_asked(&about, &[slot(0)], "Freitag")),
        ("booked", meeting::booked(&about, slot(0))),
        ("moved", meeting::moved(&about, slot(0), slot(24))),
        ("cancelled", meeting::cancelled(&about, slot(0))),
        ("rearranged", meeting::rearranged(&about, Some(slot(0)), before)),
        ("proposal_rearranged", meeting::rearranged(&about, None, before)),
        ("reminder", meeting::reminder(&about, slot(0), Some("On foot"))),
        ("meeting_withdrawn", meeting::withdrawn(&about)),
        ("outcome_asked", outcome::asked(&about, slot(0), Stage::After, "01936a3c")),
        ("outcome_asked_later", outcome::asked(&about, slot(0), Stage::Months6, "01936a3c")),
        ("outcome_provider", outcome::provider_asked(&about, slot(0))),
        ("handed_over", meeting::handed_over(&staff_about, slot(0), "Jens")),
        ("staff_invitation", staff::invitation(site, "Jens <Albrecht>", LINK)),
        ("staff_meeting", staff::meeting(site, reference, MeetingNote::NoneFits, LINK)),
    ]
}

#[test]
fn every_mail_can_be_read_without_the_network_and_says_who_wrote_it() {
    let mut read = 0;
    for lang in [Lang::De, Lang::En] {
        for (name, letter) in all(lang) {
            assert!(!letter.subject.is_empty() && letter.subject.len() < 90, "{name}");
            assert!(letter.text.contains("werkbank@werkbank.example"), "{name}");
            assert!(letter.html.contains("<html lang="), "{name}");
            for remote in ["src=", "url(", "<link", "<script", "style=", "<img"] {
                assert!(!letter.html.contains(remote), "{name} {remote}");
            }
            let links: Vec<&str> = letter.html.split("href=\"").skip(1).collect();
            assert!(links.iter().all(|link| link.starts_with(LINK)), "{name}");
            assert!(!letter.text.contains("  "), "{name}: {}", letter.text);
            read += 1;
        }
    }
    assert_eq!(read, 58);
}

#[test]
fn a_mail_is_in_its_readers_language() {
    for (name, letter) in all(Lang::En) {
        let german = ["Guten Tag", "Anfrage ", "Termin ", " und "];
        let is_german = german.iter().any(|word| letter.text.contains(word));
        let for_staff = letter.html.contains("lang=\"de\"");
        assert_eq!(is_german, for_staff, "{name}: {}", letter.text);
    }
}

#[test]
fn names_from_outside_stay_text() {
    let (_, letter) = all(Lang::De).swap_remove(3);
    assert!(letter.html.contains("<li>A &lt;b&gt;</li>"));
}
