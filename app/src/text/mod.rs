//! Every text of the interface, in German and English, and in Leichte Sprache where somebody wrote
//! it. A message demands German and English, so a missing translation does not compile; a message
//! nobody uses is a warning.

/// A text in every language of the interface.
#[derive(Clone, Copy, Debug)]
pub struct Msg {
    /// German.
    pub de: &'static str,
    /// English.
    pub en: &'static str,
    /// Leichte Sprache; German where there is none.
    pub ls: Option<&'static str>,
}

/// A message from its German and English text.
pub const fn msg(de: &'static str, en: &'static str) -> Msg {
    Msg { de, en, ls: None }
}

impl Msg {
    /// The same message with its text in Leichte Sprache.
    #[must_use]
    pub const fn ls(self, text: &'static str) -> Msg {
        Msg { ls: Some(text), ..self }
    }
}

#[cfg(feature = "ssr")]
mod server {
    use domain::Lang;

    impl super::Msg {
        /// The text for a reader of `lang`.
        pub const fn get(self, lang: Lang) -> &'static str {
            match (lang, self.ls) {
                (Lang::En, _) => self.en,
                (Lang::Ls, Some(ls)) => ls,
                (Lang::De | Lang::Ls, _) => self.de,
            }
        }
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests;

macro_rules! messages {
    ($($module:ident),+ $(,)?) => { $(
        #[cfg(feature = "ssr")]
        #[expect(missing_docs, reason = "a message's own text says what it means")]
        pub mod $module;
    )+ };
}

#[cfg(feature = "ssr")]
pub mod format;
#[cfg(feature = "ssr")]
pub mod history_desk;
#[cfg(feature = "ssr")]
pub mod request_desk;
messages! {
    amend,
    assisted_desk,
    common,
    desk,
    device_desk,
    entry_desk,
    failure,
    film,
    filter,
    form,
    funding,
    handover,
    home,
    joint_desk,
    keyboard,
    kiosk,
    kiosk_setup,
    listing,
    open_data,
    outcome,
    outcome_desk,
    outbox_desk,
    search,
    sheet_desk,
    shortlist,
    request,
    retention_desk,
    slots,
    status,
    meeting_desk,
    story,
    team,
    trend,
    visit,
    wall,
}
