//! Texts of the touchscreen in the room.

use super::{Msg, format, msg};
use domain::Lang;

pub const BAR: Msg = msg("Bedienleiste", "Control bar").ls("Leiste mit Tasten");
pub const WALL: Msg = msg("Lochwand", "Pegboard").ls("IT-Firmen");
pub const MEETING: Msg = msg("Kennenlernen", "First meeting").ls("Kennen·lernen");
pub const MORE: Msg = msg("Mehr und Hilfen", "More and help").ls("Mehr und Hilfe");
pub const DONE: Msg = msg("Fertig, alles löschen", "Done, clear everything");
pub const SCROLL_UP: Msg = msg("Nach oben", "Scroll up");
pub const SCROLL_DOWN: Msg = msg("Nach unten", "Scroll down");

// Idle dialog.
pub const IDLE_TITLE: Msg = msg("Sind Sie noch da?", "Are you still there?");
pub const IDLE_BEFORE: Msg = msg("In ", "In ");
pub const IDLE_AFTER: Msg = msg(
    " fängt dieser Bildschirm von vorn an. Dann sieht niemand, was Sie angesehen haben.",
    " this screen starts again, so that nobody sees what you looked at.",
).ls(" beginnt der Bildschirm neu. Er löscht alles. Niemand sieht dann, was Sie gelesen haben. Drücken Sie auf: Ich bin noch da.");
pub const SECONDS: Msg = msg("Sekunden", "seconds");
pub const SECOND: Msg = msg("Sekunde", "second");
pub const IDLE_GAUGE: Msg = msg("Verbleibende Zeit", "Time left").ls("So viel Zeit ist noch");
pub const STAY: Msg = msg("Ich bin noch da", "I am still here");

// Without network.
pub const OFFLINE_TITLE: Msg = msg("Gerade ohne Netz", "No connection just now").ls("Das Internet ist gerade weg");
pub const OFFLINE_TEXT: Msg = msg(
    "Die nächste Seite lässt sich im Moment nicht holen. Wir versuchen es alle drei Sekunden wieder, Sie müssen nichts tun. Fragen beantworten wir Ihnen gern hier im Raum.",
    "The next page cannot be fetched at the moment. We try again every three seconds; you don’t have to do anything. We are happy to answer your questions here in the room.",
).ls("Die nächste Seite kommt gerade nicht. Der Bildschirm versucht es immer wieder. Sie müssen nichts tun. Haben Sie Fragen? Dann sprechen Sie uns an.");
pub const OFFLINE_LEAD: Msg = msg(
    "Diese Seite lässt sich im Moment nicht holen. Alles andere zeigt der Bildschirm weiter, und er versucht es von selbst wieder.",
    "This page cannot be fetched at the moment. The screen still shows everything else, and it keeps trying by itself.",
).ls("Diese Seite kommt gerade nicht. Alles andere können Sie lesen. Der Bildschirm versucht es immer wieder.");
pub const OFFLINE_ON: Msg = msg("Hier weiterlesen", "Read on here").ls("Hier können Sie weiter lesen");
pub const OFFLINE_PHONE: Msg = msg(
    "Ihr Telefon hat ein eigenes Netz: Kamera auf das Muster halten, das Formular öffnet sich dort.",
    "Your phone has a network of its own: point the camera at the pattern and the form opens there.",
).ls("Ihr Handy hat eigenes Internet. Halten Sie die Kamera auf das Muster. Dann öffnet sich die Seite.");
pub const COPY_AGE: Msg = msg("Ohne Netz. Stand der Ausstellung:", "No connection. Exhibition as of").ls("Ohne Internet. Das ist der Stand:");
pub const NO_FILM: Msg = msg(
    "Ohne Netz läuft der Film gerade nicht. Was er zeigt, steht hier im Text.",
    "The film does not play without a connection. What it shows is here to read.",
).ls("Der Film geht gerade nicht. Hier können Sie ihn lesen.");
pub const OFFLINE_BACK: Msg = msg("Zurück zur letzten Seite", "Back to the last page");

// Attract screen.
pub const TOUCH: Msg = msg("Bitte antippen", "Please touch").ls("Hier tippen");
pub const PAUSE: Msg = msg("Bilderwechsel anhalten", "Pause the pictures").ls("Bilder anhalten");
pub const PLAY: Msg = msg("Bilderwechsel fortsetzen", "Resume the pictures").ls("Bilder weiter zeigen");
pub const NEXT_STORY: Msg = msg("Nächste Geschichte", "Next story");
pub const CONTROLS: Msg = msg("Weitere Möglichkeiten", "More options").ls("Mehr Tasten");

// Start.
pub const START_TITLE: Msg = msg("Geschichten und Ziele", "Stories and goals");

// Lists.
pub const PREVIOUS_CARDS: Msg = msg("Vorige Karten", "Previous cards").ls("Karten davor");
pub const NEXT_CARDS: Msg = msg("Nächste Karten", "Next cards");
pub const GOALS: Msg = msg("Ziele", "Goals");
pub const ALL_GOALS: Msg = msg("Alle Ziele", "All goals");
pub const CHOOSE_GOAL: Msg = msg("Nach Ziel aussuchen", "Choose by goal").ls("Ein Ziel aussuchen");

// Story.
pub const PARTS: Msg = msg("Abschnitte", "Parts").ls("Teile");
pub const ABOUT: Msg = msg("Worum es geht", "What it is about").ls("Darum geht es");
pub const TOLD: Msg = msg("Wie es lief", "How it went").ls("So war es");
pub const SMALLER: Msg = msg("Die kleinere Lösung", "The smaller solution").ls("Es geht auch kleiner");
pub const ALSO_YOU: Msg = msg("Auch bei Ihnen?", "For you, too?");
pub const WAYS: Msg = msg("Wie weiter?", "What next?").ls("So geht es weiter");
pub const BACK_PAGE: Msg = msg("Eine Seite zurück", "One page back");
pub const ON_PAGE: Msg = msg("Weiterlesen, eine Seite weiter", "Read on, one page further").ls("Eine Seite weiter");
pub const FUNDING_TEXT: Msg = msg("Programme, die passen könnten", "Programmes that might fit").ls("Vielleicht passt etwas für Sie");
pub const TREND_TEXT: Msg = msg("Was andere gerade anfassen", "What others are working on").ls("Das machen andere Firmen");
pub const MEETING_TEXT: Msg = msg("45 Minuten, kostenlos", "45 minutes, free of charge").ls("45 Minuten, kostet nichts");
pub const ENLARGE: Msg = msg("Antippen, dann wird der Code groß.", "Touch to enlarge the code.").ls("Tippen Sie auf das Muster. Dann wird es groß.");

// Provider.
pub const IN_SHORT: Msg = msg("Auf einen Blick", "At a glance").ls("Das Wichtigste");
pub const HOW_WE_WORK: Msg = msg("So arbeiten wir", "How we work");
pub const WHAT_WE_DO: Msg = msg("Womit wir arbeiten", "What we work with").ls("Damit arbeiten wir");
pub const DOING_AND_NOT: Msg = msg("Was wir machen", "What we do").ls("Das machen wir");
pub const NOT_DOING: Msg = msg("Was wir nicht machen", "What we do not do").ls("Das machen wir nicht");
pub const HELPS_WITH: Msg = msg("Hilft bei", "Helps with");
pub const PROJECTS: Msg = msg("Vorhaben", "Projects").ls("Preise");
pub const TAKE_ALONG: Msg = msg("Aufs Telefon mitnehmen", "Take it along on your phone").ls("Auf das Handy mitnehmen");
pub const BACK_TO_WALL: Msg = msg("Zurück zur Wand", "Back to the wall").ls("Zurück zu den IT-Firmen");
pub const KNOWS: Msg = msg("Kennt", "Knows");
pub const SPEAKS: Msg = msg("Spricht", "Speaks");

// To take home.
pub const TAKE_TITLE: Msg = msg("Diese Geschichte mitnehmen", "Take this story home");
pub const TAKE_SCAN: Msg =
    msg("Kamera des Telefons auf das Muster halten", "Point your phone’s camera at the pattern").ls("Halten Sie die Handy-Kamera auf das Muster");
pub const TAKE_SCAN_TEXT: Msg = msg(
    "Die Geschichte öffnet sich auf Ihrem Telefon, mit Laufzettel und allen Zahlen.",
    "The story opens on your phone, with the work card and all figures.",
).ls("Dann sehen Sie die Geschichte auf Ihrem Handy.");
pub const TAKE_TYPE: Msg = msg("Oder diese Adresse eintippen", "Or type in this address").ls("Oder tippen Sie diese Adresse ein");
pub const TAKE_PAPER: Msg = msg("Kein Telefon dabei?", "No phone with you?").ls("Haben Sie kein Handy dabei?");
pub const TAKE_PAPER_TEXT: Msg = msg(
    "Sprechen Sie uns an. Wir drucken Ihnen die Geschichte auf ein Blatt.",
    "Ask us and we will print the story for you on one sheet.",
).ls("Sprechen Sie uns an. Wir drucken die Geschichte auf ein Blatt.");
pub const TAKE_NOTHING_KEPT: Msg = msg(
    "Dieser Bildschirm merkt sich nichts, und der Code enthält nichts über Sie.",
    "This screen remembers nothing, and the code holds nothing about you.",
).ls("Dieser Bildschirm merkt sich nichts. Im Muster steht nichts über Sie.");
pub const BACK: Msg = msg("Zurück", "Back");

// Request.
pub const REQUEST_LEAD: Msg = msg(
    "Ihre Anfrage schreiben Sie auf dem eigenen Telefon, in drei kurzen Schritten. Hier am Bildschirm geben Sie nichts über sich ein.",
    "You write your request on your own phone, in three short steps. You enter nothing about yourself on this screen.",
).ls("Sie schreiben uns mit Ihrem Handy. Das sind 3 kurze Schritte. Hier am Bildschirm schreiben Sie nichts über sich.");
pub const BY_PHONE: Msg = msg("Mit dem Telefon", "With your phone").ls("Mit dem Handy");
pub const BY_PHONE_TEXT: Msg = msg(
    "Kamera auf das Muster halten, das Formular öffnet sich.",
    "Point the camera at the pattern and the form opens.",
).ls("Halten Sie die Kamera auf das Muster. Dann öffnet sich die Seite.");
pub const BY_CALL: Msg = msg("Anrufen", "Call us");
pub const BY_CALL_TEXT: Msg =
    msg("Wir schreiben die Anfrage für Sie auf.", "We write the request down for you.").ls("Wir schreiben alles für Sie auf.");
pub const HERE: Msg = msg("Hier im Raum", "Here in the room");
pub const HERE_TEXT: Msg = msg(
    "Sprechen Sie uns an. Wir nehmen Ihr Anliegen auf und suchen gleich einen Termin.",
    "Talk to us. We take down what you need and look for a date right away.",
).ls("Sprechen Sie uns an. Wir schreiben alles auf. Dann suchen wir einen Termin.");
pub const CARRIES_ALONG: Msg = msg("Diese Geschichte geht mit:", "This story goes with it:").ls("Diese Geschichte kommt mit:");
pub const CARRIES_PROVIDER: Msg = msg("Dieser Betrieb geht mit:", "This firm goes with it:").ls("Diese Firma kommt mit:");
pub const HOW_IT_WORKS: Msg = msg("So läuft ein Kennenlernen", "How a first meeting works").ls("So geht ein Kennen·lernen");

// Request written here.
pub const WRITE_HERE: Msg = msg("Hier ausfüllen, mit unserer Hilfe", "Fill it in here, with our help").ls("Hier schreiben. Wir helfen Ihnen.");
pub const NOT_SENT: Msg = msg(
    "Die Angaben sind nicht angekommen, das Netz ist gerade weg. Sie stehen noch im Formular. Bitte versuchen Sie es gleich noch einmal.",
    "Your details did not arrive, the connection is down. They are still in the form. Please try again in a moment.",
).ls("Das Internet ist gerade weg. Alles steht noch da. Versuchen Sie es gleich noch einmal.");

/// Until when something may be written, and what becomes of it.
pub fn writing_until(lang: Lang, clock: &str) -> String {
    match lang {
        Lang::De => format!(
            "Wir haben diesen Bildschirm bis {clock} Uhr für Sie geöffnet. Was Sie begonnen haben, können Sie danach noch fünf Minuten lang senden. Dann wird hier alles gelöscht."
        ),
        Lang::Ls => format!(
            "Sie können hier bis {clock} Uhr schreiben. Danach haben Sie noch 5 Minuten. Dann wird hier alles gelöscht."
        ),
        Lang::En => format!(
            "We have opened this screen for you until {clock}. What you have begun can still be sent for five minutes after that. Then everything here is cleared."
        ),
    }
}

// More.
pub const MORE_TITLE: Msg = msg("Mehr auf dieser Werkbank", "More on this workbench").ls("Das gibt es hier noch");
pub const HELPS: Msg = msg("Was hilft Ihnen?", "What would help you?");
pub const LARGER: Msg = msg("Schrift größer", "Larger text");
pub const CONTRAST: Msg = msg("Mehr Kontrast", "More contrast");
pub const LOWER: Msg = msg("Tiefer stellen", "Lower the page").ls("Alles weiter unten");
pub const READ_ALOUD: Msg = msg("Vorlesen", "Read aloud");
pub const SPEECH_HOLD: Msg = msg("Anhalten", "Hold");
pub const SIGN_LANGUAGE: Msg = msg("Deutsche Gebärdensprache (DGS)", "German Sign Language (DGS)");
pub const HELPS_TEXT: Msg = msg(
    "Ganz unten auf jeder Seite: größere Schrift, mehr Kontrast, alles tiefer für Sitzende, Vorlesen. Es gilt, bis Sie fertig sind.",
    "At the foot of every page: larger text, more contrast, everything lower for seated visitors, read aloud. It lasts until you are done.",
).ls("Ganz unten sind Tasten. Damit wird die Schrift größer. Oder alles rückt nach unten. Oder Sie hören den Text.");
pub const HELPS_PLAIN: Msg = msg("Kurze Sätze, einfache Wörter.", "Short sentences, simple words, in German.").ls("Kurze Sätze. Einfache Wörter.");
pub const HELPS_SIGN: Msg = msg("Was es in Gebärdensprache gibt.", "What there is in sign language.").ls("Das gibt es in Gebärden·sprache.");
pub const HELPS_ACCESS: Msg = msg("Was geht, was noch nicht, und an wen Sie sich wenden.", "What works, what does not yet, and who to turn to.").ls("Das geht. Das geht noch nicht. Und wer Ihnen hilft.");

// Sign language.
pub const SIGN_NONE: Msg = msg(
    "Die Videos fehlen noch. Für einen Besuch bestellen wir auf Wunsch eine Dolmetscherin oder einen Dolmetscher. Das kostet Sie nichts.",
    "The videos are still missing. For a visit we book an interpreter on request. It costs you nothing.",
).ls("Es gibt noch keine Videos. Wir können eine Dolmetscherin oder einen Dolmetscher bestellen. Das kostet Sie nichts.");
pub const SIGN_WAYS: Msg = msg("So bestellen Sie", "How to ask for it").ls("So geht das");

// Cleaning.
pub const CLEANING_TITLE: Msg = msg("Hier wird gerade gewischt", "This screen is being cleaned");
pub const CLEANING_TEXT: Msg = msg(
    "Berührungen wirken jetzt nicht. Danach beginnt der Bildschirm von vorn. Noch so viele Sekunden:",
    "Touches do nothing now. Afterwards the screen starts again. Seconds left:",
).ls("Der Bildschirm reagiert gerade nicht. Danach beginnt er neu. So viele Sekunden noch:");

// Opening hours and the night.
pub const OPEN_UNTIL: Msg = msg("Jetzt geöffnet, bis ", "Open now, until ");
pub const OPENS: Msg = msg("Jetzt geschlossen. Wir öffnen ", "Closed now. We open ");
pub const NIGHT_TITLE: Msg = msg("Bis bald in der Werkbank", "See you soon at the Werkbank").ls("Bis bald");
pub const NIGHT_TEXT: Msg = msg("Antippen weckt den Bildschirm.", "A touch wakes the screen.").ls("Tippen Sie auf den Bildschirm. Dann geht er an.");
pub const MORE_FUNDING: Msg = msg(
    "Welche Programme gerade offen sind und für wen.",
    "Which programmes are open now, and for whom.",
).ls("Hier finden Sie Geld für neue Technik.");
pub const MORE_TRENDS: Msg = msg(
    "Kurz erklärt, mit dem, was Sie lassen können.",
    "Explained briefly, including what you can leave alone.",
).ls("Hier steht: Das machen andere Firmen.");
pub const MORE_SIGNPOSTS: Msg = msg(
    "Wenn eine andere Stelle besser hilft als wir.",
    "When somebody else can help better than we can.",
).ls("Manchmal helfen andere besser als wir.");
pub const MORE_MEETING: Msg =
    msg("Drei Schritte, 45 Minuten, kostenlos.", "Three steps, 45 minutes, free of charge.").ls("3 Schritte. 45 Minuten. Kostet nichts.");
pub const MORE_ROOM: Msg =
    msg("Öffnungszeiten und wie Sie wiederkommen.", "Opening hours and how to come back.").ls("Wann wir offen haben. Und wo wir sind.");
pub const MORE_ABOUT: Msg =
    msg("Wer dahintersteht und was wir nicht tun.", "Who is behind it and what we do not do.").ls("Wer wir sind. Und was wir nicht tun.");
pub const NOTHING_KEPT: Msg = msg(
    "Dieser Bildschirm merkt sich nichts über Sie. „Fertig“ setzt alles zurück, sonst geschieht es von selbst.",
    "This screen remembers nothing about you. “Done” resets everything; otherwise it happens by itself.",
).ls("Dieser Bildschirm merkt sich nichts über Sie. Drücken Sie auf „Fertig“. Dann ist alles gelöscht.");

/// Today's opening hours: "Donnerstag, geöffnet von 10 bis 18 Uhr". `None` is a closed day.
pub fn today(lang: Lang, weekday: &str, hours: Option<&str>) -> String {
    match (lang, hours) {
        (Lang::De, Some(hours)) => format!("{weekday}, geöffnet von {hours}"),
        (Lang::De, None) => format!("{weekday}, heute geschlossen"),
        (Lang::Ls, Some(hours)) => format!("Heute ist {weekday}. Offen von {hours}"),
        (Lang::Ls, None) => format!("Heute ist {weekday}. Heute ist zu"),
        (Lang::En, Some(hours)) => format!("{weekday}, open {hours}"),
        (Lang::En, None) => format!("{weekday}, closed today"),
    }
}

/// "Zwölf Geschichten aus Dortmunder Betrieben".
pub fn how_many(lang: Lang, n: usize) -> String {
    const DE: [&str; 11] =
        ["Zwei", "Drei", "Vier", "Fünf", "Sechs", "Sieben", "Acht", "Neun", "Zehn", "Elf", "Zwölf"];
    const EN: [&str; 11] = [
        "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
    ];
    let words = if lang == Lang::En { EN } else { DE };
    let number = n
        .checked_sub(2)
        .and_then(|at| words.get(at))
        .map_or_else(|| n.to_string(), |w| (*w).into());
    match (lang, n) {
        (Lang::Ls, _) => format!("Geschichten von Firmen: {n}"),
        (Lang::De, 1) => "Eine Geschichte aus einem Dortmunder Betrieb".to_owned(),
        (Lang::En, 1) => "One story from a firm in Dortmund".to_owned(),
        (Lang::De, _) => format!("{number} Geschichten aus Dortmunder Betrieben"),
        (Lang::En, _) => format!("{number} stories from firms in Dortmund"),
    }
}

/// "Blatt 1 von 4".
pub fn sheet(lang: Lang, n: usize, of: usize) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("Blatt {n} von {of}"),
        Lang::En => format!("Sheet {n} of {of}"),
    }
}

/// "Seite 2 von 4" of a story's telling.
pub fn page(lang: Lang, n: usize, of: usize) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("Seite {n} von {of}"),
        Lang::En => format!("Page {n} of {of}"),
    }
}

/// "2 Geschichten zum Ziel „Kosten senken“": a list narrowed to a goal.
pub fn stories_for(lang: Lang, n: usize, goal: &str) -> String {
    match (lang, n) {
        (Lang::De, 1) => format!("1 Geschichte zum Ziel „{goal}“"),
        (Lang::De, _) => format!("{n} Geschichten zum Ziel „{goal}“"),
        (Lang::Ls, _) => format!("{goal}: {n} Geschichten"),
        (Lang::En, 1) => format!("1 story for the goal “{goal}”"),
        (Lang::En, _) => format!("{n} stories for the goal “{goal}”"),
    }
}

/// "800 bis 9.000 €".
pub fn from_to(lang: Lang, from: u32, to: u32) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("{} bis {}", format::number(lang, from), format::euros(lang, to)),
        Lang::En => format!("{} to {}", format::euros(lang, from), format::euros(lang, to)),
    }
}

/// "Was sich tut: Handel", for the exit into a line of business.
pub fn what_happens(lang: Lang, sector: &str) -> String {
    match lang {
        Lang::De => format!("Was sich tut: {sector}"),
        Lang::Ls => format!("Neues: {sector}"),
        Lang::En => format!("What’s happening: {sector}"),
    }
}
