//! What `cargo xtask serve` adds to an empty database: an account for each role, with a link that
//! signs in once. Never on a public address: whoever reads the terminal is the operator.

use app::state::AppState;
use backend::staff::{self, NewStaff};
use backend::{Actor, BackendError};
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
        let secret = staff::sign_in_link(backend, &id).await?;
        let link = backend.link(&desk.href(&format!("/einmal/{secret}")));
        println!("  {:<9} {link}", role.german());
    }
    println!();
    Ok(())
}

async fn add(state: &AppState, role: Role, email: &str) -> Result<backend::Id, BackendError> {
    let unreadable = |what: &str| BackendError::Unreadable(what.to_owned());
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
