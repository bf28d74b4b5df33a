//! What the commands do besides serving.

use crate::cli::StaffCommand;
use crate::config::Config;
use crate::startup::{self, StartError};
use backend::Actor;
use backend::content::{Photo, load, report};
use backend::pictures;
use backend::staff::{self, Assignment, NewStaff};
use domain::Place;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// A message for the terminal.
type Failure = String;

/// Asks the running server's `/healthz`.
pub async fn healthcheck(config: &Config) -> Result<(), Failure> {
    let note = std::fs::read_to_string(startup::address_file(&config.data)).unwrap_or_default();
    let address = note.trim().parse().unwrap_or(config.listen);
    let ask = async {
        let mut stream = TcpStream::connect(address).await?;
        let request =
            format!("GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await?;
        Ok::<_, std::io::Error>(answer)
    };
    match tokio::time::timeout(Duration::from_secs(5), ask).await {
        Ok(Ok(answer)) if answer.starts_with("HTTP/1.1 200") => {
            println!("ok");
            Ok(())
        }
        Ok(Ok(_)) => Err(format!("the server at {address} cannot work; its log says why")),
        Ok(Err(error)) => Err(format!("no server at {address}: {error}")),
        Err(_) => Err(format!("the server at {address} does not answer")),
    }
}

/// Brings the schema to the newest version.
pub async fn migrate(config: &Config) -> Result<(), StartError> {
    let backend = startup::open_backend(config, "").await?;
    backend.db.close().await;
    println!("the database is up to date");
    Ok(())
}

/// Decodes every photo: whether a file is a picture to its last point, its header does not say.
fn try_photos(photos: &BTreeMap<String, Arc<Photo>>) -> Result<(), Failure> {
    let mut broken = 0;
    for photo in photos.values() {
        let tried = photo
            .read()
            .map_err(|error| error.to_string())
            .and_then(|bytes| pictures::try_out(photo, &bytes).map_err(|error| error.to_string()));
        if let Err(error) = tried {
            eprintln!("{}: Fehler: Das Bild ist beschädigt ({error}).", photo.path.display());
            broken += 1;
        }
    }
    if broken == 0 { Ok(()) } else { Err(format!("{broken} beschädigte Bilder")) }
}

/// Checks the texts and pictures.
pub fn check_content(config: &Config) -> Result<(), Failure> {
    let loaded = load(&config.content);
    if !loaded.problems.is_empty() {
        eprintln!("{}", report(&loaded.problems));
    }
    let Some(content) = loaded.content else {
        return Err(format!("{} kann so nicht veröffentlicht werden", config.content.display()));
    };
    try_photos(&loaded.photos)?;
    println!(
        "In Ordnung: {} Geschichten, {} Lösungsanbieter, {} Berater/innen, {} Förderprogramme, \
         {} Trends, {} Wegweiser, {} Seiten, {} Standorte",
        content.stories.len(),
        content.providers.len(),
        content.advisers.len(),
        content.funding.len(),
        content.trends.len(),
        content.signposts.len(),
        content.pages.len(),
        content.sites.len()
    );
    Ok(())
}

/// Adds an account and prints its invitation.
pub async fn staff(config: &Config, command: StaffCommand) -> Result<(), Failure> {
    let StaffCommand::Add { name, email, role, site, desk, adviser } = command;
    let content =
        load(&config.content).content.ok_or("the texts have errors: werkbank check-content")?;
    let site = match site {
        Some(id) => content.sites.values().find(|site| site.meta.id.as_str() == id),
        None => content.sites.values().next().filter(|_| content.sites.len() == 1),
    };
    let site = site.ok_or_else(|| {
        let known: Vec<&str> = content.sites.keys().map(domain::Slug::as_str).collect();
        format!("which site? --site {}", known.join(" | "))
    })?;
    if let Some(desk) = &desk
        && !site.desks.iter().any(|known| known.id.as_str() == desk)
    {
        let known: Vec<&str> = site.desks.iter().map(|desk| desk.id.as_str()).collect();
        return Err(format!("which desk? --desk {}", known.join(" | ")));
    }
    if desk.is_some() && !role.sees_requests() {
        return Err("whoever sits at a desk works on requests: --role adviser | coordinator".into());
    }
    if let Some(adviser) = &adviser
        && !content.advisers.contains_key(adviser)
    {
        return Err(format!(
            "there is no profile {adviser} in {}/advisers",
            config.content.display()
        ));
    }
    let public_url = match &config.public_url {
        Some(url) => url.as_str().to_owned(),
        None => format!("http://{}", config.listen),
    };
    let backend = startup::open_backend(config, &public_url).await.map_err(|e| e.to_string())?;
    let site = site.meta.id.as_str();
    let new = NewStaff { name, email, adviser, roles: vec![(site.to_owned(), role)] };
    let by = Actor::System;
    let add = async {
        let id = staff::add(&backend, &new, &by).await?;
        if let Some(desk) = desk {
            let from = backend.now().day();
            let assignment = Assignment {
                id: backend.id(),
                desk,
                staff: id.clone(),
                substitute: false,
                from,
                until: None,
            };
            staff::assign_desk(&backend, site, &assignment, &by).await?;
        }
        staff::invite(&backend, &id, &by).await
    };
    let secret = match add.await {
        Err(backend::BackendError::Refused("email_taken")) => {
            return Err(format!("{} has an account already", new.email.as_str()));
        }
        other => other.map_err(|error| error.to_string())?,
    };
    println!("Invitation for {}, valid once and for 72 hours:", new.name.as_str());
    println!("{}", backend.link(&invitation_path(&secret)));
    backend.db.close().await;
    Ok(())
}

/// The path of an invitation.
fn invitation_path(secret: &str) -> String {
    let desk = Place { surface: domain::Surface::Desk, lang: domain::Lang::De };
    desk.href(&format!("/einladung/{secret}"))
}
