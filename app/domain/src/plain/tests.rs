use super::*;

fn split(text: &str) -> Vec<&str> {
    sentences(text).into_iter().map(|(_, sentence)| sentence).collect()
}

fn faults_of(text: &str) -> Vec<Fault> {
    check(text).into_iter().map(|finding| finding.fault).collect()
}

#[test]
fn sentences_end_where_readers_pause() {
    for (text, want) in [
        ("Kommen Sie rein! Es kostet nichts.", &["Kommen Sie rein!", "Es kostet nichts."][..]),
        ("Das hilft, z. B. am Telefon. Gut.", &["Das hilft, z. B. am Telefon.", "Gut."]),
        ("Wir haben Tee, Kaffee usw. Kommen Sie.", &["Wir haben Tee, Kaffee usw.", "Kommen Sie."]),
        ("Es kostet 1.000 Euro. Das ist viel.", &["Es kostet 1.000 Euro.", "Das ist viel."]),
        ("Um 10.30 Uhr öffnen wir.", &["Um 10.30 Uhr öffnen wir."]),
        ("Am 22. November 2026 ist zu.", &["Am 22. November 2026 ist zu."]),
        ("Der 2. Schritt ist leicht.", &["Der 2. Schritt ist leicht."]),
        ("Gehen Sie zu Raum 3. Dort ist Platz.", &["Gehen Sie zu Raum 3.", "Dort ist Platz."]),
        ("Das können Sie tun: Rufen Sie an.", &["Das können Sie tun:", "Rufen Sie an."]),
        ("Die Seite ist auf werkbank.example.", &["Die Seite ist auf werkbank.example."]),
        ("Er sagt: „Das ist gut.“ Wir auch.", &["Er sagt:", "„Das ist gut.“", "Wir auch."]),
        ("Eine Überschrift", &["Eine Überschrift"]),
        ("Ein Punkt\n\nNoch ein Punkt", &["Ein Punkt", "Noch ein Punkt"]),
        ("Ein Satz\nmit Umbruch.", &["Ein Satz\nmit Umbruch."]),
        ("", &[]),
        (" … ", &[]),
    ] {
        assert_eq!(split(text), want, "{text:?}");
    }
    assert_eq!(sentences("Eins. Zwei.")[1], (6, "Zwei."));
}

#[test]
fn twelve_words_are_enough() {
    let twelve = "Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf.";
    assert!(faults_of(twelve).is_empty());
    assert!(faults_of(&twelve.replace("elf", "– elf –")).is_empty());
    assert_eq!(faults_of(&twelve.replace("elf", "elf und")), [Fault::Words(13)]);
    assert_eq!(check(&format!("Gut. {twelve}").replace("elf", "elf und"))[0].at, 5);
}

#[test]
fn one_subordinate_clause_is_enough() {
    for text in [
        "Wenn Sie möchten, helfen wir Ihnen.",
        "Wir sagen Ihnen, was das kostet.",
        "Das ist die Person, mit der Sie sprechen.",
        "Wir haben Tee, Kaffee, Wasser und Obst.",
        "Wer fragt, und warum?",
        "Während der Woche haben wir auf.",
    ] {
        assert!(faults_of(text).is_empty(), "{text}: {:?}", faults_of(text));
    }
    for text in [
        "Wenn Sie möchten, sagen wir, was es kostet.",
        "Das ist die Person, die fragt, ob es geht.",
        "Wer das ist, sagen wir, wenn Sie fragen.",
        "Sie kommen, weil Sie etwas suchen, das hilft.",
    ] {
        assert_eq!(faults_of(text), [Fault::Clauses(2)], "{text}");
    }
}

#[test]
fn short_forms_the_subjunctive_and_long_words_are_seen() {
    let one = |text: &str| match &faults_of(text)[..] {
        [fault] => fault.clone(),
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(one("Das hilft, z. B. hier."), Fault::Abbreviation("z.".into()));
    assert_eq!(one("Tee, Kaffee usw."), Fault::Abbreviation("usw.".into()));
    assert_eq!(one("Das wäre gut."), Fault::Subjunctive("wäre".into()));
    assert_eq!(one("Sie könnten anrufen."), Fault::Subjunctive("könnten".into()));
    assert_eq!(one("Das ist Barrierefreiheit."), Fault::LongWord("Barrierefreiheit".into()));
    for text in [
        "Das ist Barriere·freiheit.",
        "Unsere Adresse ist {{operator.email}}.",
        "Schreiben Sie an barrierefreiheit@werkbank.example.",
        "Wir würfeln.",
        "Rufen Sie an: 0231 000000.",
    ] {
        assert!(faults_of(text).is_empty(), "{text}: {:?}", faults_of(text));
    }
}
