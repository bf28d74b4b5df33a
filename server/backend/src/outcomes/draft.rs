//! The draft of a story: a file as `content/stories/<name>/index.md` wants it, with what the request
//! knows. Everything else is a gap, an empty value that `werkbank check-content` names, so that no
//! draft is published by mistake. The firm's name and words are in it only if it said that it may be
//! spoken to; whether it agrees to a story is for somebody to ask.

use super::{Told, sql, took_place};
use crate::meetings;
use crate::requests::{Request, Viewer, find_visible};
use crate::{Backend, BackendError, Conn, Id, Result, staff};
use domain::content::{Content, Term};
use domain::meeting::Party;
use domain::outcome::Answer;
use domain::request::Reference;
use domain::{FirmSize, Slug};
use std::fmt::Write as _;

/// A draft, and what people call its request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The request's reference.
    pub reference: Reference,
    /// The file.
    pub markdown: String,
}

/// What a draft is made of.
pub(super) struct Facts<'a> {
    pub content: &'a Content,
    pub request: &'a Request,
    /// The newest good answer of the firm.
    pub told: &'a Told,
    /// Providers it has met.
    pub providers: Vec<String>,
    /// The public profile of whoever looks after it.
    pub owner: Option<Slug>,
}

/// The draft of a request's story.
///
/// # Errors
/// [`BackendError::NotFound`] if the viewer sees no such request, or nobody said that it was worth
/// it.
pub async fn draft(
    backend: &Backend,
    content: &Content,
    viewer: &Viewer,
    request: &Id,
) -> Result<Draft> {
    let mut conn = backend.db.read().await?;
    let found = find_visible(&mut conn, viewer, request, backend.now().day()).await?;
    let request = found.ok_or(BackendError::NotFound)?;
    let rows = sql::of_request(&mut conn, &request.id).await?;
    let own = rows.into_iter().filter(|row| row.party == Party::Sme).filter_map(|row| row.told);
    let good = own.filter(|told| told.answer == Answer::WorthIt).max_by_key(|told| told.at);
    let told = good.ok_or(BackendError::NotFound)?;
    let facts = Facts {
        providers: met(&mut conn, backend, &request.id).await?,
        owner: owner(&mut conn, &request).await?,
        content,
        request: &request,
        told: &told,
    };
    Ok(Draft { reference: request.reference, markdown: write(&facts) })
}

async fn met(conn: &mut Conn, backend: &Backend, request: &Id) -> Result<Vec<String>> {
    let all = meetings::of_firm(conn, request).await?;
    let now = backend.now();
    let held = all.into_iter().filter(|meeting| took_place(meeting, now).is_some());
    let mut providers: Vec<String> = held.filter_map(|meeting| meeting.provider).collect();
    providers.sort();
    providers.dedup();
    Ok(providers)
}

async fn owner(conn: &mut Conn, request: &Request) -> Result<Option<Slug>> {
    match &request.assigned {
        Some(id) => Ok(staff::find(conn, id).await?.and_then(|member| member.adviser)),
        None => Ok(None),
    }
}

/// How a gap is marked: a person finds the word, the check finds the empty value.
pub(super) const GAP: &str = "LÜCKE";

/// Writes front matter line by line. Writing to a String cannot fail.
struct Head(String);

impl Head {
    fn known(&mut self, key: &str, value: impl Into<toml_edit::Value>) {
        let _ = writeln!(self.0, "{key} = {}", value.into());
    }

    fn gap(&mut self, key: &str, what: &str) {
        let _ = writeln!(self.0, "{key} = \"\"  # {GAP}: {what}");
    }

    fn text(&mut self, key: &str, value: Option<&str>, what: &str) {
        match value {
            Some(value) => self.known(key, value),
            None => self.gap(key, what),
        }
    }

    fn list(&mut self, key: &str, values: Vec<&str>, what: &str) {
        if values.is_empty() {
            self.gap(key, what);
        } else {
            self.known(key, values.into_iter().collect::<toml_edit::Array>());
        }
    }

    fn table(&mut self, name: &str, gaps: &[(&str, &str)]) {
        let _ = writeln!(self.0, "\n[{name}]");
        for (key, what) in gaps {
            self.gap(key, what);
        }
    }
}

/// The file.
pub(super) fn write(facts: &Facts<'_>) -> String {
    let Facts { content, request, told, .. } = facts;
    let site = content.sites.get(request.site.as_str());
    let known = |terms: Option<&[Term]>, id: &Option<String>| {
        let id = id.clone()?;
        terms?.iter().any(|term| term.id == id).then_some(id)
    };
    let district = known(site.map(|site| site.districts.as_slice()), &request.district);
    let sector = known(site.map(|site| site.sectors.as_slice()), &request.sector);
    let all_goals = site.map(|site| site.goals.as_slice()).unwrap_or_default();
    let is_goal = |id: &&str| all_goals.iter().any(|term| term.id == **id);
    let goals = request.goals.iter().map(String::as_str).filter(is_goal).take(3).collect();
    let listed = |id: &&str| content.providers.contains_key(*id);
    let providers: Vec<&str> = facts.providers.iter().map(String::as_str).filter(listed).collect();
    let owner = facts.owner.as_ref().filter(|id| content.advisers.contains_key(*id));
    let firm = request.firm.as_deref().filter(|_| told.may_tell);

    let mut head = Head(String::new());
    head.gap("title", "Überschrift, bis 90 Zeichen");
    head.gap("teaser", "zwei Sätze für die Liste");
    head.text("firm", firm, "Name des Betriebs, erst mit seiner ausdrücklichen Zustimmung");
    head.text("district", district.as_deref(), "Bezirk");
    head.text("sector", sector.as_deref(), "Branche");
    head.text("size", request.size.map(FirmSize::code), "Größenklasse");
    head.gap("employees", "Zahl der Beschäftigten, ohne Anführungszeichen");
    head.list("goals", goals, "ein bis drei Ziele, als Liste");
    head.known("verdict", "worth-it");
    head.gap("published", "ab wann sichtbar, Datum ohne Anführungszeichen");
    head.text("owner", owner.map(Slug::as_str), "wer den Eintrag pflegt");
    head.gap("checked_on", "zuletzt geprüft am, Datum ohne Anführungszeichen");
    head.gap("next_check", "nächste Prüfung, Datum ohne Anführungszeichen");
    head.known("providers", providers.into_iter().collect::<toml_edit::Array>());
    head.gap("funding_note", "was gefördert wurde, oder „keine gebraucht“");
    head.gap("since", "seit wann es läuft");
    head.gap("fits", "drei bis fünf Sätze „Das könnte auch bei Ihnen gehen“, als Liste");
    head.table(
        "cost",
        &[
            ("once", "einmalig in Euro, ohne Anführungszeichen"),
            ("monthly", "im Monat in Euro, ohne Anführungszeichen"),
            ("own_time", "eigene Arbeitszeit, Klasse"),
            ("own_time_note", "eigene Arbeitszeit in Worten"),
            ("until_it_worked", "wie lange, bis es lief"),
        ],
    );
    head.table("gain", &[("figure", "die große Zahl"), ("sentence", "was sie bedeutet")]);
    head.table("says", &[("who", "wer das sagt"), ("note", "wie gemessen wurde")]);
    head.table(
        "smaller",
        &[
            ("not_bought", "was bewusst nicht gekauft wurde"),
            ("went_wrong", "was schiefging"),
            ("first_step", "der erste Schritt für kleines Geld"),
        ],
    );
    head.table("quote", &[("text", "ein Satz, ohne Anführungszeichen"), ("by", "wer das sagt")]);
    head.table(
        "picture",
        &[("file", "Bilddatei im Ordner"), ("alt", "Bildbeschreibung"), ("credit", "Quelle")],
    );
    format!("+++\n{}+++\n\n{}", head.0, body(request, told))
}

/// What stands below the front matter. What the firm typed is indented as code: whatever it is, it
/// stays text.
fn body(request: &Request, told: &Told) -> String {
    let mut body = format!(
        "<!-- Entwurf zur Anfrage {}. Eine Geschichte braucht die ausdrückliche Zustimmung des \
         Betriebs. Jede {GAP} ausfüllen oder erfragen. -->\n\n{GAP}: Vorspann und Text, 350 bis \
         700 Wörter. Was war los, was wurde versucht, was ging schief, was hat es gebracht?\n",
        request.reference
    );
    let quoted = [
        ("Was der Betrieb schrieb", told.words.as_deref()),
        ("Was es gekostet und gebracht hat", told.figures.as_deref()),
    ];
    for (heading, words) in quoted {
        let Some(words) = words.filter(|_| told.may_tell) else { continue };
        let _ = write!(body, "\n## {GAP}: {heading} (vor dem Veröffentlichen löschen)\n\n");
        for line in words.lines() {
            let _ = writeln!(body, "    {line}");
        }
    }
    body
}
