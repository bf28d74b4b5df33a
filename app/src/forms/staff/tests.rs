//! The team's pages and the own account, asked as a browser without scripts would.

use crate::test_site::{Answered, TestSite, link_in};
use backend::Id;
use domain::staff::Role;

const PASSWORD: &str = "sieben Tassen und ein Krug";

/// A website with an administrator who is signed in.
async fn office() -> (TestSite, Id) {
    let site = TestSite::new().await;
    let admin = site.member("Anna Berg", &[Role::Admin]).await;
    site.sign_in(&admin).await;
    (site, admin)
}

fn has(page: &Answered, words: &[&str]) {
    for word in words {
        assert!(page.html.contains(word), "{word} is missing in {}", page.html);
    }
}

/// The value of an input with this name.
fn typed(page: &Answered, name: &str) -> String {
    let tag = page.html.split("<input").find(|tag| tag.contains(&format!("name=\"{name}\"")));
    let tag = tag.unwrap_or_else(|| panic!("no field {name}"));
    let value = tag.split_once(" value=\"").and_then(|(_, rest)| rest.split_once('"'));
    value.map_or_else(String::new, |(value, _)| value.to_owned())
}

#[tokio::test]
async fn a_new_member_gets_a_mail_and_the_list_says_so() {
    let (site, _) = office().await;
    let team = site.get("/mitarbeit/team").await;
    has(&team, &["Anna Berg", "(Sie)", "Eine Person.", "Noch sind Sie hier allein", "/team/neu"]);

    let form = [("name", "Jens Albrecht"), ("email", "jens@werkbank"), ("profil", "jens-albrecht")];
    let back = site.post("/mitarbeit/team/neu", &form).await;
    assert_eq!(back.status, 422);
    has(&back, &["<title>Fehler: ", "2 Felder brauchen noch einen Blick", "href=\"#email\""]);
    has(&back, &["href=\"#rolle\"", "value=\"jens-albrecht\" selected", "Hinter dem @ fehlt"]);
    assert_eq!((typed(&back, "name"), typed(&back, "email")), (form[0].1.into(), form[1].1.into()));

    let form = [
        ("name", "Jens Albrecht"),
        ("email", "Jens@werkbank.example"),
        ("profil", "jens-albrecht"),
        ("rolle", "adviser"),
        ("rolle", "curator"),
    ];
    let done = site.post("/mitarbeit/team/neu", &form).await;
    assert!(done.status == 303 && done.to.ends_with("?getan=angelegt"), "{done:?}");
    let page = site.get(&done.to).await;
    has(&page, &["die Einladung ist unterwegs", "Beratung, Redaktion", "Einladung offen bis"]);
    has(&page, &["wird gesendet", "jens@werkbank.example", "Jens Albrecht"]);
    let again = site.post("/mitarbeit/team/neu", &form).await;
    assert_eq!(again.status, 422);
    has(&again, &["gibt es schon ein Konto"]);

    let mails = site.mails().await;
    assert_eq!(mails.len(), 1, "{mails:?}");
    assert_eq!(mails[0].0, "jens@werkbank.example");
    has(&site.get(&done.to).await, &["übergeben"]);
    let invitation = site.get(&link_in(&mails[0].1)).await;
    has(&invitation, &["Willkommen in der Werkbank", "Jens Albrecht"]);

    let member = done.to.split('?').next().unwrap().to_owned();
    let anew = site.post(&format!("{member}/einladung"), &[]).await;
    has(&site.get(&anew.to).await, &["frühere gelten nicht mehr"]);
    assert_eq!(site.get(&link_in(&mails[0].1)).await.status, 404, "the earlier one ended");
}

#[tokio::test]
async fn rights_follow_the_role() {
    let site = TestSite::new().await;
    let coordinator = site.member("Cem Demir", &[Role::Coordinator]).await;
    let adviser = site.member("Bea Meier", &[Role::Adviser]).await;
    site.sign_in(&adviser).await;
    assert_eq!(site.get("/mitarbeit/team").await.status, 403);
    let account = site.get("/mitarbeit/konto").await;
    has(&account, &["Ihr Konto", "href=\"/mitarbeit/anfragen\""]);
    assert!(!account.html.contains("href=\"/mitarbeit/team\""));

    site.sign_in(&coordinator).await;
    let member = format!("/mitarbeit/team/{adviser}");
    let page = site.get(&member).await;
    has(&page, &["Bea Meier", "Abwesenheit eintragen", "href=\"/mitarbeit/team\""]);
    for hidden in ["Konto sperren", "Rollen speichern", "Neue Einladung", "/team/neu"] {
        assert!(!page.html.contains(hidden), "{hidden}");
    }
    for action in ["rollen", "einladung", "sperren", "entsperren", "abmelden"] {
        let refused = site.post(&format!("{member}/{action}"), &[("sicher", "ja")]).await;
        assert_eq!(refused.status, 403, "{action}");
    }
    assert_eq!(site.get("/mitarbeit/team/neu").await.status, 403);

    // Whoever works on no requests begins where something is theirs.
    let curator = site.member("Dana Kurz", &[Role::Curator]).await;
    site.sign_in(&curator).await;
    assert_eq!(site.get("/mitarbeit").await.to, "/mitarbeit/konto");
    let admin = site.member("Anna Berg", &[Role::Admin]).await;
    site.sign_in(&admin).await;
    assert_eq!(site.get("/mitarbeit").await.to, "/mitarbeit/team");
}

#[tokio::test]
async fn an_administrator_stays_one_and_stays_in() {
    let (site, admin) = office().await;
    let me = format!("/mitarbeit/team/{admin}");
    let page = site.get(&me).await;
    assert!(!page.html.contains("Konto sperren"), "nobody locks themselves out");
    let refused = site.post(&format!("{me}/sperren"), &[("sicher", "ja")]).await;
    assert_eq!(refused.status, 422);
    has(&refused, &["Sich selbst können Sie nicht sperren"]);
    let form = [("bisher", "admin"), ("rolle", "head")];
    let refused = site.post(&format!("{me}/rollen"), &form).await;
    assert_eq!(refused.status, 422);
    has(&refused, &["können Sie sich nicht selbst nehmen", "value=\"head\" checked"]);
    let refused = site.post(&format!("{me}/rollen"), &[("bisher", "admin")]).await;
    has(&refused, &["mindestens eine Rolle"]);
    assert!(site.is_signed_in().await);

    let bea = site.member("Bea Meier", &[Role::Adviser]).await;
    let member = format!("/mitarbeit/team/{bea}");
    let form = [("bisher", "adviser"), ("rolle", "adviser"), ("rolle", "coordinator")];
    let done = site.post(&format!("{member}/rollen"), &form).await;
    has(&site.get(&done.to).await, &["Die Rollen sind gespeichert", "Beratung, Koordination"]);
    let late = [("bisher", "adviser"), ("rolle", "curator")];
    let late = site.post(&format!("{member}/rollen"), &late).await;
    assert_eq!(late.status, 409);
    has(&late, &["Jemand hat die Rollen", "value=\"coordinator\" checked"]);

    let unsure = site.post(&format!("{member}/sperren"), &[]).await;
    assert_eq!(unsure.status, 422);
    has(&unsure, &["Der Haken fehlt noch", "<details open class=\"danger\"", "href=\"#sicher\""]);
    let done = site.post(&format!("{member}/sperren"), &[("sicher", "ja")]).await;
    let page = site.get(&done.to).await;
    has(&page, &["Das Konto ist gesperrt", "Entsperren", "gesperrt</span>"]);
    has(&site.get("/mitarbeit/team").await, &["2 Personen, eine davon gesperrt."]);
    assert_eq!(site.post(&format!("{member}/einladung"), &[]).await.status, 422);
    let done = site.post(&format!("{member}/entsperren"), &[]).await;
    has(&site.get(&done.to).await, &["Das Konto ist wieder offen", "Konto sperren"]);
}

#[tokio::test]
async fn a_desk_is_filled_ended_and_marked_when_empty() {
    let (site, _) = office().await;
    let bea = site.member("Bea Meier", &[Role::Adviser]).await;
    let dana = site.member("Dana Kurz", &[Role::Curator]).await;
    let plain = site.get("/mitarbeit/team/plaetze").await;
    assert_eq!(plain.html.matches("unbesetzt").count(), 6, "every desk of the example");
    has(&plain, &["Anfragen gehen in den gemeinsamen Topf", "Bea Meier"]);
    assert!(!plain.html.contains(">Dana Kurz<"), "works on no requests");
    let chosen = site.get("/mitarbeit/team/plaetze?platz=nord").await;
    has(&chosen, &["value=\"nord\" selected"]);

    let empty = site.post("/mitarbeit/team/plaetze", &[("von", "gestern")]).await;
    assert_eq!(empty.status, 422);
    has(&empty, &["3 Felder", "href=\"#platz\"", "href=\"#person\"", "so: 24.12.2026"]);
    assert_eq!(typed(&empty, "von"), "gestern");
    let form = |person| [("platz", "nord"), ("person", person), ("von", "22.11.2026"), ("bis", "")];
    let blind = site.post("/mitarbeit/team/plaetze", &form(dana.as_str())).await;
    has(&blind, &["keine Rolle für Anfragen"]);
    let done = site.post("/mitarbeit/team/plaetze", &form(bea.as_str())).await;
    assert_eq!(done.to, "/mitarbeit/team/plaetze?getan=eingetragen");
    let twice = site.post("/mitarbeit/team/plaetze", &form(bea.as_str())).await;
    has(&twice, &["sitzt in dieser Zeit schon dort"]);

    let page = site.get(&done.to).await;
    assert_eq!(page.html.matches("unbesetzt").count(), 5);
    has(&page, &["seit 22. November 2026"]);
    let (_, rest) = page.html.split_once("href=\"/mitarbeit/team/plaetze/").unwrap();
    let seat = format!("/mitarbeit/team/plaetze/{}", rest.split('"').next().unwrap());
    has(&site.get(&seat).await, &["Bea Meier: Nord", "Letzten Tag festlegen", "Austragen"]);
    let early = [("bisher", ""), ("bis", "2026-11-21")];
    let early = site.post(&format!("{seat}/beenden"), &early).await;
    assert_eq!((early.status, typed(&early, "bis").as_str()), (422, "2026-11-21"));
    let end = [("bisher", ""), ("bis", "2026-12-31")];
    let done = site.post(&format!("{seat}/beenden"), &end).await;
    has(&site.get(&done.to).await, &["bis 31. Dezember 2026"]);
    let late = site.post(&format!("{seat}/beenden"), &end).await;
    assert_eq!((late.status, typed(&late, "bis").as_str()), (409, "2026-12-31"));
    has(&late, &["inzwischen geändert"]);
    let done = site.post(&format!("{seat}/austragen"), &[]).await;
    let page = site.get(&done.to).await;
    assert_eq!(page.html.matches("unbesetzt").count(), 6);
    assert_eq!(site.get(&seat).await.status, 404);
}

#[tokio::test]
async fn everybody_enters_their_own_absence_and_sees_who_stands_in() {
    let (site, _) = office().await;
    let bea = site.member("Bea Meier", &[Role::Adviser]).await;
    let cem = site.member("Cem Demir", &[Role::Adviser]).await;
    for (who, how) in [(&bea, "fest"), (&cem, "vertretung")] {
        let form =
            [("platz", "nord"), ("person", who.as_str()), ("wie", how), ("von", "2026-11-22")];
        assert_eq!(site.post("/mitarbeit/team/plaetze", &form).await.status, 303);
    }
    site.sign_in(&bea).await;
    has(&site.get("/mitarbeit/konto").await, &["Zurzeit ist nichts eingetragen."]);
    let wrong = [("von", "2026-12-05"), ("bis", "2026-12-01")];
    let wrong = site.post("/mitarbeit/konto/abwesenheiten", &wrong).await;
    assert_eq!(wrong.status, 422);
    has(&wrong, &["Sind die Tage vertauscht?", "href=\"#bis\""]);
    assert_eq!(
        (typed(&wrong, "von"), typed(&wrong, "bis")),
        ("2026-12-05".into(), "2026-12-01".into())
    );
    let good = [("von", "2026-12-01"), ("bis", "2026-12-05")];
    let done = site.post("/mitarbeit/konto/abwesenheiten", &good).await;
    assert_eq!(done.to, "/mitarbeit/konto?getan=abwesend");
    let page = site.get(&done.to).await;
    has(&page, &["1. bis 5. Dezember 2026", "Cem Demir", "Die Abwesenheit ist eingetragen."]);
    let twice = site.post("/mitarbeit/konto/abwesenheiten", &good).await;
    assert_eq!(twice.status, 422);
    has(&twice, &["schon eine Abwesenheit eingetragen: 1. bis 5. Dezember 2026"]);

    let (_, rest) = page.html.split_once("/mitarbeit/konto/abwesenheiten/").unwrap();
    let own = format!("/mitarbeit/konto/abwesenheiten/{}", rest.split('"').next().unwrap());
    site.sign_in(&cem).await;
    assert_eq!(site.post(&own, &[]).await.status, 404, "not one's own");
    site.sign_in(&bea).await;
    let done = site.post(&own, &[]).await;
    has(&site.get(&done.to).await, &["Die Abwesenheit ist gelöscht."]);

    let coordinator = site.member("Dora Ott", &[Role::Coordinator]).await;
    site.sign_in(&coordinator).await;
    let member = format!("/mitarbeit/team/{bea}");
    let done = site.post(&format!("{member}/abwesenheiten"), &good).await;
    assert_eq!(done.to, format!("{member}?getan=abwesend"));
    has(&site.get("/mitarbeit/team").await, &["ja; abwesend 1. bis 5. Dezember 2026"]);
}

#[tokio::test]
async fn the_own_account_changes_its_password_and_ends_sessions() {
    let site = TestSite::new().await;
    let backend = site.app.backend.clone();
    let bea = site.member("Bea Meier", &[Role::Adviser]).await;
    let by = backend::Actor::System;
    let secret = backend::staff::invite(&backend, &bea, &by).await.unwrap();
    let offered = backend::staff::invitation(&backend, &secret).await.unwrap().unwrap();
    let code = offered.totp.code(backend.now()).unwrap();
    let old = "drei Stühle im Regen";
    let form = [("password", old), ("code", code.as_str())];
    let accepted = site.post(&format!("/mitarbeit/einladung/{secret}"), &form).await;
    assert_eq!(accepted.to, "/mitarbeit/anfragen");

    site.sign_in(&bea).await;
    let page = site.get("/mitarbeit/konto").await;
    assert_eq!(page.html.matches("Firefox, Linux").count(), 1);
    has(&page, &["diese hier", "Alle anderen beenden"]);
    for (form, words) in [
        ([("alt", "falsch"), ("neu", PASSWORD)], "Das jetzige Passwort stimmt nicht"),
        ([("alt", old), ("neu", "kurz")], "mindestens 12 Zeichen"),
    ] {
        let wrong = site.post("/mitarbeit/konto/passwort", &form).await;
        assert_eq!(wrong.status, 422);
        has(&wrong, &[words]);
        assert!(!wrong.html.contains(old) && !wrong.html.contains(PASSWORD), "never shown again");
    }
    let form = [("alt", old), ("neu", PASSWORD)];
    let done = site.post("/mitarbeit/konto/passwort", &form).await;
    assert_eq!(done.to, "/mitarbeit/konto?getan=passwort");
    let page = site.get(&done.to).await;
    has(&page, &["Das neue Passwort gilt.", "diese hier"]);
    assert!(!page.html.contains("Alle anderen beenden"), "there is only this one");

    site.sign_in(&bea).await;
    let page = site.get("/mitarbeit/konto").await;
    let (_, rest) = page.html.split_once("/mitarbeit/konto/anmeldungen/").unwrap();
    let other = format!("/mitarbeit/konto/anmeldungen/{}", rest.split('"').next().unwrap());
    assert_eq!(site.post(&other, &[]).await.to, "/mitarbeit/konto?getan=anmeldung");
    assert_eq!(site.post(&other, &[]).await.status, 404);
    let done = site.post("/mitarbeit/konto/anmeldungen/beenden", &[]).await;
    assert_eq!(done.to, "/mitarbeit/konto?getan=anmeldungen");
    assert!(site.is_signed_in().await);
}

#[tokio::test]
async fn everybody_can_be_signed_out_at_once() {
    let (site, admin) = office().await;
    let unsure = site.post("/mitarbeit/team/abmelden", &[]).await;
    assert_eq!(unsure.status, 422);
    has(&unsure, &["Der Haken fehlt noch"]);
    let bea = site.member("Bea Meier", &[Role::Adviser]).await;
    site.sign_in(&bea).await;
    site.sign_in(&admin).await;
    has(&site.get(&format!("/mitarbeit/team/{bea}")).await, &[">eine laufende<"]);
    let done = site.post("/mitarbeit/team/abmelden", &[("sicher", "ja")]).await;
    has(&site.get(&done.to).await, &["Alle sind abgemeldet, nur Sie nicht."]);
    let page = site.get(&format!("/mitarbeit/team/{bea}")).await;
    assert!(!page.html.contains(">eine laufende<"));
}
