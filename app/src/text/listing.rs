//! Texts of the page on which a provider asks for a place on the wall.

use super::{Msg, msg};

pub const TITLE: Msg = msg("Ein Platz an der Wand", "A place on the wall");
pub const DESCRIPTION: Msg = msg(
    "Wie Anbieter an die Wand der Lösungsanbieter kommen: die Bedingungen, der Ablauf und das Formular.",
    "How providers get onto the wall: the criteria, the steps and the form.",
);
pub const LEAD: Msg = msg(
    "Sie machen Digitales für kleine und mittlere Betriebe? Dann gehört Ihr Porträt vielleicht hierher. Der Platz kostet nichts, und kaufen kann man ihn nicht.",
    "You do digital work for small and medium-sized firms? Then your portrait may belong here. The place costs nothing, and it cannot be bought.",
);
pub const CRITERIA: Msg = msg("Die Bedingungen", "The criteria");
pub const CRITERIA_LEAD: Msg = msg(
    "Wer alle erfüllt, kommt an die Wand. Wer eine nicht erfüllt, bekommt eine Absage, die diese Bedingung nennt. Andere Gründe gibt es nicht.",
    "Whoever meets all of them goes up on the wall. Whoever does not meet one gets a refusal that names it. There are no other reasons.",
);
pub const STEPS: Msg = msg("So geht es weiter", "What happens next");
pub const STEP_ASK: Msg = msg("Sie schreiben uns mit dem Formular.", "You write to us with the form.");
pub const STEP_READ: Msg = msg(
    "Wir lesen es, rufen Ihre Kunden an und antworten innerhalb von zwei Wochen.",
    "We read it, call your customers and answer within two weeks.",
);
pub const STEP_VISIT: Msg = msg(
    "Wir besuchen Sie, sprechen über Ihre Arbeit und machen das Foto.",
    "We visit you, talk about your work and take the photo.",
);
pub const STEP_WALL: Msg = msg(
    "Sie lesen den Text und geben ihn frei. Dann hängt Ihre Karte, jeden Tag an einer anderen Stelle.",
    "You read the text and approve it. Then your card goes up, in a different place every day.",
);
pub const FORM: Msg = msg("Schreiben Sie uns", "Write to us");
pub const FIRM: Msg = msg("Ihr Betrieb", "Your firm");
pub const DISTRICT: Msg = msg("Wo sitzen Sie?", "Where are you based?");
pub const MESSAGE: Msg = msg("Was machen Sie für kleine Betriebe?", "What do you do for small firms?");
pub const MESSAGE_HELP: Msg = msg(
    "Ein paar Sätze. Nennen Sie zwei Vorhaben aus den letzten drei Jahren und, wenn Sie eine haben, Ihre Website.",
    "A few sentences. Name two projects of the past three years and your website, if you have one.",
);
pub const EMAIL_HELP: Msg = msg("Dorthin schicken wir unsere Antwort.", "We send our answer there.");
pub const PHONE_HELP: Msg =
    msg("E-Mail oder Telefon: eines von beiden reicht.", "E-mail or phone: one of the two is enough.");
pub const PERSON: Msg = msg("Ihr Name", "Your name");
pub const SEND: Msg = msg("Platz an der Wand anfragen", "Ask for a place on the wall");
pub const PRIVACY: Msg = msg(
    "Ihre Angaben lesen nur die Menschen, die über den Platz entscheiden. Nichts davon wird veröffentlicht, bevor Sie es freigeben.",
    "Only the people who decide about the place read what you write. None of it is published before you approve it.",
);
pub const ASIDE: Msg = msg("Noch unsicher?", "Not sure yet?");
pub const ASIDE_TEXT: Msg = msg(
    "Rufen Sie an. Wir sagen ehrlich, ob die Wand zu Ihnen passt.",
    "Call us. We tell you honestly whether the wall suits you.",
);
pub const THANKS: Msg = msg("Danke, das ist angekommen", "Thank you, it has arrived");
pub const THANKS_MAIL: Msg = msg(
    "Wir haben Ihnen eine E-Mail geschickt. Bitte öffnen Sie den Link darin und bestätigen Sie, dass die Anfrage von Ihnen ist.",
    "We have sent you an e-mail. Please open its link and confirm that the request is yours.",
);
pub const THANKS_PHONE: Msg = msg(
    "Wir rufen Sie an und fragen, ob die Anfrage von Ihnen ist.",
    "We will call you and ask whether the request is yours.",
);
pub const INVITATION: Msg = msg(
    "Sie bieten so etwas selbst an?",
    "Do you offer this kind of work yourself?",
);
