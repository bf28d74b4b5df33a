//! What entries of every kind have in common.

use crate::context::Context;
use domain::content::{Html, Localized, Meta, Picture};
use domain::{Lang, Place, Slug};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// A text in every language somebody wrote it in, by language tag.
pub(super) type Texts = BTreeMap<&'static str, String>;

pub(super) fn texts<T>(texts: &Localized<T>, text: impl Fn(&T) -> String) -> Texts {
    Lang::ALL
        .into_iter()
        .filter_map(|lang| {
            let (words, real) = texts.get(lang);
            (real == lang).then(|| (lang.tag(), text(words)))
        })
        .collect()
}

/// How wide a picture is for those who take it along, at best.
const WIDTH: u32 = 1280;

/// What every entry says about itself.
#[derive(Serialize)]
pub(super) struct Head {
    id: Slug,
    /// The page for people.
    url: String,
    /// Invented, to show what an entry looks like.
    example: bool,
    checked_on: Option<Date>,
}

impl Head {
    pub(super) fn new(cx: &Context, folder: &str, meta: &Meta) -> Head {
        Head {
            url: cx.public(&format!("/{folder}/{}", meta.id)),
            id: meta.id.clone(),
            example: meta.example,
            checked_on: meta.checked_on,
        }
    }
}

#[derive(Serialize)]
pub(super) struct Image {
    url: String,
    width: u32,
    height: u32,
    credit: String,
    alt: Texts,
}

pub(super) fn image<T>(
    cx: &Context,
    picture: &Picture,
    localized: &Localized<T>,
    alt: impl Fn(&T) -> &String,
) -> Image {
    let (address, width, height) = picture.one(WIDTH);
    Image {
        url: cx.public(&address),
        width,
        height,
        credit: picture.credit.clone(),
        alt: texts(localized, |words| alt(words).clone()),
    }
}

/// A body as it reads on the website in each language.
pub(super) fn html<T>(localized: &Localized<T>, body: fn(&T) -> &Html) -> Texts {
    Lang::ALL
        .into_iter()
        .filter_map(|lang| {
            let (words, real) = localized.get(lang);
            (real == lang)
                .then(|| (lang.tag(), body(words).for_place(Place::web(lang)).into_owned()))
        })
        .collect()
}
