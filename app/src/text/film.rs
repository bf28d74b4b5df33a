//! Texts beside films.

use super::{Msg, msg};
use domain::Lang;

pub const FILM: Msg = msg("Film", "Film");
pub const TRANSCRIPT: Msg = msg("Den Film lesen", "Read the film");
pub const CAPTIONS_DE: Msg = msg("Deutsch", "German");
pub const CAPTIONS_EN: Msg = msg("Englisch", "English");
pub const NOT_PLAYED: Msg =
    msg("Ihr Browser spielt keine Videos.", "Your browser does not play videos.");
pub const SIGN_LANGUAGE: Msg =
    msg("Diese Seite in Gebärdensprache (DGS)", "This page in German Sign Language (DGS)");

/// How long a film is and who made it.
pub fn about(lang: Lang, seconds: u32, credit: &str) -> String {
    format!("{}. {credit}", length(lang, seconds))
}

/// "2:35 Minuten".
fn length(lang: Lang, seconds: u32) -> String {
    let minutes = lang.pick("Minuten", "minutes");
    format!("{}:{:02} {minutes}", seconds / 60, seconds % 60)
}

/// What downloading costs: format, size, duration.
pub fn download(lang: Lang, mime: &str, bytes: u64, seconds: u32) -> String {
    let format = if mime == "video/webm" { "WebM" } else { "MP4" };
    // Tenths of a megabyte, rounded up, so that no film takes none.
    let tenths = bytes.div_ceil(100_000);
    let comma = lang.pick(",", ".");
    let size = format!("{}{comma}{} MB", tenths / 10, tenths % 10);
    let verb = lang.pick("Video herunterladen", "Download the video");
    format!("{verb} ({format}, {size}, {})", length(lang, seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_download_says_what_it_costs() {
        assert_eq!(
            download(Lang::De, "video/mp4", 12_345_678, 95),
            "Video herunterladen (MP4, 12,4 MB, 1:35 Minuten)"
        );
        assert_eq!(
            download(Lang::En, "video/webm", 1, 600),
            "Download the video (WebM, 0.1 MB, 10:00 minutes)"
        );
    }
}
