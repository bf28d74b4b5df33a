//! A small site with invented content, for tests.

use crate::content::{
    Adviser, AdviserText, Content, Desk, Gain, Hours, Html, LegalForm, Localized, Meta, Operator,
    Picture, PictureSource, Provider, ProviderText, Room, Says, Site, SiteText, Smaller, Story,
    StoryText, Term, Verdict, Weekday, WorkCost,
};
use crate::{FirmSize, OwnTime, Slug};
use jiff::civil::{date, time};

/// The id of a sample entry.
///
/// # Panics
/// If `id` is no slug.
pub fn slug(id: &str) -> Slug {
    match Slug::parse(id) {
        Some(slug) => slug,
        None => panic!("{id} is no slug"),
    }
}

/// Content with one site, six providers, two advisers and one story.
pub fn content() -> Content {
    let mut content = Content::default();
    let site = site();
    content.sites.insert(site.meta.id.clone(), site);
    for (id, goals, sectors, sizes, district) in [
        ("kasse", "kosten", "handel", "1-9", "eving"),
        ("demir-digital", "ablaeufe kundenbindung", "handwerk handel", "1-9 10-49", "hoerde"),
        ("werkstattdaten", "ablaeufe", "handwerk", "10-49", "aplerbeck"),
        ("tourenwerk", "ablaeufe", "handwerk", "10-49", "eving"),
        ("automation", "ablaeufe kosten", "industrie", "50-249", "hoerde"),
        ("webwerk", "kundenbindung", "handel", "solo 1-9", "hoerde"),
    ] {
        let provider = provider(id, &words(goals), &words(sectors), &words(sizes), district);
        content.providers.insert(slug(id), provider);
    }
    for (id, name) in [("jens-albrecht", "Jens Albrecht"), ("miriam-sommer", "Miriam Sommer")] {
        content.advisers.insert(slug(id), adviser(id, name));
    }
    content.stories.insert(slug("baustoffhaendler-chat"), story());
    content
}

/// The sample site `dortmund`: desks for Hörde and Aplerbeck, for Eving, for industry anywhere and
/// for industry in Hörde; Schwerte belongs to nobody.
pub fn site() -> Site {
    let term = |id: &str, de: &str, region| Term {
        id: id.into(),
        de: de.into(),
        en: format!("{de} (en)"),
        ls: format!("{de} (ls)"),
        region,
    };
    let desk = |id: &str, name: &str, districts: &[&str], sectors: &[&str], who: &str| Desk {
        id: id.into(),
        name: name.into(),
        districts: districts.iter().map(ToString::to_string).collect(),
        sectors: sectors.iter().map(ToString::to_string).collect(),
        adviser: slug(who),
    };
    let open = |day| Hours { day, from: time(10, 0, 0, 0), to: time(18, 0, 0, 0) };
    Site {
        meta: meta("dortmund"),
        room: Room {
            id: "runder-tisch".into(),
            name: "Werkbank".into(),
            seats: 8,
            street: "Musterstraße 1".into(),
            postcode: "44135".into(),
            city: "Dortmund".into(),
            position: None,
        },
        phone: "0231 000000".into(),
        email: "werkbank@werkbank.example".into(),
        contact: slug("jens-albrecht"),
        pilot_until: None,
        hours: vec![
            open(Weekday::Tuesday),
            open(Weekday::Wednesday),
            open(Weekday::Thursday),
            open(Weekday::Friday),
        ],
        closures: Vec::new(),
        districts: vec![
            term("hoerde", "Hörde", false),
            term("aplerbeck", "Aplerbeck", false),
            term("eving", "Eving", false),
            term("schwerte", "Schwerte", true),
        ],
        sectors: vec![
            term("handwerk", "Handwerk", false),
            term("handel", "Handel", false),
            term("industrie", "Industrie", false),
        ],
        goals: vec![
            term("ablaeufe", "Abläufe einfacher machen", false),
            term("kosten", "Kosten senken", false),
            term("kundenbindung", "Kunden enger binden", false),
            term("wissen", "Wissen sichern", false),
        ],
        criteria: vec![term("region", "Sitz in der Region.", false)],
        desks: vec![
            desk("hoerde", "Hörde und Aplerbeck", &["hoerde", "aplerbeck"], &[], "jens-albrecht"),
            desk("nord", "Nord", &["eving"], &[], "miriam-sommer"),
            desk("industrie", "Industrie", &[], &["industrie"], "miriam-sommer"),
            desk("phoenix", "Phoenix", &["hoerde"], &["industrie"], "jens-albrecht"),
        ],
        operator: Operator {
            name: "Wirtschaftsförderung".into(),
            legal_form: LegalForm::City,
            represented_by: "N. N.".into(),
            street: "Musterstraße 1".into(),
            postcode: "44135".into(),
            city: "Dortmund".into(),
            phone: "0231 000000".into(),
            email: "werkbank@werkbank.example".into(),
            vat_id: None,
            editor: "N. N.".into(),
            dpo: "N. N.".into(),
            supervisory: "N. N.".into(),
        },
        text: Localized {
            de: SiteText {
                title: "Digitale Werkbank Dortmund".into(),
                short: "Dortmund".into(),
                access: "Ebenerdig.".into(),
                directions: "Zu Fuß.".into(),
                body: Html::default(),
            },
            en: None,
            ls: None,
            tested: None,
        },
    }
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn meta(id: &str) -> Meta {
    Meta {
        id: slug(id),
        former: Vec::new(),
        example: true,
        owner: None,
        checked_on: None,
        next_check: None,
        sites: Vec::new(),
    }
}

fn picture() -> Picture {
    Picture {
        source: PictureSource::Drawing("/media/x".into()),
        credit: "x".into(),
        focus: 50,
        focus_y: None,
        width: 600,
        height: 720,
    }
}

fn provider(
    id: &str,
    goals: &[&str],
    sectors: &[&str],
    sizes: &[&str],
    district: &str,
) -> Provider {
    let owned = |words: &[&str]| words.iter().map(ToString::to_string).collect();
    Provider {
        meta: meta(id),
        person: format!("Person {id}"),
        email: format!("{id}@anbieter.example"),
        phone: None,
        website: None,
        people: 3,
        district: district.into(),
        goals: owned(goals),
        sectors: owned(sectors),
        sizes: sizes.iter().filter_map(|size| FirmSize::parse(size)).collect(),
        project: (1_000, 10_000),
        day_rate: None,
        languages: vec!["de".into()],
        visited_on: date(2026, 3, 1),
        confirmed_on: date(2026, 3, 1),
        partner: false,
        picture: picture(),
        text: Localized {
            de: ProviderText {
                title: format!("Firma {id}"),
                tagline: "Ordnung".into(),
                summary: "Zwei Sätze.".into(),
                role: "Gründerin".into(),
                skills: vec!["Chat".into()],
                not_doing: vec!["Vieles.".into()],
                alt: String::new(),
                body: Html::default(),
            },
            en: None,
            ls: None,
            tested: None,
        },
    }
}

fn adviser(id: &str, name: &str) -> Adviser {
    Adviser {
        meta: meta(id),
        phone: "0231 000001".into(),
        email: format!("{id}@werkbank.example"),
        languages: vec!["de".into()],
        picture: picture(),
        text: Localized {
            de: AdviserText {
                title: name.into(),
                role: "Firmenberatung".into(),
                field: "Handwerk".into(),
                alt: String::new(),
                body: Html::default(),
            },
            en: None,
            ls: None,
            tested: None,
        },
    }
}

fn story() -> Story {
    let empty = || String::from("x");
    Story {
        meta: meta("baustoffhaendler-chat"),
        firm: "Baustoffe".into(),
        district: "hoerde".into(),
        sector: "handel".into(),
        size: FirmSize::Small,
        employees: 28,
        goals: vec!["kundenbindung".into()],
        verdict: Verdict::WorthIt,
        published: date(2026, 1, 1),
        providers: vec![slug("demir-digital")],
        funding: Vec::new(),
        cost: WorkCost { once: 800, monthly: 20, own_time: OwnTime::Days },
        says: Says::Firm,
        picture: picture(),
        video: None,
        text: Localized {
            de: StoryText {
                title: "Der Baustoffhändler, der keinen Onlineshop baute".into(),
                teaser: empty(),
                funding_note: empty(),
                since: empty(),
                fits: Vec::new(),
                own_time_note: empty(),
                until_it_worked: empty(),
                gain: Gain { figure: empty(), sentence: empty() },
                says_note: empty(),
                smaller: Smaller { not_bought: empty(), went_wrong: empty(), first_step: empty() },
                quote: empty(),
                quote_by: empty(),
                alt: empty(),
                video: None,
                lead: empty(),
                body: Html::default(),
            },
            en: None,
            ls: None,
            tested: None,
        },
    }
}
