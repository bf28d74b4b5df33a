//! The one route table. The router, the rights matrix, the sitemap and the list of pages the
//! accessibility suite visits all come from it.

use crate::context::{Cx, Outcome};
use crate::{forms, open, pages};
use backend::staff::Member;
use domain::staff::Role;
use domain::{Lang, Place, Surface};
use std::future::Future;
use std::pin::Pin;

/// GET or POST; nothing else changes or shows anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Shows; never changes a row.
    Get,
    /// Changes.
    Post,
}

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Everybody.
    Public,
    /// Whoever holds a valid link; the handler checks the token.
    Link,
    /// Whoever knows a short code, which could be guessed: looking one up counts like a form.
    Code,
    /// Any signed-in member of staff.
    Staff,
    /// Members of staff who work on requests: adviser, coordinator.
    Requests,
    /// Members of staff who see every request of the site: coordinator.
    Coordination,
    /// Members of staff who see the team and keep its desks and absences: coordinator, admin.
    Team,
    /// Members of staff who change accounts: admin.
    Accounts,
    /// Members of staff who see the plan for deletion and what it did: head, admin.
    Retention,
    /// Members of staff who note what the archive said, and hand records over to it: admin.
    Archive,
    /// Members of staff who pair and look after the kiosks: admin.
    Devices,
}

impl Right {
    /// The code in `werkbank pages`.
    pub const fn code(self) -> &'static str {
        match self {
            Right::Public => "public",
            Right::Link => "link",
            Right::Code => "code",
            Right::Staff => "staff",
            Right::Requests => "requests",
            Right::Coordination => "coordination",
            Right::Team => "team",
            Right::Accounts => "accounts",
            Right::Retention => "retention",
            Right::Archive => "archive",
            Right::Devices => "devices",
        }
    }

    /// Whether a member of staff has it at the site.
    pub fn is_held_by(self, member: &Member, site: &str) -> bool {
        match self {
            Right::Public | Right::Link | Right::Code | Right::Staff => true,
            Right::Requests => member.sees_requests(site),
            Right::Coordination => member.has(site, Role::Coordinator),
            Right::Team => member.has(site, Role::Coordinator) || member.has(site, Role::Admin),
            Right::Accounts | Right::Archive | Right::Devices => member.has(site, Role::Admin),
            Right::Retention => member.has(site, Role::Head) || member.has(site, Role::Admin),
        }
    }
}

/// Which browser bundle a page needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bundle {
    /// None: the page loads no script at all.
    None,
    /// None: the answer is no page but a part of one, which an island of that page asks for, or a
    /// file to save.
    Part,
    /// The public islands.
    Public,
    /// The desk islands.
    Desk,
}

/// Where a route exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// The website, in every language.
    Web,
    /// The website and the kiosk, in every language.
    WebAndKiosk,
    /// The kiosk alone, in every language.
    Kiosk,
    /// The desk, German.
    Desk,
    /// One address without a language, for machines.
    Data,
}

impl On {
    /// Every surface and language the route exists in.
    pub fn places(self) -> Vec<Place> {
        let on = |surface: Surface| Lang::ALL.into_iter().map(move |lang| Place { surface, lang });
        match self {
            On::Web => on(Surface::Web).collect(),
            On::WebAndKiosk => on(Surface::Web).chain(on(Surface::Kiosk)).collect(),
            On::Kiosk => on(Surface::Kiosk).collect(),
            On::Desk => vec![Place { surface: Surface::Desk, lang: Lang::De }],
            On::Data => vec![Place::web(Lang::De)],
        }
    }
}

/// The future of an answer.
pub type Answering = Pin<Box<dyn Future<Output = Outcome> + Send>>;

/// One row of the table.
pub struct Route {
    /// Its name in tests and logs.
    pub name: &'static str,
    /// GET or POST.
    pub method: Method,
    /// The path below the place's prefix, with `{…}` for parameters.
    pub path: &'static str,
    /// Who may.
    pub right: Right,
    /// Where.
    pub on: On,
    /// Whether the answer is a function of path, query, content and day alone, so that it may be
    /// cached. Such a page must not look at anything else.
    pub cached: bool,
    /// Which islands it has.
    pub bundle: Bundle,
    /// Query parameters it knows; all others are dropped before the page sees them.
    pub query: &'static [&'static str],
    /// What answers.
    pub handler: fn(Cx) -> Answering,
}

impl Route {
    /// Whether search engines should know the page.
    pub fn is_indexed(&self) -> bool {
        self.cached && matches!(self.on, On::Web | On::WebAndKiosk)
    }
}

macro_rules! routes {
    ($( $name:ident: $method:ident $path:literal, $right:ident, $on:ident, $cached:literal, $bundle:ident, [$($query:literal),*] => $handler:path; )*) => {
        /// Every route, in the order the README's tour walks.
        pub static ROUTES: &[Route] = &[ $( Route {
            name: stringify!($name),
            method: Method::$method,
            path: $path,
            right: Right::$right,
            on: On::$on,
            cached: $cached,
            bundle: Bundle::$bundle,
            query: &[$($query),*],
            handler: |cx| Box::pin($handler(cx)),
        }, )* ];
    };
}

//  name               method path                              right     where        cached bundle  query → handler
routes! {
    home:              Get "/",                                 Public,   Web,         true,  None,   [] => pages::home::page;
    stories:           Get "/geschichten",                      Public,   Web,         true,  Public, ["ziel", "branche", "groesse", "kosten", "datum", "seite"] => pages::stories::page;
    story:             Get "/geschichten/{id}",                 Public,   Web,         true,  Public, ["kanal"] => pages::story::page;
    wall:              Get "/anbieter",                         Public,   Web,         true,  Public, ["ziel", "branche", "bezirk", "groesse", "datum", "seite"] => pages::wall::page;
    order:             Get "/anbieter/reihenfolge",             Public,   WebAndKiosk, true,  None,   ["datum", "seite"] => pages::order::page;
    listing:           Get  "/anbieter/aufnahme",               Public,   Web,         true,  None,   [] => pages::listing::page;
    listing_send:      Post "/anbieter/aufnahme",               Public,   Web,         false, None,   [] => forms::listing::post;
    listing_thanks:    Get  "/anbieter/aufnahme/danke/{reference}", Public, Web,       false, None,   ["kontakt"] => pages::listing::thanks;
    provider:          Get "/anbieter/{id}",                    Public,   Web,         true,  None,   ["kanal"] => pages::provider::page;
    funding:           Get "/foerderung",                       Public,   WebAndKiosk, true,  Public, ["ziel", "branche", "groesse", "datum", "seite"] => pages::funding::page;
    programme:         Get "/foerderung/{id}",                  Public,   WebAndKiosk, true,  None,   [] => pages::programme::page;
    trends:            Get "/trends",                           Public,   WebAndKiosk, true,  None,   ["ziel", "branche", "datum", "seite"] => pages::trends::page;
    trend:             Get "/trends/{id}",                      Public,   WebAndKiosk, true,  None,   [] => pages::trend::page;
    signposts:         Get "/wegweiser",                        Public,   WebAndKiosk, true,  None,   [] => pages::signposts::page;
    how_it_works:      Get "/kennenlernen",                     Public,   WebAndKiosk, true,  None,   [] => pages::text_page::page;
    visit:             Get "/besuch",                           Public,   WebAndKiosk, true,  None,   [] => pages::visit::page;
    shortlist:         Get "/merkzettel",                       Public,   Web,         false, Public, ["g", "kanal"] => pages::shortlist::page;
    about:             Get "/ueber-uns",                        Public,   WebAndKiosk, true,  None,   [] => pages::text_page::page;
    imprint:           Get "/impressum",                        Public,   WebAndKiosk, true,  None,   [] => pages::text_page::page;
    privacy:           Get "/datenschutz",                      Public,   WebAndKiosk, true,  None,   [] => pages::text_page::page;
    accessibility:     Get "/barrierefreiheit",                 Public,   WebAndKiosk, true,  None,   [] => pages::text_page::page;
    search:            Get "/suche",                            Public,   Web,         false, Public, ["q", "art", "branche", "ziel", "seite"] => pages::search::page;
    suggestions:       Get "/suche/vorschlaege",                Public,   Web,         false, Part,   ["q"] => pages::search::suggestions;
    story_short:       Get "/g/{id}",                           Public,   Web,         false, None,   [] => pages::story::short;
    code:              Get "/m",                                Public,   Web,         false, None,   [] => pages::handover::page;
    code_send:         Post "/m",                               Public,   Web,         false, None,   [] => forms::handover::enter;
    code_open:         Get "/m/{code}",                         Code,     Web,         false, None,   [] => pages::handover::open;

    request:           Get  "/anfrage",                         Public,   Web,         true,  Public, ["art", "ziel", "branche", "geschichte", "anbieter", "kanal"] => pages::request::start;
    request_send:      Post "/anfrage",                         Public,   Web,         false, Public, [] => forms::request::post;
    request_thanks:    Get  "/anfrage/danke/{reference}",       Public,   Web,         false, Public, ["kontakt"] => pages::request::thanks;
    status:            Get  "/status/{token}",                  Link,     Web,         false, Public, ["getan", "antwort", "treffen"] => pages::status::page;
    status_confirm:    Post "/status/{token}/bestaetigen",      Link,     Web,         false, None,   [] => forms::status::confirm;
    status_release:    Post "/status/{token}/freigabe",         Link,     Web,         false, None,   [] => forms::status::release;
    status_withdraw:   Post "/status/{token}/zurueckziehen",    Link,     Web,         false, None,   [] => forms::status::withdraw;
    status_times:      Post "/status/{token}/termine",          Link,     Web,         false, Public, [] => forms::slots::firm_answer;
    status_call_off:   Post "/status/{token}/absagen",          Link,     Web,         false, None,   [] => forms::slots::firm_call_off;
    status_move:       Post "/status/{token}/verschieben",      Link,     Web,         false, None,   [] => forms::slots::firm_move;
    status_outcome:    Post "/status/{token}/ergebnis",         Link,     Web,         false, Public, [] => forms::outcome::firm;
    status_asking:     Post "/status/{token}/nachfragen",       Link,     Web,         false, None,   [] => forms::outcome::asking;
    status_data:       Get  "/status/{token}/daten",            Link,     Web,         false, Part,   [] => pages::status::data::file;
    status_amend:      Get  "/status/{token}/angaben",          Link,     Web,         false, None,   [] => pages::status::amend::page;
    status_amend_send: Post "/status/{token}/angaben",          Link,     Web,         false, None,   [] => forms::amend::post;
    address:           Get  "/adresse/{token}",                 Link,     Web,         false, None,   [] => pages::address::page;
    address_confirm:   Post "/adresse/{token}",                 Link,     Web,         false, None,   [] => forms::amend::confirm_address;
    slots:             Get  "/termin/{token}",                  Link,     Web,         false, Public, ["getan", "antwort"] => pages::slots::page;
    slots_answer:      Post "/termin/{token}/antwort",          Link,     Web,         false, Public, [] => forms::slots::provider_answer;
    slots_decline:     Post "/termin/{token}/ablehnen",         Link,     Web,         false, None,   [] => forms::slots::provider_call_off;
    slots_call_off:    Post "/termin/{token}/absagen",          Link,     Web,         false, None,   [] => forms::slots::provider_call_off;
    slots_outcome:     Post "/termin/{token}/ergebnis",         Link,     Web,         false, Public, [] => forms::outcome::provider;

    // For machines. The page about it is for people.
    open_data:         Get "/offene-daten",                     Public,   Web,         true,  None,   [] => pages::open_data::page;
    order_ids:         Get "/anbieter/kennungen.txt",           Public,   Data,        true,  None,   ["datum"] => pages::order::ids;
    sitemap:           Get "/sitemap.xml",                      Public,   Data,        true,  None,   [] => open::sitemap::sitemap;
    robots:            Get "/robots.txt",                       Public,   Data,        true,  None,   [] => open::sitemap::robots;
    feed:              Get "/feed/{lang}",                      Public,   Data,        true,  None,   [] => open::feed::page;
    opening_hours:     Get "/oeffnungszeiten.ics",              Public,   Data,        true,  None,   [] => open::hours::page;
    team_calendar:     Get "/kalender/{token}",                 Link,     Data,        false, None,   [] => open::agenda::page;
    api_description:   Get "/api/v1/openapi.json",              Public,   Data,        true,  None,   [] => open::openapi::page;
    api_stories:       Get "/api/v1/stories",                   Public,   Data,        true,  None,   ["page"] => open::data::stories;
    api_story:         Get "/api/v1/stories/{id}",              Public,   Data,        true,  None,   [] => open::data::story_by_id;
    api_providers:     Get "/api/v1/providers",                 Public,   Data,        true,  None,   ["page"] => open::data::providers;
    api_provider:      Get "/api/v1/providers/{id}",            Public,   Data,        true,  None,   [] => open::data::provider_by_id;
    api_funding:       Get "/api/v1/funding",                   Public,   Data,        true,  None,   ["page"] => open::data::programmes;
    api_programme:     Get "/api/v1/funding/{id}",              Public,   Data,        true,  None,   [] => open::data::programme_by_id;
    api_trends:        Get "/api/v1/trends",                    Public,   Data,        true,  None,   ["page"] => open::data::trends;
    api_trend:         Get "/api/v1/trends/{id}",               Public,   Data,        true,  None,   [] => open::data::trend_by_id;
    api_signposts:     Get "/api/v1/signposts",                 Public,   Data,        true,  None,   ["page"] => open::data::signposts;
    api_site:          Get "/api/v1/site",                      Public,   Data,        true,  None,   [] => open::data::site;

    // Pages laid out for the kiosk. What is not here but exists there is the website's own page.
    kiosk_attract:     Get "/",                                 Public,   Kiosk,       true,  None,   [] => pages::kiosk::attract::page;
    kiosk_start:       Get "/start",                            Public,   Kiosk,       true,  None,   [] => pages::kiosk::start::page;
    kiosk_stories:     Get "/geschichten",                      Public,   Kiosk,       true,  None,   ["ziel", "seite"] => pages::kiosk::stories::page;
    kiosk_story:       Get "/geschichten/{id}",                 Public,   Kiosk,       true,  None,   ["teil"] => pages::kiosk::story::page;
    kiosk_take_story:  Get "/geschichten/{id}/mitnehmen",       Public,   Kiosk,       true,  None,   [] => pages::kiosk::take::story;
    kiosk_take_provider: Get "/anbieter/{id}/mitnehmen",        Public,   Kiosk,       true,  None,   [] => pages::kiosk::take::provider;
    kiosk_offer:       Post "/mitnehmen",                       Public,   Kiosk,       false, None,   [] => forms::handover::offer;
    kiosk_offered:     Get "/mitnehmen/{code}",                 Code,     Kiosk,       false, None,   [] => pages::kiosk::code::page;
    kiosk_wall:        Get "/anbieter",                         Public,   Kiosk,       true,  None,   ["seite"] => pages::kiosk::wall::page;
    kiosk_provider:    Get "/anbieter/{id}",                    Public,   Kiosk,       true,  None,   ["teil"] => pages::kiosk::provider::page;
    kiosk_request:     Get "/anfrage",                          Public,   Kiosk,       true,  None,   ["geschichte", "anbieter"] => pages::kiosk::request::page;
    kiosk_fill:        Get  "/anfrage/ausfuellen",              Public,   Kiosk,       false, None,   ["geschichte", "anbieter"] => pages::kiosk::assisted::page;
    kiosk_fill_send:   Post "/anfrage/ausfuellen",              Public,   Kiosk,       false, None,   [] => forms::request::post_at_kiosk;
    kiosk_thanks:      Get  "/anfrage/danke/{reference}",       Public,   Kiosk,       false, None,   ["kontakt"] => pages::request::thanks;
    kiosk_shortlist:   Get "/merkzettel",                       Public,   Kiosk,       false, None,   ["g"] => pages::shortlist::page;
    kiosk_sign:        Get "/gebaerdensprache",                 Public,   Kiosk,       true,  None,   [] => pages::kiosk::sign_language::page;
    kiosk_more:        Get "/mehr",                             Public,   Kiosk,       true,  None,   [] => pages::kiosk::more::page;
    kiosk_offline:     Get "/ohne-netz",                        Public,   Kiosk,       true,  None,   [] => pages::kiosk::offline::page;

    // The kiosk itself: which one it is, how large its screen is, how it is.
    kiosk_pair:        Get  "/koppeln",                         Public,   Kiosk,       false, None,   [] => pages::kiosk::pair::page;
    kiosk_pair_code:   Post "/koppeln",                         Public,   Kiosk,       false, None,   [] => forms::kiosk::pair::post;
    kiosk_measure:     Get  "/einmessen",                       Public,   Kiosk,       false, None,   ["getan"] => pages::kiosk::measure::page;
    kiosk_measure_save: Post "/einmessen",                      Public,   Kiosk,       false, None,   [] => forms::kiosk::measure::post;
    kiosk_style:       Get  "/kiosk/geraet.css",                Public,   Data,        false, Part,   [] => pages::kiosk::device::style;
    kiosk_paired:      Get  "/kiosk/geraet/stand",              Public,   Data,        false, Part,   [] => pages::kiosk::device::state;
    kiosk_heartbeat:   Post "/kiosk/geraet/lebenszeichen",      Public,   Data,        false, Part,   [] => forms::kiosk::heartbeat::post;

    desk:              Get  "/",                                Public,   Desk,        false, None,   [] => pages::staff::sign_in::door;
    desk_sign_in:      Get  "/anmelden",                        Public,   Desk,        false, None,   ["weiter"] => pages::staff::sign_in::page;
    desk_sign_in_send: Post "/anmelden",                        Public,   Desk,        false, None,   [] => forms::staff::sign_in::sign_in;
    desk_sign_out:     Post "/abmelden",                        Public,   Desk,        false, None,   [] => forms::staff::sign_in::sign_out;
    desk_invitation:   Get  "/einladung/{token}",               Link,     Desk,        false, None,   [] => pages::staff::sign_in::invitation;
    desk_accept:       Post "/einladung/{token}",               Link,     Desk,        false, None,   [] => forms::staff::sign_in::accept;
    desk_one_time:     Get  "/einmal/{token}",                  Link,     Desk,        false, None,   [] => pages::staff::sign_in::one_time;
    desk_one_time_use: Post "/einmal/{token}",                  Link,     Desk,        false, None,   [] => forms::staff::sign_in::one_time;
    desk_inbox:        Get  "/anfragen",                         Requests, Desk,        false, None,   ["ansicht", "seite", "suche", "aufgenommen"] => pages::staff::inbox::page;
    desk_entry:        Get  "/anfragen/neu",                     Requests, Desk,        false, None,   [] => pages::staff::entry::page;
    desk_entry_send:   Post "/anfragen/neu",                     Requests, Desk,        false, None,   [] => forms::staff::entry::post;
    desk_kiosk_entry:  Get  "/geraete/eingabe",                  Requests, Desk,        false, None,   ["getan"] => pages::staff::kiosk_entry::page;
    desk_kiosk_open:   Post "/geraete/eingabe",                  Requests, Desk,        false, None,   [] => forms::staff::kiosk_entry::post;
    desk_visit:        Post "/besuche",                          Requests, Desk,        false, None,   [] => forms::staff::entry::visit;
    desk_request:      Get  "/anfragen/{id}",                    Requests, Desk,        false, None,   [] => pages::staff::request::page;
    desk_take:         Post "/anfragen/{id}/uebernehmen",        Requests, Desk,        false, None,   [] => forms::staff::request::take;
    desk_hand_over:    Post "/anfragen/{id}/abgeben",            Requests, Desk,        false, None,   [] => forms::staff::request::hand_over;
    desk_note:         Post "/anfragen/{id}/notiz",              Requests, Desk,        false, None,   [] => forms::staff::request::note;
    desk_confirm:      Post "/anfragen/{id}/bestaetigt",         Requests, Desk,        false, None,   [] => forms::staff::request::confirm_by_phone;
    desk_keep:         Post "/anfragen/{id}/behalten",           Requests, Desk,        false, None,   [] => forms::staff::request::keep;
    desk_propose:      Post "/anfragen/{id}/vorschlaege",        Requests, Desk,        false, None,   [] => forms::staff::request::propose;
    desk_close:        Post "/anfragen/{id}/abschliessen",       Requests, Desk,        false, None,   [] => forms::staff::request::close;
    desk_listing:      Post "/anfragen/{id}/aufnahme",           Requests, Desk,        false, None,   [] => forms::staff::request::listing;
    desk_reopen:       Post "/anfragen/{id}/wieder",             Requests, Desk,        false, None,   [] => forms::staff::request::reopen;
    desk_slots:        Get  "/anfragen/{id}/termine",            Requests, Desk,        false, None,   ["ort", "dauer", "anbieter", "woche", "treffen", "mit"] => pages::staff::slots::page;
    desk_slots_send:   Post "/anfragen/{id}/termine",            Requests, Desk,        false, None,   [] => forms::staff::meeting::propose;
    desk_call_off:     Post "/anfragen/{id}/treffen/{meeting}/absagen", Requests, Desk,        false, None,   [] => forms::staff::meeting::call_off;
    desk_move:         Post "/anfragen/{id}/treffen/{meeting}/verlegen", Requests, Desk,        false, None,   [] => forms::staff::meeting::move_to;
    desk_rearrange:    Get  "/anfragen/{id}/treffen/{meeting}/aendern", Requests, Desk,        false, None,   [] => pages::staff::rearrange::page;
    desk_rearrange_send: Post "/anfragen/{id}/treffen/{meeting}/aendern", Requests, Desk,        false, None,   [] => forms::staff::rearrange::post;
    desk_sheet:        Get  "/anfragen/{id}/treffen/{meeting}/blatt", Requests, Desk,        false, None,   ["kopie"] => pages::staff::sheet::page;
    desk_outcome:      Post "/anfragen/{id}/treffen/{meeting}/ergebnis", Requests, Desk,        false, None,   [] => forms::staff::meeting::note_outcome;
    desk_story_draft:  Get  "/anfragen/{id}/geschichte",         Requests, Desk,        false, Part,   [] => forms::staff::outcome::draft;
    desk_story:        Post "/anfragen/{id}/geschichte",         Requests, Desk,        false, None,   [] => forms::staff::outcome::decide;
    desk_lesson:       Post "/anfragen/{id}/lehre",              Requests, Desk,        false, None,   [] => forms::staff::outcome::learn;
    desk_outcomes:     Get  "/ergebnisse",                       Requests, Desk,        false, None,   ["getan"] => pages::staff::outcomes::page;
    desk_lesson_remove: Post "/ergebnisse/lehre",                Coordination, Desk,    false, None,   [] => forms::staff::outcome::forget;
    desk_mail:         Post "/anfragen/{id}/mail",               Requests, Desk,        false, None,   [] => forms::staff::mail::post;
    desk_outbox:       Get  "/postausgang",                      Requests, Desk,        false, None,   [] => pages::staff::outbox::page;
    desk_calendar:     Get  "/kalender",                         Requests, Desk,        false, None,   ["ansicht", "wer", "tag", "getan"] => pages::staff::calendar::page;
    desk_clashes:      Get  "/kalender/konflikte",               Requests, Desk,        false, None,   [] => pages::staff::calendar::clashes::page;
    desk_room_feed:    Post "/kalender/abo",                     Coordination, Desk,    false, None,   [] => forms::staff::feed::room;
    desk_room_feed_end: Post "/kalender/abo/beenden",            Coordination, Desk,    false, None,   [] => forms::staff::feed::end_room;

    desk_retention:        Get  "/aufbewahrung",                                Retention, Desk, false, None, ["getan"] => pages::staff::retention::page;
    desk_archive:          Post "/aufbewahrung/archiv",                         Archive,  Desk, false, None, [] => forms::staff::archive::answer;
    desk_archive_file:     Post "/aufbewahrung/ausgabe",                        Archive,  Desk, false, Part, [] => forms::staff::archive::file;

    desk_devices:          Get  "/geraete",                                     Devices,  Desk, false, None, ["getan"] => pages::staff::devices::page;
    desk_new_device:       Get  "/geraete/neu",                                 Devices,  Desk, false, None, [] => pages::staff::devices::new::page;
    desk_add_device:       Post "/geraete/neu",                                 Devices,  Desk, false, None, [] => forms::staff::device::add;
    desk_device:           Get  "/geraete/{id}",                                Devices,  Desk, false, None, ["getan"] => pages::staff::devices::device::page;
    desk_device_pair:      Post "/geraete/{id}/koppeln",                        Devices,  Desk, false, None, [] => forms::staff::device::pair;
    desk_device_rename:    Post "/geraete/{id}/name",                           Devices,  Desk, false, None, [] => forms::staff::device::rename;
    desk_device_clean:     Post "/geraete/{id}/reinigen",                       Devices,  Desk, false, None, [] => forms::staff::device::clean;
    desk_device_unpair:    Post "/geraete/{id}/entkoppeln",                     Devices,  Desk, false, None, [] => forms::staff::device::unpair;
    desk_device_remove:    Post "/geraete/{id}/entfernen",                      Devices,  Desk, false, None, [] => forms::staff::device::remove;

    desk_team:             Get  "/team",                                        Team,     Desk, false, None, ["getan"] => pages::staff::team::page;
    desk_sign_all_out:     Post "/team/abmelden",                               Accounts, Desk, false, None, [] => forms::staff::member::end_everybodys_sessions;
    desk_new_member:       Get  "/team/neu",                                    Accounts, Desk, false, None, [] => pages::staff::team::new::page;
    desk_add_member:       Post "/team/neu",                                    Accounts, Desk, false, None, [] => forms::staff::member::add;
    desk_seats:            Get  "/team/plaetze",                                Team,     Desk, false, None, ["getan", "platz"] => pages::staff::team::seats::page;
    desk_seat_assign:      Post "/team/plaetze",                                Team,     Desk, false, None, [] => forms::staff::seat::assign;
    desk_seat:             Get  "/team/plaetze/{seat}",                         Team,     Desk, false, None, [] => pages::staff::team::seat::page;
    desk_seat_end:         Post "/team/plaetze/{seat}/beenden",                 Team,     Desk, false, None, [] => forms::staff::seat::end;
    desk_seat_remove:      Post "/team/plaetze/{seat}/austragen",               Team,     Desk, false, None, [] => forms::staff::seat::remove;
    desk_member:           Get  "/team/{id}",                                   Team,     Desk, false, None, ["getan"] => pages::staff::team::member::page;
    desk_member_facts:     Post "/team/{id}/konto",                             Accounts, Desk, false, None, [] => forms::staff::member::change_facts;
    desk_member_roles:     Post "/team/{id}/rollen",                            Accounts, Desk, false, None, [] => forms::staff::member::roles;
    desk_member_invite:    Post "/team/{id}/einladung",                         Accounts, Desk, false, None, [] => forms::staff::member::invite;
    desk_member_lock:      Post "/team/{id}/sperren",                           Accounts, Desk, false, None, [] => forms::staff::member::lock;
    desk_member_unlock:    Post "/team/{id}/entsperren",                        Accounts, Desk, false, None, [] => forms::staff::member::unlock;
    desk_member_sign_out:  Post "/team/{id}/abmelden",                          Accounts, Desk, false, None, [] => forms::staff::member::end_sessions;
    desk_absence:          Post "/team/{id}/abwesenheiten",                     Team,     Desk, false, None, [] => forms::staff::absence::add;
    desk_absence_remove:   Post "/team/{id}/abwesenheiten/{absence}/loeschen",  Team,     Desk, false, None, [] => forms::staff::absence::remove;

    desk_account:          Get  "/konto",                                       Staff,    Desk, false, None, ["getan"] => pages::staff::account::page;
    desk_password:         Post "/konto/passwort",                              Staff,    Desk, false, None, [] => forms::staff::account::password;
    desk_other_sessions:   Post "/konto/anmeldungen/beenden",                   Staff,    Desk, false, None, [] => forms::staff::account::end_others;
    desk_session:          Post "/konto/anmeldungen/{session}/beenden",         Staff,    Desk, false, None, [] => forms::staff::account::end_one;
    desk_feed:             Post "/konto/kalender",                              Requests, Desk, false, None, [] => forms::staff::feed::own;
    desk_feed_end:         Post "/konto/kalender/beenden",                      Requests, Desk, false, None, [] => forms::staff::feed::end_own;
    desk_own_absence:      Post "/konto/abwesenheiten",                         Staff,    Desk, false, None, [] => forms::staff::absence::add_own;
    desk_own_absence_remove: Post "/konto/abwesenheiten/{absence}/loeschen",    Staff,    Desk, false, None, [] => forms::staff::absence::remove_own;
}

/// The row with this name.
pub fn by_name(name: &str) -> Option<&'static Route> {
    ROUTES.iter().find(|route| route.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_two_rows_answer_the_same_request() {
        let mut seen = HashSet::new();
        for route in ROUTES {
            for place in route.on.places() {
                assert!(seen.insert((route.method, place.href(route.path))), "{}", route.name);
            }
        }
    }

    #[test]
    fn only_public_pages_without_form_are_cached() {
        for route in ROUTES.iter().filter(|route| route.cached) {
            assert_eq!((route.method, route.right), (Method::Get, Right::Public), "{}", route.name);
        }
    }
}
