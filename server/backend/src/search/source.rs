//! What of an entry is searched: its names, its tags and its texts, as a reader of one language
//! sees them.

use domain::content::{Content, FundingKind, Kind, Localized, Site};
use domain::{Lang, Slug};

/// An entry as the index reads it. Two equal sources are analysed once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The language its texts are in: German where a translation is missing.
    pub lang: Lang,
    /// What it is called: title, then firm or person, then the German title of a translation.
    pub names: Vec<Phrase>,
    /// What it is about, in short words: goals, sectors, skills, …
    pub tags: Vec<Phrase>,
    /// Two sentences for lists.
    pub lead: String,
    /// Everything else.
    pub text: String,
    /// Ids of its goals; `None` if it suits every goal.
    pub goals: Option<Vec<String>>,
    /// Ids of its sectors; `None` if it suits every sector.
    pub sectors: Option<Vec<String>>,
}

/// A few words, and their language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The language.
    pub lang: Lang,
    /// The words.
    pub text: String,
}

/// Where an entry stands in the content.
pub type EntryKey = (Kind, Slug);

/// Everything that is searched, for readers of `lang`, ordered by kind and id.
pub fn sources(content: &Content, lang: Lang) -> Vec<(EntryKey, Source)> {
    let mut all = Vec::new();
    let site = content.site();
    let reader = Reader { content, site, lang };
    for (id, story) in &content.stories {
        all.push(((Kind::Story, id.clone()), reader.story(story)));
    }
    for (id, provider) in &content.providers {
        all.push(((Kind::Provider, id.clone()), reader.provider(provider)));
    }
    for (id, adviser) in &content.advisers {
        all.push(((Kind::Adviser, id.clone()), reader.adviser(adviser)));
    }
    for (id, funding) in &content.funding {
        all.push(((Kind::Funding, id.clone()), reader.funding(funding)));
    }
    for (id, trend) in &content.trends {
        all.push(((Kind::Trend, id.clone()), reader.trend(trend)));
    }
    for (id, signpost) in &content.signposts {
        all.push(((Kind::Signpost, id.clone()), reader.signpost(signpost)));
    }
    for (id, page) in &content.pages {
        all.push(((Kind::Page, id.clone()), reader.page(page)));
    }
    all
}

struct Reader<'a> {
    content: &'a Content,
    site: Option<&'a Site>,
    lang: Lang,
}

/// A source being put together.
struct Draft {
    source: Source,
}

impl Draft {
    fn name(mut self, lang: Lang, text: &str) -> Draft {
        add(&mut self.source.names, lang, text);
        self
    }

    fn tag(mut self, lang: Lang, text: &str) -> Draft {
        add(&mut self.source.tags, lang, text);
        self
    }

    fn text(mut self, text: &str) -> Draft {
        if !text.is_empty() {
            if !self.source.text.is_empty() {
                self.source.text.push('\n');
            }
            self.source.text.push_str(text);
        }
        self
    }
}

/// Adds words that are not there yet, so that what is the same in two languages counts once.
fn add(phrases: &mut Vec<Phrase>, lang: Lang, text: &str) {
    if !text.is_empty() && !phrases.iter().any(|phrase| phrase.text == text) {
        phrases.push(Phrase { lang, text: text.to_owned() });
    }
}

impl Reader<'_> {
    /// The beginning of every source. German names and tags answer on every page: who looks for
    /// "Haupthahn" means the story, translated or not.
    fn draft<T>(
        &self,
        texts: &Localized<T>,
        title: fn(&T) -> &str,
        lead: fn(&T) -> &str,
        tags: fn(&T) -> Vec<&str>,
    ) -> Draft {
        let (text, lang) = texts.get(self.lang);
        let source = Source {
            lang,
            names: Vec::new(),
            tags: Vec::new(),
            lead: lead(text).to_owned(),
            text: String::new(),
            goals: None,
            sectors: None,
        };
        let mut draft = Draft { source }.name(lang, title(text)).name(Lang::De, title(&texts.de));
        for (lang, text) in [(lang, text), (Lang::De, &texts.de)] {
            for tag in tags(text) {
                draft = draft.tag(lang, tag);
            }
        }
        draft
    }

    /// The labels of terms, in the reader's language and in German.
    fn labels(
        &self,
        mut draft: Draft,
        ids: &[String],
        label: fn(&Site, &str, Lang) -> String,
    ) -> Draft {
        let Some(site) = self.site else { return draft };
        for id in ids {
            for lang in [self.lang, Lang::De] {
                draft = draft.tag(lang, &label(site, id, lang));
            }
        }
        draft
    }

    fn facets(&self, draft: Draft, goals: Option<&[String]>, sectors: Option<&[String]>) -> Draft {
        let draft = self.labels(draft, goals.unwrap_or_default(), Site::goal);
        let mut draft = self.labels(draft, sectors.unwrap_or_default(), Site::sector);
        draft.source.goals = goals.map(<[String]>::to_vec);
        draft.source.sectors = sectors.map(<[String]>::to_vec);
        draft
    }

    fn story(&self, story: &domain::content::Story) -> Source {
        let text = story.text.text(self.lang);
        let sector = std::slice::from_ref(&story.sector);
        let mut draft = self.draft(&story.text, |t| &t.title, |t| &t.teaser, |_| Vec::new());
        draft = draft.name(Lang::De, &story.firm);
        draft = self.facets(draft, Some(&story.goals), Some(sector));
        draft = self.labels(draft, std::slice::from_ref(&story.district), Site::district);
        draft =
            draft.text(&text.lead).text(&text.body.text()).text(&text.quote).text(&text.quote_by);
        draft = draft.text(&format!("{} {}", text.gain.figure, text.gain.sentence));
        draft = draft.text(&text.says_note).text(&text.funding_note).text(&text.since);
        for sentence in &text.fits {
            draft = draft.text(sentence);
        }
        let smaller = &text.smaller;
        draft = draft.text(&smaller.went_wrong).text(&smaller.first_step).text(&smaller.not_bought);
        for provider in story.providers.iter().filter_map(|id| self.content.providers.get(id)) {
            draft = draft.text(&format!("{}, {}", provider.text.de.title, provider.person));
        }
        draft.source
    }

    /// What a provider does not do is not searched: nobody who looks for it wants them.
    fn provider(&self, provider: &domain::content::Provider) -> Source {
        let text = provider.text.text(self.lang);
        let mut draft = self.draft(
            &provider.text,
            |t| &t.title,
            |t| &t.summary,
            |t| t.skills.iter().chain([&t.tagline]).map(String::as_str).collect(),
        );
        draft = draft.name(Lang::De, &provider.person);
        draft = self.facets(draft, Some(&provider.goals), Some(&provider.sectors));
        draft = self.labels(draft, std::slice::from_ref(&provider.district), Site::district);
        draft.text(&text.role).text(&text.body.text()).source
    }

    /// Advisers are found by what they are responsible for.
    fn adviser(&self, adviser: &domain::content::Adviser) -> Source {
        let text = adviser.text.text(self.lang);
        let mut draft =
            self.draft(&adviser.text, |t| &t.title, |_| "", |t| vec![&t.role, &t.field]);
        let desks = self.site.map(|site| site.desks.as_slice()).unwrap_or_default();
        let own = || desks.iter().filter(|desk| desk.adviser == adviser.meta.id);
        let sectors: Vec<String> = own().flat_map(|desk| desk.sectors.clone()).collect();
        let districts: Vec<String> = own().flat_map(|desk| desk.districts.clone()).collect();
        draft = self.facets(draft, None, (!sectors.is_empty()).then_some(&sectors));
        draft = self.labels(draft, &districts, Site::district);
        draft.text(&text.body.text()).source
    }

    fn funding(&self, funding: &domain::content::Funding) -> Source {
        let text = funding.text.text(self.lang);
        let mut draft =
            self.draft(&funding.text, |t| &t.title, |t| &t.teaser, |t| vec![&t.body_name]);
        for lang in [self.lang, Lang::De] {
            for tag in money(funding.kind, lang) {
                draft = draft.tag(lang, tag);
            }
        }
        let some = |ids: &'_ [String]| (!ids.is_empty()).then(|| ids.to_vec());
        draft =
            self.facets(draft, some(&funding.goals).as_deref(), some(&funding.sectors).as_deref());
        draft.text(&text.amount).text(&text.body.text()).source
    }

    fn trend(&self, trend: &domain::content::Trend) -> Source {
        let text = trend.text.text(self.lang);
        let draft = self.draft(&trend.text, |t| &t.title, |t| &t.teaser, |_| Vec::new());
        let draft = self.facets(draft, Some(&trend.goals), Some(&trend.sectors));
        draft.text(&text.body.text()).source
    }

    fn signpost(&self, signpost: &domain::content::Signpost) -> Source {
        let text = signpost.text.text(self.lang);
        let draft = self.draft(&signpost.text, |t| &t.title, |t| &t.teaser, |_| Vec::new());
        let draft = self.facets(draft, Some(&[]), Some(&[]));
        draft.text(&text.for_whom).text(&text.body.text()).source
    }

    fn page(&self, page: &domain::content::Page) -> Source {
        let text = page.text.text(self.lang);
        let mut draft = self.draft(&page.text, |t| &t.title, |t| &t.description, |_| Vec::new());
        draft = self.facets(draft, Some(&[]), Some(&[])).text(&text.body.text());
        // The page of the room also shows when it is open and how to get there: facts of the site.
        if page.meta.id.as_str() == "besuch"
            && let Some(site) = self.site
        {
            let words = site.text.text(self.lang);
            let room = &site.room;
            draft = draft.text(&format!("{}, {} {}", room.street, room.postcode, room.city));
            draft = draft.text(&words.directions).text(&words.access);
            for lang in [self.lang, Lang::De] {
                draft = draft.tag(lang, lang.pick("Öffnungszeiten", "Opening hours"));
                draft = draft.tag(lang, lang.pick("Adresse und Anfahrt", "Address and directions"));
            }
        }
        draft.source
    }
}

/// What kind of money, in the words people look for it with.
fn money(kind: FundingKind, lang: Lang) -> [&'static str; 2] {
    let word = match kind {
        FundingKind::Grant => lang.pick("Zuschuss", "Grant"),
        FundingKind::Loan => lang.pick("Darlehen", "Loan"),
        FundingKind::Advice => lang.pick("Geförderte Beratung", "Subsidised advice"),
    };
    [word, lang.pick("Förderung Fördermittel", "Funding")]
}
