//! Texts of the funding list and of a programme.

use super::{Msg, msg};
use domain::Lang;
use domain::content::FundingKind;

pub const LEAD: Msg = msg(
    "Programme, die für kleine und mittlere Betriebe offen sind. Was abgelaufen ist, steht hier nicht mehr.",
    "Programmes open to small and medium-sized firms. Programmes that have ended are no longer listed.",
).ls("Manche Firmen bekommen Geld für neue Technik. Das Geld heißt: Förder·geld. Hier sehen Sie, was es gerade gibt.");
pub const WAIT: Msg = msg(
    "Erst der Bescheid, dann der Auftrag: nicht vor der Bewilligung beginnen.",
    "First the approval, then the order: do not start before it is granted.",
).ls("Warten Sie auf die Erlaubnis. Kaufen Sie vorher nichts.");
pub const MAY_START: Msg = msg(
    "Sie dürfen schon anfangen, bevor entschieden ist.",
    "You may start before a decision has been made.",
).ls("Sie dürfen sofort anfangen.");
pub const FUNDER: Msg = msg("Geldgeber", "Funder").ls("Von wem ist das Geld?");
pub const VALID_UNTIL: Msg = msg("Gilt bis", "Valid until").ls("Das gibt es bis");
pub const VALID_FROM: Msg = msg("Gilt ab", "Valid from").ls("Das gibt es ab");
pub const FOR_GOALS: Msg = msg("Ziele", "Goals");
pub const FOR_SECTORS: Msg = msg("Branchen", "Sectors").ls("Für welche Firmen?");
pub const FOR_SIZES: Msg = msg("Betriebe", "Firms").ls("Wie groß?");
pub const ALL: Msg = msg("alle", "all");
pub const WEBSITE: Msg = msg("Beim Förderer", "On the funder’s website");
pub const DETAILS: Msg = msg("Einzelheiten", "Details");
pub const FACTS: Msg = msg("Das Wichtigste", "In short").ls("Das ist wichtig");
pub const ASK: Msg = msg("Fragen dazu", "Questions about this").ls("Haben Sie Fragen?");
pub const ASK_TEXT: Msg = msg(
    "Wir schauen mit Ihnen, ob das Programm passt. Verbindlich ist allein die Auskunft der Stelle, die fördert.",
    "Together with you we check whether the programme fits. Only what the funding body says is binding.",
).ls("Wir helfen Ihnen gern. Ob Sie Geld bekommen, entscheiden andere.");
pub const ASK_BUTTON: Msg = msg("Beratung anfragen", "Ask for advice").ls("Um Hilfe bitten");
pub const USED_BY: Msg = msg("Wer damit gearbeitet hat", "Who has used it").ls("Diese Firmen hatten Förder·geld");
pub const NONE: Msg = msg(
    "Für genau diese Auswahl kennen wir kein offenes Programm. Fragen Sie uns trotzdem: Manches steht in keiner Liste.",
    "We know of no open programme for exactly this choice. Ask us anyway: not everything is on a list.",
);
pub const INVENTED: Msg = msg(
    "Alle Programme auf dieser Seite sind erfundene Beispiele.",
    "All programmes on this page are invented examples.",
).ls("Alles auf dieser Seite ist erfunden. Es sind Beispiele.");

/// What kind of money.
pub const fn kind(kind: FundingKind) -> Msg {
    match kind {
        FundingKind::Grant => msg("Zuschuss", "Grant").ls("Geld geschenkt"),
        FundingKind::Loan => msg("Darlehen", "Loan").ls("Geld geliehen"),
        FundingKind::Advice => msg("Geförderte Beratung", "Subsidised advice"),
    }
}

/// What follows the amount: "50 % der Kosten".
pub fn share(lang: Lang, percent: u8) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("{percent}\u{a0}% der Kosten"),
        Lang::En => format!("{percent}\u{a0}% of the cost"),
    }
}

/// "3 von 8 Programmen".
pub fn hits(lang: Lang, n: usize, all: usize) -> (String, &'static str) {
    match lang {
        Lang::De | Lang::Ls => (format!("{n} von {all}"), " Programmen"),
        Lang::En => (format!("{n} of {all}"), " programmes"),
    }
}
