//! Stories.

use super::super::entry::Entry;
use super::super::fields::{Field, Shape, Vocabulary};
use super::super::film::Attachment;
use super::super::problem::Report;
use super::super::values::Values;
use domain::content::{
    Gain, Kind, Says, Smaller, Story, StoryText, Verdict, Video, VideoText, WorkCost,
};
use domain::{FirmSize, OwnTime};

pub(super) const FIELDS: &[Field] = &[
    Field::text("teaser", 200, "\"Zwei Sätze für die Liste. Sie machen neugierig.\""),
    Field::new("firm", Shape::Text(80), "\"Bäckerei Lindemann\""),
    Field::new("district", Shape::Term(Vocabulary::Districts), "\"eving\""),
    Field::new("sector", Shape::Term(Vocabulary::Sectors), "\"handwerk\""),
    Field::new("size", Shape::Code(FirmSize::CODES), "\"10-49\""),
    Field::new("employees", Shape::Number(1, 100_000), "14"),
    Field::new("goals", Shape::Terms(Vocabulary::Goals, 1, 3), "[\"kundenbindung\", \"ablaeufe\"]"),
    Field::new("verdict", Shape::Code(Verdict::CODES), "\"partly\""),
    Field::new("published", Shape::Date, "2026-03-01"),
    Field::new("providers", Shape::Entries(Kind::Provider), "[\"demir-digital\"]").optional(),
    Field::new("funding", Shape::Entries(Kind::Funding), "[\"digitalgutschein-klein\"]").optional(),
    Field::text("funding_note", 80, "\"keine gebraucht\""),
    Field::text("since", 80, "\"läuft seit März 2025\""),
    Field::new("fits", Shape::Texts(3, 5, 240), "[\"Satz eins.\", \"Satz zwei.\", \"Satz drei.\"]")
        .translated(),
    Field::new("cost.once", Shape::Euro, "1200"),
    Field::new("cost.monthly", Shape::Euro, "35"),
    Field::new("cost.own_time", Shape::Code(OwnTime::CODES), "\"days\""),
    Field::text("cost.own_time_note", 60, "\"12 Stunden, verteilt\""),
    Field::text("cost.until_it_worked", 60, "\"5 Wochen bis zum Start\""),
    Field::text("gain.figure", 24, "\"6 Stunden\""),
    Field::text("gain.sentence", 120, "\"weniger Telefon in der Woche\""),
    Field::new("says.who", Shape::Code(Says::CODES), "\"firm\""),
    Field::text("says.note", 160, "\"gemessen über acht Wochen\""),
    Field::text(
        "smaller.not_bought",
        300,
        "\"Kein Onlineshop. Die Bestellung kommt per Nachricht.\"",
    ),
    Field::text("smaller.went_wrong", 300, "\"Die ersten zwei Wochen las niemand mit.\""),
    Field::text("smaller.first_step", 300, "\"Eine eigene Nummer für Bestellungen.\""),
    Field::text("quote.text", 240, "\"Am Samstag ist es jetzt ruhig.\""),
    Field::text("quote.by", 100, "\"Petra Lindemann, Inhaberin (erfundene Person)\""),
    Field::new("video.file", Shape::Beside(Attachment::Film), "\"film.mp4\"").in_optional_table(),
    Field::new("video.poster", Shape::File, "\"bild.svg\"").in_optional_table(),
    Field::new("video.duration", Shape::Duration, "\"2:35\"").in_optional_table(),
    Field::new("video.credit", Shape::Text(100), "\"Video: Digitale Werkbank\"")
        .in_optional_table(),
    Field::text("video.title", 90, "\"Ein Samstagmorgen in der Backstube\"").in_optional_table(),
    Field::new("video.captions", Shape::Beside(Attachment::Captions), "\"film.de.vtt\"")
        .translated()
        .in_optional_table(),
    Field::new("video.transcript", Shape::Beside(Attachment::Transcript), "\"film.de.txt\"")
        .translated()
        .in_optional_table(),
];

/// A figure and its band agree.
pub(super) fn check(facts: &Values, report: &mut Report<'_>) {
    let size = facts.str("size").and_then(FirmSize::parse);
    if let (Some(size), Some(employees)) = (size, facts.number("employees")) {
        let fits = match size {
            FirmSize::Solo => employees == 1,
            FirmSize::Micro => employees <= 9,
            FirmSize::Small => (10..=49).contains(&employees),
            FirmSize::Medium => (50..=249).contains(&employees),
            FirmSize::Large => employees >= 250,
        };
        if !fits {
            report.error(
                facts.at("size"),
                format!("{employees} Beschäftigte passen nicht zur Größe „{}“.", size.code()),
                "die Größenklasse, in der die Zahl der Beschäftigten liegt",
                "size = \"10-49\"\nemployees = 14",
            );
        }
    }
}

/// The page puts the quotation marks, in the style of the reader's language.
pub(super) fn check_texts(texts: &Values, report: &mut Report<'_>) {
    let marks = ['"', '„', '“', '”', '»', '«'];
    if texts.str("quote.text").is_some_and(|quote| quote.starts_with(marks)) {
        report.error(
            texts.at("quote.text"),
            "Das Zitat steht in Anführungszeichen.",
            "das Zitat allein; die Seite setzt die Zeichen",
            "[quote]\ntext = \"Am Samstag ist es jetzt ruhig.\"",
        );
    }
}

pub(super) fn build(entry: &Entry) -> Option<Story> {
    let facts = &entry.index.values;
    Some(Story {
        meta: entry.meta(),
        firm: facts.text("firm")?,
        district: facts.text("district")?,
        sector: facts.text("sector")?,
        size: FirmSize::parse(facts.str("size")?)?,
        employees: facts.number("employees")?,
        goals: facts.list("goals"),
        verdict: Verdict::parse(facts.str("verdict")?)?,
        published: facts.date("published")?,
        providers: facts.slugs("providers"),
        funding: facts.slugs("funding"),
        cost: WorkCost {
            once: facts.number("cost.once")?,
            monthly: facts.number("cost.monthly")?,
            own_time: OwnTime::parse(facts.str("cost.own_time")?)?,
        },
        says: Says::parse(facts.str("says.who")?)?,
        picture: entry.picture()?,
        video: entry
            .film("video")
            .zip(facts.text("video.credit"))
            .map(|(film, credit)| Video { film, credit }),
        text: entry.texts(|doc| {
            let text = |name| doc.values.text(name);
            Some(StoryText {
                title: text("title")?,
                teaser: text("teaser")?,
                funding_note: text("funding_note")?,
                since: text("since")?,
                fits: doc.values.list("fits"),
                own_time_note: text("cost.own_time_note")?,
                until_it_worked: text("cost.until_it_worked")?,
                gain: Gain { figure: text("gain.figure")?, sentence: text("gain.sentence")? },
                says_note: text("says.note")?,
                smaller: Smaller {
                    not_bought: text("smaller.not_bought")?,
                    went_wrong: text("smaller.went_wrong")?,
                    first_step: text("smaller.first_step")?,
                },
                quote: text("quote.text")?,
                quote_by: text("quote.by")?,
                alt: text("picture.alt")?,
                video: text("video.title").zip(entry.captions(doc)).map(|(title, captions)| {
                    VideoText { title, captions, transcript: doc.transcript.clone() }
                }),
                lead: doc.body.lead.clone(),
                body: doc.body.html.clone(),
            })
        })?,
    })
}
