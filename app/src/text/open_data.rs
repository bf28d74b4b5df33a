//! Texts of the page about open data.

use super::{Msg, msg};

pub const TITLE: Msg = msg("Offene Daten", "Open data");
pub const DESCRIPTION: Msg = msg(
    "Geschichten, Anbieter und Fördermittel der Digitalen Werkbank für eigene Auswertungen und andere Websites.",
    "Stories, providers and funding of the Digitale Werkbank for your own analysis and other websites.",
);
pub const LEAD: Msg = msg(
    "Was hier steht, gibt es auch für Programme: ohne Anmeldung, ohne Schlüssel, nur zum Lesen. Personenbezogene Daten aus Anfragen sind nicht dabei.",
    "What you find here also exists for programs: no account, no key, read only. No personal data from requests is in it.",
);
pub const FEED: Msg = msg("Neue Geschichten abonnieren", "Subscribe to new stories");
pub const FEED_TEXT: Msg = msg(
    "Ein Atom-Feed mit den neuesten Geschichten in voller Länge, für jedes Leseprogramm.",
    "An Atom feed with the newest stories in full, for any feed reader.",
);
pub const HOURS: Msg = msg("Öffnungszeiten abonnieren", "Subscribe to the opening hours");
pub const HOURS_TEXT: Msg = msg(
    "Ein Kalender (iCalendar) mit den Öffnungszeiten, ohne Feiertage und Schließtage. Wer ihn abonniert, bekommt Änderungen von selbst.",
    "A calendar (iCalendar) with the opening hours, without holidays and closures. Whoever subscribes gets changes by itself.",
);
pub const API: Msg = msg("Alles als JSON", "Everything as JSON");
pub const API_TEXT: Msg = msg(
    "Jede Liste kommt in Seiten zu 50 Einträgen. Geschichten, Anbieter und Fördermittel stehen in der Reihenfolge des Tages. Die Beschreibung folgt OpenAPI 3.1.",
    "Every list comes in pages of 50 entries. Stories, providers and funding are in the order of the day. The description follows OpenAPI 3.1.",
);
pub const DESCRIBED: Msg = msg("Beschreibung (OpenAPI)", "Description (OpenAPI)");
pub const ROOM: Msg =
    msg("Raum, Öffnungszeiten, Ziele, Branchen, Bezirke", "Room, opening hours, goals, sectors, districts");
pub const SITEMAP: Msg = msg("Verzeichnis aller Seiten", "List of all pages");
pub const SITEMAP_TEXT: Msg = msg(
    "Die Sitemap nennt jede Seite in jeder Sprache und wann ihr Inhalt zuletzt geprüft wurde.",
    "The sitemap names every page in every language and when its content was last checked.",
);
pub const EXAMPLES: Msg = msg(
    "Einträge mit „example: true“ sind erfunden. Bitte zeigen Sie sie nicht als echte Betriebe.",
    "Entries with “example: true” are invented. Please do not show them as real firms.",
);
