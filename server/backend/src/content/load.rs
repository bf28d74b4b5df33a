//! From the files to one consistent state.

use super::entry::{Beside, Doc, Entry, Shot};
use super::files::{self, Folder};
use super::markdown::{self, Body, Source};
use super::media::{Media, Photo};
use super::problem::{At, Lines, Problem, Report};
use super::reader::{self, Role};
use super::{cross, front_matter, kinds, placeholders, plain, retention};
use domain::Lang;
use domain::content::{Content, Html, Kind};
use domain::retention::Plan;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// What was found in a folder.
#[derive(Debug)]
pub struct Loaded {
    /// The content; `None` if anything is wrong that forbids publishing it.
    pub content: Option<Content>,
    /// The files the server answers with, by address without version.
    pub media: BTreeMap<String, Media>,
    /// The photos whose copies it answers with, by the beginning of their address.
    pub photos: BTreeMap<String, Arc<Photo>>,
    /// Everything that is wrong, in the order of files and lines.
    pub problems: Vec<Problem>,
    /// Hash of the names and bytes that were read, also of content that cannot be published.
    pub version: String,
}

/// Reads everything below `root`. Blocks; never panics, whatever lies there.
pub fn load(root: &Path) -> Loaded {
    let mut problems = Vec::new();
    let tree = files::read(root, &mut problems);
    let ids: BTreeSet<(Kind, String)> =
        tree.folders.iter().map(|folder| (folder.kind, folder.id.to_string())).collect();
    let mut entries: Vec<Entry> =
        tree.folders.into_iter().filter_map(|folder| entry(folder, &mut problems)).collect();
    let plan = tree.retention.map(|bytes| retention::read(&bytes, &mut problems));
    let plan = plan.unwrap_or_default();
    render(&mut entries, &plan, &mut problems);
    for entry in &entries {
        let file = &entry.index.file;
        kinds::check(entry, &mut Report { file, list: &mut problems });
        for doc in entry.docs() {
            let report = &mut Report { file: &doc.file, list: &mut problems };
            kinds::check_texts(entry.kind, doc, report);
            if doc.lang == Lang::Ls {
                plain::check(entry.kind, doc, report);
            }
        }
    }
    cross::check(&entries, &ids, &mut problems);

    let mut content = Content::default();
    content.version.clone_from(&tree.version);
    content.retention = plan;
    if !problems.iter().any(Problem::is_error) {
        for entry in &entries {
            if kinds::build(entry, &mut content).is_none() {
                problems.push(kinds::unbuilt(entry));
            }
        }
    }
    problems.sort_by(|a, b| (&a.file, a.at, a.severity).cmp(&(&b.file, b.at, b.severity)));
    let publishable = !problems.iter().any(Problem::is_error);
    let (mut media, mut photos) = (BTreeMap::new(), BTreeMap::new());
    let (shots, besides): (Vec<_>, Vec<_>) =
        entries.into_iter().map(|entry| (entry.shots, entry.besides)).unzip();
    media.extend(besides.into_iter().flat_map(BTreeMap::into_values).filter_map(Beside::sent));
    for shot in shots.into_iter().flat_map(BTreeMap::into_values) {
        if let Some(photo) = shot.photo {
            photos.insert(shot.address, photo);
        } else {
            let Shot { path, hash, mime, len, .. } = shot;
            media.insert(shot.address, Media { path, hash, mime, len, mark: None });
        }
    }
    let content = publishable.then_some(content);
    Loaded { content, media, photos, problems, version: tree.version }
}

/// Reads the text files of a folder.
fn entry(mut folder: Folder, problems: &mut Vec<Problem>) -> Option<Entry> {
    let kind = folder.kind;
    let dir = format!("{}/{}", kind.code(), folder.id);
    let mut doc = |name: &str, role: Role, lang: Lang| {
        let bytes = folder.texts.remove(name)?;
        let file = format!("{dir}/{name}");
        let mut report = Report { file: &file, list: problems };
        let halves = front_matter::split(&bytes, &mut report);
        let mut fields = kinds::fields(kind);
        fields.extend(kinds::plain_fields().filter(|_| lang == Lang::Ls));
        let values = halves.as_ref().map(|halves| reader::read(&fields, role, halves, &mut report));
        Some(Doc {
            lang,
            values: values.unwrap_or_default(),
            text: halves.map(|halves| (halves.text, halves.body)),
            body: Body::default(),
            transcript: Html::default(),
            file,
        })
    };
    let index = doc("index.md", Role::Index, Lang::De)?;
    let en = doc("en.md", Role::Translation, Lang::En);
    let ls = doc("ls.md", Role::Translation, Lang::Ls);
    let (shots, besides) = (folder.shots, folder.besides);
    Some(Entry { kind, id: folder.id, index, en, ls, shots, besides })
}

/// Renders all bodies and checks what has to hold of them.
fn render(entries: &mut [Entry], plan: &Plan, problems: &mut Vec<Problem>) {
    let sites: Vec<(String, [BTreeMap<String, String>; Lang::ALL.len()])> = entries
        .iter()
        .filter(|entry| entry.kind == Kind::Site)
        .map(|site| (site.id.to_string(), Lang::ALL.map(|lang| placeholders::of(site, plan, lang))))
        .collect();
    for entry in entries {
        let kind = entry.kind;
        let own = entry.index.values.elements("sites").first().map(|(id, _)| id.clone());
        let site = sites.iter().find(|(id, _)| own.as_ref().is_none_or(|own| own == id));
        let shots = &entry.shots;
        for doc in
            [Some(&mut entry.index), entry.en.as_mut(), entry.ls.as_mut()].into_iter().flatten()
        {
            let Some((text, body)) = &doc.text else { continue };
            let placeholders =
                site.filter(|_| kind == Kind::Page).map(|(_, known)| &known[doc.lang as usize]);
            let lead = kind == Kind::Story;
            let source = Source { text, body: *body, shots, placeholders, lead };
            let mut report = Report { file: &doc.file, list: problems };
            doc.body = markdown::render(&source, &mut report);
            transcribe(doc, shots, &entry.besides, problems);
        }
        whole(entry, problems);
    }
}

/// Renders the transcript that a file names.
fn transcribe(
    doc: &mut Doc,
    shots: &BTreeMap<String, Shot>,
    besides: &BTreeMap<String, Beside>,
    problems: &mut Vec<Problem>,
) {
    let Some(name) = doc.values.str("video.transcript") else { return };
    let Some(Beside::Transcript(text)) = besides.get(name) else { return };
    let folder = doc.file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let file = format!("{folder}/{name}");
    let report = &mut Report { file: &file, list: problems };
    if text.trim().is_empty() {
        report.error(At::START, "Die Datei ist leer.", "was im Video gesagt und gezeigt wird", "");
    }
    let source = Source { text, body: 0, shots, placeholders: None, lead: false };
    doc.transcript = markdown::render(&source, report).html;
}

/// Texts are there where they have to be, and stories have a length people read.
fn whole(entry: &Entry, problems: &mut Vec<Problem>) {
    for doc in entry.docs() {
        let Some((text, body)) = &doc.text else { continue };
        let at = Lines::new(text).at(*body);
        let mut report = Report { file: &doc.file, list: &mut *problems };
        let is_index = doc.file.ends_with("/index.md");
        let needed =
            if is_index { kinds::needs_body(entry.kind) } else { entry.index.body.words > 0 };
        if needed && text[*body..].trim().is_empty() {
            report.error(at, "Unter den Kopfdaten steht kein Text.", "ein Text in Markdown", "");
        }
        let words = doc.body.words;
        if entry.kind == Kind::Story && is_index && words > 0 && !(350..=700).contains(&words) {
            let message = format!("Die Geschichte hat {words} Wörter.");
            report.warning(at, message, "350 bis 700 Wörter");
        }
    }
}
