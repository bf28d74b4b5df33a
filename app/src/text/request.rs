//! Texts of the request in three steps and of the page that thanks for it.

use super::{Msg, format, msg};
use domain::{FirmSize, Lang};
use domain::request::{Budget, RequestKind};

pub const DESCRIPTION: Msg = msg(
    "In drei kurzen Schritten, ohne Konto: sagen Sie, was Sie vorhaben. Ein Mensch von der Wirtschaftsförderung liest es und meldet sich.",
    "In three short steps, without an account: tell us what you have in mind. A person at the economic development agency reads it and gets in touch.",
).ls("Schreiben Sie uns in 3 Schritten. Ein Mensch liest das und meldet sich.");
pub const STEPS: [Msg; 3] = [
    msg("Ihr Vorhaben", "Your plan").ls("Ihre Frage"),
    msg("Ihr Betrieb", "Your firm").ls("Ihre Firma"),
    msg("Prüfen und senden", "Check and send"),
];
pub const CANCEL: Msg = msg("Abbrechen", "Cancel");
pub const TO_FIRM: Msg = msg("Weiter: Ihr Betrieb", "Next: your firm").ls("Weiter zu: Ihre Firma");
pub const TO_REVIEW: Msg = msg("Weiter: Prüfen und senden", "Next: check and send").ls("Weiter zu: Prüfen und senden");
pub const SEND: Msg = msg("Anfrage senden", "Send request").ls("Jetzt senden");

// Step 1.
pub const PLAN: Msg = msg("Was haben Sie vor?", "What do you have in mind?").ls("Was wollen Sie machen?");
pub const PLAN_LEAD: Msg = msg(
    "Schreiben Sie, wie Sie es einem Kollegen erzählen würden. Technik muss nicht vorkommen.",
    "Write it the way you would tell a colleague. It need not mention technology.",
).ls("Schreiben Sie mit Ihren Worten. Sie müssen nichts über Technik wissen.");
pub const KIND: Msg = msg("Wobei können wir helfen?", "What can we help you with?").ls("Was können wir für Sie tun?");
pub const KIND_SHORT: Msg = msg("Wobei", "Help with").ls("Hilfe bei");
pub const KIND_ADVICE: Msg =
    msg("Ich weiß nicht, wen ich brauche", "I don’t know whom I need").ls("Ich weiß nicht, wer mir helfen kann");
pub const KIND_ADVICE_NOTE: Msg = msg(
    "Wir sprechen erst einmal miteinander, am Telefon oder in der Werkbank.",
    "We talk first, on the phone or at the Werkbank.",
).ls("Wir sprechen mit Ihnen. Am Telefon oder in der Werkbank.");
pub const KIND_INTRODUCTION: Msg =
    msg("Ich möchte einen Anbieter kennenlernen", "I would like to meet a provider").ls("Ich will eine IT-Firma kennen·lernen");
pub const KIND_INTRODUCTION_NOTE: Msg = msg(
    "Wir stellen Ihnen jemanden vor, in der Werkbank, kostenlos.",
    "We introduce you to somebody, at the Werkbank, free of charge.",
).ls("Sie treffen sich in der Werkbank. Das kostet nichts.");
pub const KIND_FUNDING: Msg =
    msg("Ich suche Fördermittel", "I am looking for funding").ls("Ich suche Förder·geld");
pub const KIND_FUNDING_NOTE: Msg =
    msg("Wir sagen, was passt und was Sie vorher wissen müssen.", "We tell you what fits and what to know beforehand.").ls("Wir sagen Ihnen, was für Sie passt.");
pub const GOAL: Msg = msg("Was wollen Sie erreichen?", "What do you want to achieve?");
pub const GOAL_HELP: Msg = msg("Eines oder mehrere, höchstens drei.", "One or more, at most three.").ls("Sie können 1, 2 oder 3 Ziele aussuchen.");
pub const GOAL_SHORT: Msg = msg("Ziel", "Goal");
pub const GOAL_UNKNOWN: Msg = msg("Ich weiß es noch nicht", "I don’t know yet").ls("Das weiß ich noch nicht");
pub const MESSAGE: Msg = msg("Worum geht es bei Ihnen?", "What is it about?").ls("Wobei brauchen Sie Hilfe?");
pub const MESSAGE_HELP: Msg = msg("Zwei, drei Sätze reichen.", "Two or three sentences are enough.").ls("2 oder 3 Sätze sind genug.");
pub const MESSAGE_SHORT: Msg = msg("Vorhaben", "Plan").ls("Ihre Frage");
pub const BUDGET: Msg = msg("Welcher Rahmen ist denkbar?", "What could you spend?").ls("Wie viel Geld können Sie ausgeben?");
pub const BUDGET_SHORT: Msg = msg("Rahmen", "Budget").ls("Geld");
pub const BUDGET_UNKNOWN: Msg = msg("weiß ich nicht", "I don’t know").ls("Das weiß ich nicht");
pub const WISHES: Msg = msg("Haben Sie schon jemanden im Blick?", "Do you already have somebody in mind?").ls("Kennen Sie schon eine IT-Firma?");
pub const WISHES_HELP: Msg = msg(
    "Das müssen Sie nicht. Die Liste steht in der Reihenfolge, die heute gilt.",
    "You don’t have to. The list is in today’s order.",
).ls("Sie müssen hier nichts aussuchen.");
pub const WISHES_BY_NAME: Msg = msg(
    "Das müssen Sie nicht. Sonst tippen Sie den Namen, wie er an der Wand steht.",
    "You don’t have to. If you do, type the name as it stands on the wall.",
).ls("Sie müssen hier nichts schreiben. Oder schreiben Sie den Namen von der IT-Firma.");
pub const WISHES_SHORT: Msg = msg("Im Blick", "In mind").ls("IT-Firma");
pub const WISH: [Msg; 3] =
    [msg("Anbieter", "Provider").ls("IT-Firma"), msg("Oder auch", "Or").ls("Oder diese IT-Firma"), msg("Oder auch noch", "Or else").ls("Oder diese")];
pub const WISH_NONE: Msg = msg("Nein, schlagen Sie mir jemanden vor", "No, suggest somebody").ls("Nein, bitte suchen Sie für mich");
pub const WISH_NO_OTHER: Msg = msg("niemanden weiter", "nobody else").ls("keine andere");
pub const ORIGIN_SHORT: Msg = msg("Anlass", "Prompted by").ls("Geschichte dazu");
pub const ORIGIN: Msg = msg("Ausgangspunkt", "Starting point").ls("Geschichte dazu");

// Step 2.
pub const FIRM_TITLE: Msg = msg("Wer sind Sie?", "Who are you?");
pub const FIRM_LEAD: Msg = msg(
    "Danach richtet sich, wer bei uns Ihre Anfrage liest.",
    "This decides which of us reads your request.",
).ls("Dann wissen wir, wer Ihnen antwortet.");
pub const FIRM: Msg = msg("Name des Betriebs", "Name of the firm").ls("Name von Ihrer Firma");
pub const FIRM_SHORT: Msg = msg("Betrieb", "Firm").ls("Firma");
pub const SECTOR: Msg = msg("Branche", "Line of business").ls("Was macht Ihre Firma?");
pub const SECTOR_OTHER: Msg = msg("etwas anderes", "something else");
pub const DISTRICT: Msg = msg("Stadtbezirk oder Ort", "District or town").ls("Wo ist Ihre Firma?");
pub const DISTRICTS_CITY: Msg = msg("In der Stadt", "In the city");
pub const DISTRICTS_REGION: Msg = msg("In der Region", "In the region");
pub const DISTRICT_UNKNOWN: Msg = msg("weiß ich nicht", "I don’t know").ls("Das weiß ich nicht");
pub const SIZE: Msg = msg("Wie viele arbeiten bei Ihnen?", "How many people work in your firm?").ls("Wie viele Menschen arbeiten bei Ihnen?");
pub const SIZE_SHORT: Msg = msg("Größe", "Size");
pub const SIZE_SOLO: Msg = msg("nur ich", "only me");
pub const SIZE_UNKNOWN: Msg = msg("keine Angabe", "prefer not to say").ls("Das sage ich nicht");
pub const PERSON_SHORT: Msg = msg("Name", "Name");
pub const PERSON: Msg = msg("Ihr Name", "Your name");
pub const EMAIL: Msg = msg("E-Mail-Adresse", "E-mail address");
pub const EMAIL_HELP: Msg = msg(
    "Dorthin schicken wir Vorschläge und Termine. Keine Werbung.",
    "This is where we send suggestions and times. No advertising.",
).ls("Wir schreiben an diese Adresse. Wir schicken keine Werbung.");
pub const PHONE: Msg = msg("Telefon", "Telephone");
pub const PHONE_HELP: Msg = msg(
    "Ohne E-Mail rufen wir an und klären alles am Telefon.",
    "Without an e-mail address we call you and settle everything by phone.",
).ls("Haben Sie keine E-Mail? Dann rufen wir Sie an.");
pub const CONTACT_SHORT: Msg = msg("Kontakt", "Contact");
pub const CONTACT_MISSING_SHORT: Msg =
    msg("E-Mail oder Telefon: eines von beiden fehlt", "E-mail or phone: we need one of them").ls("E-Mail oder Telefon fehlt");
pub const CONTACT_MISSING: Msg = msg(
    "Bitte geben Sie eine E-Mail-Adresse oder unten eine Telefonnummer an.",
    "Please give an e-mail address, or a telephone number below.",
).ls("Bitte schreiben Sie Ihre E-Mail-Adresse. Oder schreiben Sie unten Ihre Telefon·nummer.");
pub const CHOOSE_SHORT: Msg = msg("bitte wählen", "please choose").ls("bitte aussuchen");
pub const CHOOSE: Msg =
    msg("Bitte wählen Sie eine der Antworten aus der Liste.", "Please choose one of the answers in the list.").ls("Bitte suchen Sie eine Antwort aus.");
pub const WISH_GONE_SHORT: Msg = msg("nicht an der Wand", "not on the wall").ls("nicht dabei");
pub const WISH_GONE: Msg = msg(
    "Diesen Anbieter finden wir nicht an der Wand. Bitte wählen Sie neu oder lassen Sie die Wahl offen.",
    "We cannot find this provider on the wall. Please choose again or leave it open.",
).ls("Diese IT-Firma ist nicht dabei. Bitte suchen Sie eine andere aus. Oder suchen Sie keine aus.");

/// "höchstens 3".
pub fn too_many(lang: Lang, max: usize) -> (String, String) {
    match lang {
        Lang::De => {
            (format!("höchstens {max}"), format!("Bitte wählen Sie höchstens {max}, die wichtigsten."))
        }
        Lang::Ls => {
            ("das ist zu viel".to_owned(), format!("Bitte suchen Sie nur {max} aus."))
        }
        Lang::En => (
            format!("at most {max}"),
            format!("Please choose at most {max}, the most important ones."),
        ),
    }
}

/// How much a firm can think of spending.
pub fn budget(lang: Lang, budget: Budget) -> String {
    let up_to = |amount| match lang {
        Lang::De | Lang::Ls => format!("bis {}", format::euros(lang, amount)),
        Lang::En => format!("up to {}", format::euros(lang, amount)),
    };
    match (budget, lang) {
        (Budget::Small, _) => up_to(1_000),
        (Budget::Medium, _) => up_to(5_000),
        (Budget::Large, Lang::De | Lang::Ls) => "darüber".to_owned(),
        (Budget::Large, Lang::En) => "more than that".to_owned(),
    }
}

// Step 3.
pub const REVIEW: Msg = msg("Stimmt das so?", "Is this right?").ls("Ist alles richtig?");
pub const REVIEW_LEAD: Msg = msg(
    "Lesen Sie noch einmal drüber. Danach geht die Anfrage an die Wirtschaftsförderung.",
    "Read it through once more. Then the request goes to the economic development agency.",
).ls("Bitte lesen Sie alles noch einmal. Dann drücken Sie auf: Jetzt senden.");
pub const SUMMARY: Msg = msg("Ihre Anfrage", "Your request");
pub const NOT_SENT: Msg = msg("noch nicht gesendet", "not sent yet");
pub const CHANGE_PLAN: Msg = msg("Vorhaben ändern", "Change plan").ls("Frage ändern");
pub const CHANGE_FIRM: Msg = msg("Betrieb ändern", "Change firm").ls("Firma ändern");
pub const DATA_USE: Msg = msg("Was mit Ihren Angaben passiert", "What happens to what you told us").ls("Das machen wir mit Ihren Daten");
pub const DATA_USE_WHY: Msg = msg(
    "Wir brauchen sie, um Sie zu beraten, Ihnen passende Betriebe vorzuschlagen und ein Kennenlernen zu vereinbaren.",
    "We need it to advise you, to suggest firms that fit, and to arrange a first meeting.",
).ls("Mit Ihren Daten können wir Ihnen antworten. Wir suchen eine IT-Firma für Sie. Und wir machen einen Termin aus.");
pub const DATA_USE_PROVIDER: Msg = msg(
    "Ein Anbieter sieht nur eine Zusammenfassung ohne Namen. Namen, Telefon und E-Mail geben Sie selbst frei, für jeden Anbieter einzeln.",
    "A provider sees only a summary without names. You release your name, telephone number and e-mail address yourself, for each provider separately.",
).ls("Eine IT-Firma sieht Ihren Namen nicht. Sie entscheiden selbst, wer ihn bekommt.");
pub const DATA_USE_DELETE: Msg = msg(
    "Wann wir löschen, steht auf Ihrer persönlichen Seite. Dort können Sie die Anfrage jederzeit zurückziehen.",
    "Your personal page says when we delete it. There you can withdraw the request at any time.",
).ls("Sie bekommen eine eigene Seite. Dort steht, wann wir alles löschen. Dort können Sie die Anfrage auch beenden.");
pub const ASK_LATER: Msg = msg(
    "Sie dürfen mich 3, 6 und 12 Monate nach einem Treffen fragen, was daraus geworden ist.",
    "You may ask me 3, 6 and 12 months after a meeting what became of it.",
).ls("Sie dürfen mich auch später noch fragen: Wie ging es weiter?");
pub const VOLUNTARY: Msg = msg("(freiwillig)", "(optional)").ls("(Sie müssen nicht.)");
pub const DATA_USE_MORE: Msg = msg("Datenschutz im Einzelnen", "Privacy in detail").ls("Mehr über Daten·schutz");

// Beside every step.
pub const ASIDE: Msg = msg("Was mit Ihrer Anfrage passiert", "What happens to your request").ls("So geht es weiter");
pub const ASIDE_PROVIDER: Msg = msg(
    "Kein Anbieter erfährt Ihren Namen, bevor Sie zustimmen.",
    "No provider learns your name before you agree.",
).ls("Keine IT-Firma erfährt Ihren Namen, bevor Sie Ja sagen.");

// Thanks.
pub const THANKS: Msg = msg("Ihre Anfrage ist auf der Bank", "Your request is on the bench").ls("Ihre Anfrage ist da");
pub const THANKS_LEAD_MAIL: Msg = msg(
    "Danke. Eine E-Mail ist unterwegs zu Ihnen. Bitte bestätigen Sie darin mit einem Klick, dass die Adresse Ihnen gehört.",
    "Thank you. An e-mail is on its way to you. Please confirm in it, with one click, that the address is yours.",
).ls("Danke. Sie bekommen gleich eine E-Mail von uns. Dort ist ein Link. Bitte klicken Sie auf den Link.");
pub const THANKS_LEAD_PHONE: Msg = msg(
    "Danke. Wir rufen Sie an und klären alles am Telefon.",
    "Thank you. We will call you and settle everything by phone.",
).ls("Danke. Wir rufen Sie an.");
pub const REFERENCE: Msg = msg("Nummer Ihrer Anfrage", "Number of your request").ls("Ihre Nummer bei uns");
pub const REFERENCE_NOTE: Msg = msg(
    "Nur falls Sie anrufen. Sie müssen sie sich nicht merken.",
    "Only in case you call. You don’t have to remember it.",
).ls("Sie rufen uns an? Dann sagen Sie diese Nummer. Sie müssen sie nicht auswendig wissen.");
pub const NEXT: Msg = msg("Was jetzt passiert", "What happens now").ls("So geht es weiter");
pub const ARRIVED: (Msg, Msg, Msg) = (
    msg("gerade eben", "just now"),
    msg("Anfrage angekommen", "Request received").ls("Wir haben Ihre Anfrage"),
    msg("Sie ist gespeichert und schon bei der zuständigen Person.", "It is stored and already with the person in charge.").ls("Ihre Anfrage ist sicher gespeichert."),
);
pub const CONFIRM: (Msg, Msg, Msg) = (
    msg("in den nächsten Minuten", "within minutes").ls("in ein paar Minuten"),
    msg("Bitte bestätigen Sie Ihre E-Mail", "Please confirm your e-mail").ls("Klicken Sie auf den Link in der E-Mail"),
    msg(
        "Nichts gekommen? Schauen Sie im Spam-Ordner nach oder rufen Sie an. Ihre Anfrage ist so oder so da.",
        "Nothing arrived? Look in your spam folder or call us. Either way, we have your request.",
    ).ls("Ist keine E-Mail da? Dann rufen Sie uns an. Ihre Anfrage ist trotzdem bei uns."),
);
pub const CALL: (Msg, Msg, Msg) = (
    msg("am nächsten Werktag", "on the next working day").ls("am nächsten Arbeits·tag"),
    msg("Wir rufen Sie an", "We call you"),
    msg("Von der Nummer der Wirtschaftsförderung.", "From the number of the economic development agency.").ls("Wir rufen von der Wirtschafts·förderung an."),
);
pub const READ: (Msg, Msg, Msg) = (
    msg("in der Regel am selben Werktag", "usually on the same working day").ls("meistens am gleichen Tag"),
    msg("Ein Mensch liest sie", "A person reads it"),
    msg(
        "Jemand von uns, zuständig für Ihren Bezirk oder Ihre Branche. Wer das ist, steht auf Ihrer persönlichen Seite.",
        "One of us, in charge of your district or line of business. Your personal page says who.",
    ).ls("Der Mensch arbeitet bei uns. Auf Ihrer eigenen Seite steht, wer das ist."),
);
pub const PROPOSE: (Msg, Msg, Msg) = (
    msg("nach einigen Tagen", "after a few days").ls("nach ein paar Tagen"),
    msg("Sie bekommen Vorschläge", "You get suggestions"),
    msg("Mit Begründung. Sie sagen ja oder nein, zu jedem einzeln.", "With reasons. You say yes or no to each of them.").ls("Wir schlagen Ihnen IT-Firmen vor. Sie sagen Ja oder Nein."),
);
pub const MEET: (Msg, Msg, Msg) = (
    msg("in etwa zwei Wochen", "in about two weeks").ls("nach ungefähr 2 Wochen"),
    msg("Kennenlernen in der Werkbank", "First meeting at the Werkbank").ls("Kennen·lernen in der Werkbank"),
    msg("45 Minuten am runden Tisch. Sie wählen aus mehreren Terminen.", "45 minutes at the round table. You choose from several times.").ls("Das Treffen dauert 45 Minuten. Sie suchen den Termin mit aus."),
);
pub const UNTIL_THEN: Msg = msg("Bis dahin", "Until then");
pub const UNTIL_THEN_LEAD: Msg =
    msg("Drei Fragen, die im Gespräch fast immer kommen:", "Three questions that nearly always come up:").ls("Diese 3 Fragen stellen wir oft:");
pub const UNTIL_THEN_QUESTIONS: [Msg; 3] = [
    msg("Welches Programm nutzen Sie heute dafür?", "Which program do you use for it today?").ls("Wie machen Sie das heute?"),
    msg("Wer im Betrieb würde sich kümmern?", "Who in the firm would look after it?").ls("Wer macht das in Ihrer Firma?"),
    msg("Woran merken Sie in einem halben Jahr, dass es gut war?", "How will you know in six months’ time that it was worth it?").ls("Was soll in einem halben Jahr besser sein?"),
];
pub const MORE_STORIES: Msg = msg("Weitere Geschichten", "More stories").ls("Mehr Geschichten");
pub const CHANGED_MIND: Msg = msg(
    "Doch nicht? Auf der Seite aus der E-Mail können Sie die Anfrage zurückziehen.",
    "Changed your mind? On the page from the e-mail you can withdraw the request.",
).ls("Wollen Sie doch nicht? In der E-Mail ist ein Link. Auf der Seite können Sie die Anfrage beenden.");

/// What somebody asks for, as an answer to [`KIND`].
pub const fn kind(kind: RequestKind) -> Msg {
    match kind {
        RequestKind::Introduction => KIND_INTRODUCTION,
        RequestKind::Funding => KIND_FUNDING,
        _ => KIND_ADVICE,
    }
}

pub const CHANGED_MIND_PHONE: Msg = msg(
    "Doch nicht? Sagen Sie es einfach am Telefon.",
    "Changed your mind? Just say so on the phone.",
).ls("Wollen Sie doch nicht? Sagen Sie es uns am Telefon.");

/// "10 bis 49 Beschäftigte".
pub fn staff(lang: Lang, size: FirmSize) -> String {
    match (size, lang) {
        (FirmSize::Solo, Lang::De | Lang::Ls) => "allein".to_owned(),
        (FirmSize::Solo, Lang::En) => "alone".to_owned(),
        (size, Lang::De | Lang::Ls) => format!("{} Beschäftigte", format::size(lang, size)),
        (size, Lang::En) => format!("{} employees", format::size(lang, size)),
    }
}

/// "Schritt 1 von 3".
pub fn step(lang: Lang, n: usize) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("Schritt {n} von 3"),
        Lang::En => format!("Step {n} of 3"),
    }
}

/// Who reads the request, in words.
pub fn aside(lang: Lang, operator: &str) -> String {
    match lang {
        Lang::De => format!(
            "Sie geht an: {operator}. Dort liest sie ein Mensch, in der Regel am selben Werktag."
        ),
        Lang::Ls => format!(
            "Ein Mensch liest Ihre Anfrage. Meistens am gleichen Tag. Der Mensch arbeitet hier: {operator}."
        ),
        Lang::En => format!(
            "It goes to: {operator}. A person reads it there, usually on the same working day."
        ),
    }
}

/// "Lieber sprechen? 0231 …".
pub const RATHER_TALK: Msg = msg("Lieber sprechen?", "Would you rather talk?").ls("Wollen Sie lieber sprechen?");

/// The controller of the data and its legal ground, without the details that stand on the
/// privacy page.
pub fn controller(lang: Lang, operator: &str) -> String {
    match lang {
        Lang::De => format!("Verantwortlich: {operator}."),
        Lang::Ls => format!("Auf Ihre Daten passt auf: {operator}."),
        Lang::En => format!("Responsible: {operator}."),
    }
}
