//! The draft of a story: valid whatever was typed, and refused until its gaps are filled.

use super::super::draft::{Facts, GAP, write};
use super::*;
use crate::content::tests::folder::Folder;
use crate::requests::Request;
use domain::content::Content;

const DRAFT: &str = "stories/entwurf/index.md";

/// Texts that would end a string, a line, the front matter or a paragraph.
const HOSTILE: [&str; 7] = [
    "Bäckerei \"Lindemann\" \\ Söhne",
    "\"\"\"",
    "'''",
    "+++",
    "</textarea><script>alert(1)</script>",
    "# kein Kommentar = \"x\"",
    "[gain] --> {{operator.name}}",
];

fn told(words: &str, may_tell: bool) -> Told {
    let words = Some(words.to_owned());
    let (answer, figures) = (Answer::WorthIt, words.clone());
    Told { answer, words, figures, may_tell, at: NOON }
}

fn drafted(content: &Content, request: &Request, told: &Told) -> String {
    let facts = Facts {
        content,
        request,
        told,
        providers: vec!["demir-digital".to_owned(), "weg-von-der-wand".to_owned()],
        owner: Some(slug("jens-albrecht")),
    };
    write(&facts)
}

/// Lines of the draft's front matter that the check complains about, and those with a gap.
fn complained(folder: &Folder, draft: &str) -> (Vec<usize>, Vec<usize>) {
    folder.write(DRAFT, draft);
    let lines: Vec<&str> = draft.lines().collect();
    let head = 1 + lines[1..].iter().position(|line| *line == "+++").unwrap();
    let problems = folder.load().problems;
    let own = problems.iter().filter(|problem| problem.file == DRAFT && problem.is_error());
    let mut wrong: Vec<usize> =
        own.map(|problem| problem.at.line as usize - 1).filter(|line| *line < head).collect();
    wrong.dedup();
    let gaps = (0..head).filter(|&line| lines[line].contains(GAP)).collect();
    (wrong, gaps)
}

test_db!(every_gap_is_a_problem_and_nothing_else_is, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let folder = Folder::valid();
    let content = folder.load().content.unwrap();
    let mut known = request.clone();
    known.district = Some("eving".to_owned());
    known.sector = Some("handel".to_owned());
    known.goals = vec!["kundenbindung".to_owned(), "gibt-es-nicht-mehr".to_owned()];
    let mut unknown = request;
    (unknown.district, unknown.sector, unknown.size) = (None, None, None);
    unknown.goals = Vec::new();
    let mut most = 0;
    for request in [known, unknown] {
        for typed in HOSTILE {
            let request = Request { firm: Some(typed.to_owned()), ..request.clone() };
            for may_tell in [true, false] {
                let draft = drafted(&content, &request, &told(typed, may_tell));
                let (wrong, gaps) = complained(&folder, &draft);
                assert_eq!(wrong, gaps, "{draft}");
                assert!(gaps.len() > 20, "{draft}");
                most = most.max(gaps.len());
                assert!(draft.contains("providers = [\"demir-digital\"]\n"), "{draft}");
                // The name and the words are in it only if the firm said so.
                let named = !draft.contains("firm = \"\"");
                let quoted = draft.contains(&format!("\n    {typed}\n"));
                assert_eq!((named, quoted), (may_tell, may_tell), "{draft}");
            }
        }
    }
    assert!(most >= 29, "{most}");
});

test_db!(words_of_several_lines_stay_words, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let typed = "Erste Zeile\n\n## Überschrift\n<script>alert(1)</script>\n+++\ntitle = 1";
    let folder = Folder::valid();
    let content = folder.load().content.unwrap();
    let draft = drafted(&content, &request, &told(typed, true));
    let (_, body) = draft[4..].split_once("\n+++\n").unwrap();
    for line in typed.lines().filter(|line| !line.is_empty()) {
        let found: Vec<&str> = body.lines().filter(|drafted| drafted.contains(line)).collect();
        assert_eq!(found, [format!("    {line}"), format!("    {line}")], "{draft}");
    }
    let (wrong, gaps) = complained(&folder, &draft);
    assert_eq!(wrong, gaps);
});
