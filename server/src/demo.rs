//! What `cargo xtask serve` adds to an empty database: an account for each role, with a link that
//! signs in once. Never on a public address: whoever reads the terminal is the operator.

use app::state::AppState;
use backend::requests::{self, Edit, Filter, FormKey, Submission, Viewer};
use backend::staff::{self, Assignment, NewStaff};
use backend::{Actor, BackendError, Id};
use domain::request::{Door, NewRequest, RequestForm};
use domain::staff::Role;
use domain::text::{Email, Line};
use domain::{Lang, Place, Surface};

/// Makes the accounts that are not there yet and prints where to go.
pub async fn prepare(state: &AppState) -> Result<(), BackendError> {
    let backend = &state.backend;
    println!("\n  Website   {}", state.public_url);
    println!("  Kiosk     {}/kiosk", state.public_url);
    let desk = Place { surface: Surface::Desk, lang: Lang::De };
    for role in Role::ALL.iter().copied() {
        let email = format!("{}@werkbank.example", role.code());
        let mut conn = backend.db.read().await?;
        let known = staff::by_email(&mut conn, &email).await?;
        drop(conn);
        let id = match known {
            Some(member) => member.id,
            None => add(state, role, &email).await?,
        };
        if role == Role::Adviser && is_new(state).await? {
            take_all_desks(state, &id).await?;
            arrive(state, &id).await?;
        }
        let secret = staff::sign_in_link(backend, &id).await?;
        let link = backend.link(&desk.href(&format!("/einmal/{secret}")));
        println!("  {:<9} {link}", role.german());
    }
    println!();
    Ok(())
}

async fn add(state: &AppState, role: Role, email: &str) -> Result<backend::Id, BackendError> {
    let content = state.content.content();
    let site = content.site().ok_or_else(|| unreadable("no site"))?.meta.id.as_str().to_owned();
    let name = format!("Vorführung {}", role.german());
    let new = NewStaff {
        name: Line::parse(&name).map_err(|_| unreadable("name"))?,
        email: Email::parse(email).map_err(|_| unreadable("email"))?,
        adviser: None,
        roles: vec![(site, role)],
    };
    staff::add(&state.backend, &new, &Actor::System).await
}

fn unreadable(what: &str) -> BackendError {
    BackendError::Unreadable(what.to_owned())
}

/// Whether nobody sits at any desk yet.
async fn is_new(state: &AppState) -> Result<bool, BackendError> {
    let content = state.content.content();
    let site = content.site().ok_or_else(|| unreadable("no site"))?;
    let mut conn = state.backend.db.read().await?;
    let today = state.backend.now().day();
    Ok(staff::assignments(&mut conn, site.meta.id.as_str(), today).await?.is_empty())
}

/// The demonstration's one adviser sits at every desk, so that every request arrives somewhere.
async fn take_all_desks(state: &AppState, adviser: &Id) -> Result<(), BackendError> {
    let backend = &state.backend;
    let content = state.content.content();
    let site = content.site().ok_or_else(|| unreadable("no site"))?;
    for desk in &site.desks {
        let seat = Assignment {
            id: backend.id(),
            desk: desk.id.clone(),
            staff: adviser.clone(),
            substitute: false,
            from: backend.now().day(),
            until: None,
        };
        staff::assign_desk(backend, site.meta.id.as_str(), &seat, &Actor::System).await?;
    }
    Ok(())
}

/// Invented requests, so that the inbox shows what it is for. Two are confirmed by telephone.
const REQUESTS: [([&str; 6], bool); 4] = [
    (
        [
            "Sanitär Hoffmeister",
            "Martina Hoffmeister",
            "hoerde",
            "handwerk",
            "kundenbindung",
            "15 feste Kunden bestellen täglich per Telefon und Zettel nach. Das soll schneller gehen.",
        ],
        true,
    ),
    (
        [
            "Café Tante Gerda",
            "Gerda Pohl",
            "innenstadt-west",
            "gastgewerbe",
            "personal",
            "Wir suchen Aushilfen fürs Wochenende und finden über Aushang niemanden mehr.",
        ],
        true,
    ),
    (
        [
            "Holzbau Deppe",
            "Rainer Deppe",
            "mengede",
            "bau",
            "ablaeufe",
            "Das Aufmaß dauert zu lange, Angebote gehen verloren.",
        ],
        false,
    ),
    (
        [
            "Getränke Wessels",
            "Ute Wessels",
            "umland",
            "logistik",
            "kosten",
            "Ich möchte Leergut und Touren in einem Plan sehen.",
        ],
        false,
    ),
];

async fn arrive(state: &AppState, adviser: &Id) -> Result<(), BackendError> {
    let backend = &state.backend;
    let content = state.content.content();
    let site = content.site().ok_or_else(|| unreadable("no site"))?;
    for ([firm, person, district, sector, goal, message], confirmed) in REQUESTS {
        let pairs = [
            ("kind", "introduction"),
            ("channel", "home"),
            ("goal", goal),
            ("message", message),
            ("budget", "unknown"),
            ("firm", firm),
            ("sector", sector),
            ("district", district),
            ("size", "10-49"),
            ("person", person),
            ("phone", "0231 000000"),
            ("contact_by", "phone"),
        ];
        let form = RequestForm::from_pairs(pairs);
        let door = Door { site, content: &content, lang: Lang::De, by_staff: false };
        let new = NewRequest::parse(&form, door).map_err(|_| unreadable("demonstration"))?;
        let submission = Submission {
            site: site.meta.id.clone(),
            new,
            key: FormKey::mint(backend),
            surface: Surface::Web,
            by: None,
        };
        requests::submit(backend, &content, submission).await?;
        if confirmed {
            confirm(state, site.meta.id.as_str(), adviser, firm).await?;
        }
    }
    Ok(())
}

async fn confirm(
    state: &AppState,
    site: &str,
    adviser: &Id,
    firm: &str,
) -> Result<(), BackendError> {
    let backend = &state.backend;
    let content = state.content.content();
    let viewer = Viewer { staff: adviser.clone(), site: site.to_owned(), sees_all: true };
    let place = content.site().ok_or_else(|| unreadable("no site"))?;
    let inbox = requests::inbox(backend, place, &viewer, Filter::Team, 0).await?;
    for row in inbox.into_iter().filter(|row| row.request.title() == firm) {
        let (request, version) = (row.request.id, row.request.version);
        requests::confirm_by_phone(backend, Edit { viewer: viewer.clone(), request, version })
            .await?;
    }
    Ok(())
}
