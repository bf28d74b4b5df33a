//! What each mail says. Nothing that somebody typed into the request goes into a mail before
//! they confirmed it, and no mail carries more about a person than its reader has to know: the
//! rest is behind the link.

pub mod firm;
pub mod joint;
pub mod listing;
pub mod meeting;
pub mod outcome;
pub mod staff;

use super::letter::Draft;
use domain::Lang;
use domain::content::Site;

impl Draft {
    /// The end of every mail: whose it is and how to reach a person.
    fn sign_off(self, site: &Site, lang: Lang) -> super::Letter {
        let title = &site.text.text(lang).title;
        let ask = lang.pick(
            "Fragen? Rufen Sie an oder antworten Sie auf diese Mail.",
            "Any questions? Call us or reply to this mail.",
        );
        self.paragraph(ask).paragraph(&format!("{title}\n{}\n{}", site.phone, site.email)).finish()
    }
}

#[cfg(test)]
mod tests;
