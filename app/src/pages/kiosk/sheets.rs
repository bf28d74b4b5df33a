//! Cuts a long text into pages of a screen, so that standing readers turn pages and never scroll.

use std::ops::Range;

/// What a heading takes beside its letters: its own lines and the space above.
const HEADING: usize = 90;
/// What any other block takes beside its letters: the space below and, on average, half a line.
const BLOCK: usize = 45;

/// Splits sanitised HTML between its outermost blocks into pages of at most `budget` letters, as
/// evenly filled as possible. A heading stays with what follows it; a single block longer than the
/// budget is a page of its own.
pub fn cut(html: &str, budget: usize) -> Vec<String> {
    let units = units(html);
    if units.is_empty() {
        return Vec::new();
    }
    let pages = fill(&units, budget).len();
    // The smallest limit that needs no more pages fills them evenly.
    let (mut low, mut high) = (1, budget);
    while low < high {
        let middle = usize::midpoint(low, high);
        if fill(&units, middle).len() <= pages { high = middle } else { low = middle + 1 }
    }
    fill(&units, high).into_iter().map(|range| html[range].trim().to_owned()).collect()
}

/// Pages of at most `limit`, each as a range of the text.
fn fill(units: &[(Range<usize>, usize)], limit: usize) -> Vec<Range<usize>> {
    let mut pages: Vec<(Range<usize>, usize)> = Vec::new();
    for (range, weight) in units {
        match pages.last_mut() {
            Some((page, sum)) if *sum + weight <= limit => {
                page.end = range.end;
                *sum += weight;
            }
            _ => pages.push((range.clone(), *weight)),
        }
    }
    pages.into_iter().map(|(range, _)| range).collect()
}

/// Blocks that are not to be parted, with their weight: a heading together with its first block.
fn units(html: &str) -> Vec<(Range<usize>, usize)> {
    let mut units: Vec<(Range<usize>, usize)> = Vec::new();
    let mut heading: Option<(Range<usize>, usize)> = None;
    for block in blocks(html) {
        let text = &html[block.clone()];
        let is_heading = text.starts_with("<h");
        let weight = letters(text) + if is_heading { HEADING } else { BLOCK };
        let (start, sum) = heading
            .take()
            .map_or((block.start, weight), |(head, before)| (head.start, before + weight));
        if is_heading {
            heading = Some((start..block.end, sum));
        } else {
            units.push((start..block.end, sum));
        }
    }
    units.extend(heading);
    units
}

/// The outermost elements. The sanitiser closes every element it opens.
fn blocks(html: &str) -> Vec<Range<usize>> {
    const VOID: [&str; 4] = ["<br", "<hr", "<img", "<wbr"];
    let (mut blocks, mut depth, mut start, mut at) = (Vec::new(), 0_usize, None, 0);
    while let Some(open) = html[at..].find('<').map(|found| at + found) {
        let Some(end) = end_of_tag(html, open) else { break };
        let tag = &html[open..end];
        start.get_or_insert(open);
        if tag.starts_with("</") {
            depth = depth.saturating_sub(1);
        } else if !VOID.iter().any(|void| tag.starts_with(void)) {
            depth += 1;
        }
        if depth == 0
            && let Some(from) = start.take()
        {
            blocks.push(from..end);
        }
        at = end;
    }
    blocks
}

/// Where the tag that opens at `open` ends; a quoted value may contain `>`.
fn end_of_tag(html: &str, open: usize) -> Option<usize> {
    let mut quoted = false;
    let length = html[open..].bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    })?;
    Some(open + length + 1)
}

/// How many letters a block shows.
fn letters(html: &str) -> usize {
    let (mut count, mut at) = (0, 0);
    while let Some(open) = html[at..].find('<').map(|found| at + found) {
        count += html[at..open].chars().count();
        match end_of_tag(html, open) {
            Some(end) => at = end,
            None => return count,
        }
    }
    count + html[at..].chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(letters: usize) -> String {
        format!("<p>{}</p>\n", "x".repeat(letters))
    }

    #[test]
    fn a_short_text_is_one_page_and_no_text_none() {
        assert_eq!(cut("<p>Kurz.</p>", 500), ["<p>Kurz.</p>"]);
        assert!(cut("", 500).is_empty());
        assert!(cut("\n", 500).is_empty());
    }

    #[test]
    fn nothing_is_lost_and_pages_are_even() {
        let html: String = (0..7).map(|_| paragraph(300)).collect();
        let pages = cut(&html, 1_400);
        assert_eq!(
            pages.iter().map(|page| page.matches("<p>").count()).collect::<Vec<_>>(),
            [4, 3]
        );
        assert_eq!(pages.join("\n"), html.trim());
    }

    #[test]
    fn a_heading_stays_with_what_follows() {
        let html = format!("{}<h2>Titel</h2>\n{}", paragraph(800), paragraph(100));
        let pages = cut(&html, 900);
        assert_eq!(pages.len(), 2);
        assert!(pages[1].starts_with("<h2>Titel</h2>"));
    }

    #[test]
    fn blocks_inside_blocks_are_not_parted() {
        let list = format!("<ul>\n<li>{0}</li>\n<li>{0}<br></li>\n</ul>", "x".repeat(300));
        let html = format!("{list}<blockquote><p>{}</p></blockquote>", "y".repeat(300));
        let pages = cut(&html, 700);
        assert_eq!(pages.len(), 2);
        assert_eq!(pages[0], list);
    }

    #[test]
    fn a_block_longer_than_a_page_is_a_page() {
        let html = format!("{0}{1}{0}{0}", paragraph(300), paragraph(2_000));
        let pages = cut(&html, 700);
        assert_eq!(
            pages.iter().map(|page| page.matches("<p>").count()).collect::<Vec<_>>(),
            [1, 1, 2]
        );
    }

    #[test]
    fn a_quoted_bracket_is_not_the_end_of_a_tag() {
        let html = r#"<p><img alt="a > b" src="/x"> c</p><p>d</p>"#;
        assert_eq!(blocks(html).len(), 2);
        assert_eq!(letters(r#"<p><img alt="a > b" src="/x">cd</p>"#), 2);
    }
}
