//! The language and the surface of a page, both told by the first segments of its path.

use std::fmt;

/// A language the product speaks. The address decides it (`/…` German, `/en/…` English, `/ls/…`
/// Leichte Sprache); there is no cookie and no negotiation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// German, the language of all facts.
    #[default]
    De,
    /// English.
    En,
    /// Leichte Sprache: German with the rules of [`crate::plain`]. What is not written in it is
    /// shown in German.
    Ls,
}

impl Lang {
    /// Every language, German first.
    pub const ALL: [Lang; 3] = [Lang::De, Lang::En, Lang::Ls];

    /// The short name in paths, file names, the database and counts.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::De => "de",
            Lang::En => "en",
            Lang::Ls => "ls",
        }
    }

    /// The BCP 47 tag, as in `<html lang>`. `simple` is a registered variant.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::De => "de",
            Lang::En => "en",
            Lang::Ls => "de-simple",
        }
    }

    /// The one of two texts that is in this language. Who reads Leichte Sprache reads German where
    /// there is nothing easier.
    pub const fn pick<'a>(self, de: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::De | Lang::Ls => de,
            Lang::En => en,
        }
    }

    /// The language for what exists in German and English alone, such as mails.
    #[must_use]
    pub const fn standard(self) -> Lang {
        match self {
            Lang::De | Lang::Ls => Lang::De,
            Lang::En => Lang::En,
        }
    }

    /// The language with this code.
    pub fn parse(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Where a page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Surface {
    /// At home or on the road: the public website.
    #[default]
    Web,
    /// The touchscreen in the room, under `/kiosk`.
    Kiosk,
    /// The staff's desk, under `/mitarbeit`; German only.
    Desk,
}

impl Surface {
    /// The value of `<html data-surface>` and of the `surface` column of `counts`.
    pub const fn tag(self) -> &'static str {
        match self {
            Surface::Web => "web",
            Surface::Kiosk => "kiosk",
            Surface::Desk => "desk",
        }
    }
}

/// A surface in a language: what a path's prefix says, and what every link keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place {
    /// Web, kiosk or desk.
    pub surface: Surface,
    /// The page's language.
    pub lang: Lang,
}

impl Place {
    /// The public website in `lang`.
    pub const fn web(lang: Lang) -> Place {
        Place { surface: Surface::Web, lang }
    }

    /// The path prefix: empty, `/en`, `/ls`, `/kiosk`, `/kiosk/en`, `/kiosk/ls` or (desk)
    /// `/mitarbeit`.
    pub const fn prefix(self) -> &'static str {
        match (self.surface, self.lang) {
            (Surface::Web, Lang::De) => "",
            (Surface::Web, Lang::En) => "/en",
            (Surface::Web, Lang::Ls) => "/ls",
            (Surface::Kiosk, Lang::De) => "/kiosk",
            (Surface::Kiosk, Lang::En) => "/kiosk/en",
            (Surface::Kiosk, Lang::Ls) => "/kiosk/ls",
            (Surface::Desk, _) => "/mitarbeit",
        }
    }

    /// The address of `path` (which begins with `/`) on this surface in this language.
    pub fn href(self, path: &str) -> String {
        let prefix = self.prefix();
        if path == "/" && !prefix.is_empty() {
            prefix.to_owned()
        } else {
            format!("{prefix}{path}")
        }
    }

    /// Splits a full path into its place and the rest, which begins with `/`.
    pub fn split(path: &str) -> (Place, &str) {
        let (surface, rest) = match strip_segment(path, "/kiosk") {
            Some(rest) => (Surface::Kiosk, rest),
            None => match strip_segment(path, "/mitarbeit") {
                Some(rest) => return (Place { surface: Surface::Desk, lang: Lang::De }, rest),
                None => (Surface::Web, path),
            },
        };
        for (segment, lang) in [("/en", Lang::En), ("/ls", Lang::Ls)] {
            if let Some(rest) = strip_segment(rest, segment) {
                return (Place { surface, lang }, rest);
            }
        }
        (Place { surface, lang: Lang::De }, rest)
    }
}

/// `path` without `segment`, if it is the whole first segment.
fn strip_segment<'a>(path: &'a str, segment: &str) -> Option<&'a str> {
    let rest = path.strip_prefix(segment)?;
    match rest {
        "" => Some("/"),
        _ if rest.starts_with('/') => Some(rest),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_splits_into_place_and_rest_and_back() {
        for (path, surface, lang, rest) in [
            ("/", Surface::Web, Lang::De, "/"),
            ("/en", Surface::Web, Lang::En, "/"),
            ("/en/geschichten", Surface::Web, Lang::En, "/geschichten"),
            ("/entdecken", Surface::Web, Lang::De, "/entdecken"),
            ("/ls", Surface::Web, Lang::Ls, "/"),
            ("/ls/anfrage", Surface::Web, Lang::Ls, "/anfrage"),
            ("/kiosk/ls", Surface::Kiosk, Lang::Ls, "/"),
            ("/kiosk/ls/start", Surface::Kiosk, Lang::Ls, "/start"),
            ("/kiosk", Surface::Kiosk, Lang::De, "/"),
            ("/kiosk/en/anbieter", Surface::Kiosk, Lang::En, "/anbieter"),
            ("/mitarbeit/anfragen", Surface::Desk, Lang::De, "/anfragen"),
        ] {
            let (place, got) = Place::split(path);
            assert_eq!((place.surface, place.lang, got), (surface, lang, rest), "{path}");
            assert_eq!(place.href(rest), path);
        }
    }

    #[test]
    fn codes_and_tags_of_all_languages() {
        for (lang, code, tag) in
            [(Lang::De, "de", "de"), (Lang::En, "en", "en"), (Lang::Ls, "ls", "de-simple")]
        {
            assert_eq!((lang.code(), lang.tag()), (code, tag));
            assert_eq!(Lang::parse(code), Some(lang));
            assert_eq!(lang.to_string(), code);
        }
        assert_eq!(Lang::parse("de-simple"), None);
        assert_eq!(Lang::Ls.pick("Frage", "question"), "Frage");
        assert_eq!(Lang::Ls.standard(), Lang::De);
    }
}
