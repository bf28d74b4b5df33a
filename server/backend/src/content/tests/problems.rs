//! Everything that is wrong is told, at once, where it is.

use super::folder::{Folder, translation};
use domain::content::Kind;

const STORY: &str = "stories/sonntagsbroetchen/index.md";
const SITE: &str = "sites/dortmund/index.md";

#[test]
fn the_examples_of_all_fields_make_a_valid_folder() {
    let folder = Folder::valid();
    assert_eq!(folder.problems(), [""; 0]);
    let content = folder.load().content.unwrap();
    let story = &content.stories["sonntagsbroetchen"];
    assert_eq!(story.text.de.lead, "Der Vorspann steht zuerst.");
    assert!(story.text.de.body.as_str().starts_with("<h2>Danach</h2>\n<p>Am Samstag"));
    assert_eq!((story.picture.width, story.picture.height), (400, 300));
    assert!(story.picture.src.starts_with("/media/stories/sonntagsbroetchen/bild.svg?v="));
    assert_eq!(content.sites["dortmund"].room.position, Some((51.514, 7.465)));
}

/// One fault at a time: exactly one problem, at the right place, with the right hint.
#[test]
fn each_fault_is_told_alone() {
    let cases: &[(&str, &str, &str, &str)] = &[
        (STORY, "title = ", "titel = ", "„titel“ ist kein bekanntes Feld. Meinten Sie „title“?"),
        (STORY, "[gain]", "[gian]", "„gian“ ist kein bekanntes Feld. Meinten Sie „gain“?"),
        (
            STORY,
            "owner = \"jens-albrecht\"",
            "owner = \"jens-albrect\"",
            "In „advisers“ gibt es „jens-albrect“ nicht. Meinten Sie „jens-albrecht“?",
        ),
        (
            STORY,
            "owner = \"jens-albrecht\"",
            "owner = \"Jens Albrecht\"",
            "„owner“: „Jens Albrecht“ ist kein Ordnername",
        ),
        (
            STORY,
            "checked_on = 2026-03-01",
            "checked_on = \"2026-03-01\"",
            "„checked_on“: Das Datum steht in Anführungszeichen.",
        ),
        (
            STORY,
            "checked_on = 2026-03-01",
            "checked_on = 2026-02-30",
            "Das ist kein Datum aus dem Kalender.",
        ),
        (
            STORY,
            "checked_on = 2026-03-01",
            "checked_on = 2026-03-01T10:00:00Z",
            "„checked_on“: Hier steht eine Uhrzeit.",
        ),
        (
            STORY,
            "checked_on = 2026-03-01",
            "checked_on = 1926-03-01",
            "„checked_on“: Das Jahr 1926 kann nicht stimmen.",
        ),
        (
            STORY,
            "next_check = 2026-09-15",
            "next_check = 2026-03-01",
            "Die nächste Prüfung liegt nicht nach der letzten.",
        ),
        (
            STORY,
            "district = \"eving\"",
            "district = \"evign\"",
            "„evign“ steht nicht unter [[districts]] des Standorts. Meinten Sie „eving“?",
        ),
        (
            STORY,
            "size = \"10-49\"",
            "size = \"10–49\"",
            "„size“: „10–49“ gibt es hier nicht. Meinten Sie „10-49“?",
        ),
        (
            STORY,
            "employees = 14",
            "employees = 50",
            "50 Beschäftigte passen nicht zur Größe „10-49“.",
        ),
        (STORY, "employees = 14", "employees = 14.5", "„employees“: Hier steht eine Kommazahl."),
        (
            STORY,
            "once = 1200",
            "once = 1.200",
            "„once“: Hier steht eine Kommazahl; 4.000 heißt hier vier.",
        ),
        (
            STORY,
            "once = 1200",
            "once = \"1200\"",
            "„once“: Hier steht ein Text in Anführungszeichen.",
        ),
        (STORY, "once = 1200", "once = -1", "„once“: -1 ist zu klein."),
        (
            STORY,
            "goals = [\"kundenbindung\", \"ablaeufe\"]",
            "goals = \"kundenbindung\"",
            "„goals“: Hier steht ein Text in Anführungszeichen. Auch ein einzelner Eintrag gehört in eckige Klammern.",
        ),
        (
            STORY,
            "goals = [\"kundenbindung\", \"ablaeufe\"]",
            "goals = []",
            "„goals“: Die Liste hat 0 Einträge.",
        ),
        (
            STORY,
            "goals = [\"kundenbindung\", \"ablaeufe\"]",
            "goals = [\"ablaeufe\", \"ablaeufe\"]",
            "„goals“: „ablaeufe“ steht zweimal in der Liste.",
        ),
        (
            STORY,
            "goals = [\"kundenbindung\", \"ablaeufe\"]",
            "goals = [\"ablaeufe\", 7]",
            "„goals“: Hier steht eine ganze Zahl.",
        ),
        (
            STORY,
            "figure = \"6 Stunden\"",
            "figure = \"sechs Stunden und ein paar Minuten\"",
            "„figure“: Der Text ist 34 Zeichen lang, 10 zu viel.",
        ),
        (STORY, "figure = \"6 Stunden\"", "figure = \"  \"", "„figure“: Der Text ist leer."),
        (
            STORY,
            "figure = \"6 Stunden\"",
            "figure = \"6\\nStunden\"",
            "„figure“: Der Text enthält einen Zeilenumbruch oder ein unsichtbares Zeichen.",
        ),
        (STORY, "text = \"Am", "text = \"„Am", "Das Zitat steht in Anführungszeichen."),
        (
            STORY,
            "file = \"bild.svg\"",
            "file = \"../demir-digital/bild.svg\"",
            "„../demir-digital/bild.svg“ ist ein Pfad.",
        ),
        (STORY, "file = \"bild.svg\"", "file = \"/etc/passwd\"", "„/etc/passwd“ ist ein Pfad."),
        (
            STORY,
            "file = \"bild.svg\"",
            "file = \"bild.svg\\u0000.png\"",
            "„file“: Der Text enthält einen Zeilenumbruch oder ein unsichtbares Zeichen.",
        ),
        (
            STORY,
            "file = \"bild.svg\"",
            "file = \"Bild.svg\"",
            "Die Datei „Bild.svg“ liegt nicht in diesem Ordner. Meinten Sie „bild.svg“?",
        ),
        (
            STORY,
            "[picture]\n",
            "[picture]\nonce = 1\n",
            "„once“ ist in [picture] kein bekanntes Feld. Das Feld gehört in den Abschnitt [cost].",
        ),
        (
            STORY,
            "[picture]\n",
            "[picture]\nfirm = \"x\"\n",
            "„firm“ ist in [picture] kein bekanntes Feld. Das Feld gehört nach oben, vor den ersten Abschnitt.",
        ),
        (
            STORY,
            "\n[says]\nwho = \"firm\"\nnote = \"gemessen über acht Wochen\"\n",
            "",
            "Der Abschnitt [says] fehlt.",
        ),
        (STORY, "who = \"firm\"\n", "", "„who“ fehlt in [says]."),
        (STORY, "firm = \"Bäckerei Lindemann\"\n", "", "„firm“ fehlt."),
        (
            STORY,
            "## Danach",
            "[x](javascript:alert(1))",
            "Diese Art von Adresse ist nicht erlaubt.",
        ),
        (
            STORY,
            "## Danach",
            "[x](/anbieter/demir-digitl)",
            "Der Link „/anbieter/demir-digitl“ führt zu keinem Eintrag. Meinten Sie „demir-digital“?",
        ),
        (STORY, "## Danach", "<b>Danach</b>", "HTML wird aus dem Text entfernt."),
        (STORY, "## Danach", "![](bild.svg)", "Das Bild hat keine Beschreibung."),
        (
            STORY,
            "## Danach",
            "![Foto](../foto.jpg)",
            "Das Bild „../foto.jpg“ liegt nicht in diesem Ordner.",
        ),
        (STORY, "## Danach", "Von {{operator.name}}", "Platzhalter gibt es nur in Textseiten."),
        (
            "pages/impressum/index.md",
            "Noch einer.",
            "{{operator.nam}}",
            "Den Platzhalter „operator.nam“ gibt es nicht. Meinten Sie „operator.name“?",
        ),
        (
            "pages/impressum/index.md",
            "Ein Absatz.\n\n## Überschrift\n\nNoch einer.\n",
            "",
            "Unter den Kopfdaten steht kein Text.",
        ),
        (
            "providers/demir-digital/index.md",
            "website = \"https://www.example.org\"",
            "website = \"www.example.org\"",
            "„website“: „www.example.org“ ist keine Adresse",
        ),
        (
            "providers/demir-digital/index.md",
            "website = \"https://www.example.org\"",
            "website = \"https://a:b@example.org\"",
            "„website“: „https://a:b@example.org“ ist keine Adresse",
        ),
        (
            "providers/demir-digital/index.md",
            "email = \"aylin.demir@example.org\"",
            "email = \"aylin\"",
            "„email“: „aylin“ ist keine E-Mail-Adresse.",
        ),
        (
            "providers/demir-digital/index.md",
            "project_to = 12000",
            "project_to = 100",
            "Das größte Vorhaben kostet weniger als das kleinste.",
        ),
        (
            "funding/digitalgutschein-klein/index.md",
            "valid_until = 2027-12-31",
            "valid_until = 2025-12-31",
            "Das Programm endet, bevor es anfängt.",
        ),
        (SITE, "day = \"di\"", "day = \"tu\"", "„day“: „tu“ gibt es hier nicht."),
        (SITE, "to = \"18:00\"", "to = \"9:00\"", "„to“: „9:00“ ist keine Uhrzeit wie „10:00“."),
        (SITE, "to = \"18:00\"", "to = \"09:00\"", "Die Öffnungszeit endet, bevor sie anfängt."),
        (
            SITE,
            "[[closures]]",
            "[[hours]]\nday = \"di\"\nfrom = \"17:00\"\nto = \"19:00\"\n[[closures]]",
            "Diese Öffnungszeit überschneidet sich mit einer anderen am selben Tag.",
        ),
        (SITE, "to = 2027-01-02", "to = 2026-12-01", "Die Schließung endet, bevor sie anfängt."),
        (
            SITE,
            "de = \"Kosten senken\"",
            "de = \"Die Kosten im Betrieb senken\"",
            "Das Ziel hat 5 Wörter.",
        ),
        (
            SITE,
            "id = \"eving\"",
            "id = \"hoerde\"",
            "Die Kennung „hoerde“ gibt es in [[districts]] schon.",
        ),
        (
            SITE,
            "districts = [\"hoerde\"]",
            "districts = []",
            "Diese Zuständigkeit nennt weder Bezirk noch Branche.",
        ),
        (
            SITE,
            "[[desks]]",
            "[[desks]]\nid = \"zwei\"\nname = \"Zwei\"\ndistricts = [\"hoerde\"]\nsectors = []\nadviser = \"jens-albrecht\"\n[[desks]]",
            "„hoerde“ und „zwei“ sind für dieselben Fälle zuständig.",
        ),
        (SITE, "lat = 51.5140\n", "", "Zur Lage des Raums gehören beide Angaben"),
        (SITE, "lat = 51.5140\n", "lat = 515.140\n", "„lat“: 515.14 liegt außerhalb."),
        (
            SITE,
            "legal_form = \"city\"",
            "legal_form = \"ag\"",
            "„legal_form“: „ag“ gibt es hier nicht.",
        ),
    ];
    let mut wrong = Vec::new();
    for (file, from, to, message) in cases {
        let folder = Folder::valid();
        folder.replace(file, from, to);
        let line = folder.read(file)[..folder.read(file).find(*to).unwrap()].lines().count().max(1);
        let problems = folder.problems();
        let expected = problems.iter().filter(|problem| {
            let known = problem.split_once(' ').unwrap_or_default();
            let found: usize = known.0.split(':').nth(1).unwrap().parse().unwrap();
            // What appears twice is told at the second place.
            let twice = message.contains("gibt es in") || message.contains("dieselben");
            let near = to.is_empty() || found == 1 || twice || found.abs_diff(line) <= 2;
            known.0.starts_with(file) && known.1.starts_with(message) && near
        });
        let told = expected.count() == 1;
        // A section that nobody knows is also missing under its right name, and so on.
        let allowed =
            if to.contains("gian") || to.contains("titel") || *file == SITE { 30 } else { 1 };
        if !told || problems.len() > allowed {
            wrong.push(format!("{to:?} in line {line} gave {problems:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn everything_wrong_is_told_at_once_with_line_and_column() {
    let folder = Folder::valid();
    folder.write(
        "signposts/ruhr-hub/index.md",
        "+++\ntitle = Ohne Anführung\nteaser = \"Gut.\"\nfor_whom = 7\nlink = \"http://a.example\"\n\
         order = \"eins\"\nfarbe = 1\nowner = \"niemand-da\"\nchecked_on = 2026-13-01\n+++\n\n\
         [x](data:text/html,x)\n",
    );
    let at = |line: u32, column: u32| format!("signposts/ruhr-hub/index.md:{line}:{column}");
    let problems = folder.problems();
    let places: Vec<&str> = problems.iter().map(|p| p.split_once(' ').unwrap().0).collect();
    let want = [
        at(1, 1),
        at(2, 9),
        at(4, 12),
        at(5, 8),
        at(6, 9),
        at(7, 1),
        at(8, 9),
        at(9, 14),
        at(12, 1),
    ];
    assert_eq!(places, want, "{problems:#?}");
    assert!(problems[0].ends_with("„next_check“ fehlt."));
    assert!(folder.load().content.is_none());
}

#[test]
fn every_problem_says_what_was_expected() {
    let folder = Folder::valid();
    folder.write("stories/sonntagsbroetchen/index.md", "+++\n+++\n\nText\n");
    let problems = folder.load().problems;
    assert!(problems.len() > 15, "{problems:#?}");
    for problem in problems {
        assert!(!problem.expected.is_empty(), "{problem}");
        assert!(!problem.is_error() || !problem.example.is_empty(), "{problem}");
    }
}

#[test]
fn a_translation_holds_texts_and_all_of_them() {
    let folder = Folder::valid();
    let file = "stories/sonntagsbroetchen/en.md";
    folder.write(file, translation(Kind::Story));
    assert_eq!(folder.problems(), [""; 0]);
    let content = folder.load().content.unwrap();
    assert!(content.stories["sonntagsbroetchen"].text.en.is_some());

    folder.replace(file, "teaser =", "verdict = \"partly\"\nteaser =");
    folder.replace(file, "[cost]\n", "[cost]\nonce = 5\n");
    folder.replace(file, "since = \"läuft seit März 2025\"\n", "");
    let text = folder.read(file);
    folder.write(file, text.split("\n+++\n").next().unwrap().to_owned() + "\n+++\n");
    let problems = folder.problems().join("\n");
    for message in [
        "„verdict“ ist eine Tatsache und steht nur in index.md.",
        "„once“ ist eine Tatsache und steht nur in index.md.",
        "„since“ fehlt.",
        "Unter den Kopfdaten steht kein Text.",
    ] {
        assert!(problems.contains(message), "{message} is not in\n{problems}");
    }
    assert_eq!(problems.lines().count(), 4, "{problems}");
}

#[test]
fn plain_language_may_have_gaps_but_no_facts() {
    let folder = Folder::valid();
    folder
        .write("stories/sonntagsbroetchen/ls.md", "+++\ntitle = \"Brötchen\"\n+++\n\nEin Text.\n");
    assert_eq!(folder.problems(), [""; 0]);
    folder.write("stories/sonntagsbroetchen/ls.md", "+++\nfirm = \"x\"\n+++\n\nEin Text.\n");
    assert_eq!(folder.problems().len(), 1);
}

#[test]
fn a_story_of_unusual_length_is_published_with_a_warning() {
    let folder = Folder::valid();
    let text = folder.read(STORY);
    folder.write(STORY, text.split("## Danach").next().unwrap());
    let loaded = folder.load();
    assert_eq!(loaded.problems.len(), 1);
    assert_eq!(loaded.problems[0].message, "Die Geschichte hat 4 Wörter.");
    assert!(loaded.content.is_some());
}
