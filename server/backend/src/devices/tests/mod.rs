mod alarm;
mod heartbeat;
mod pairing;

use super::*;
use crate::testing::{Fixture, NOON};
use domain::text::Line;

const SITE: &str = "dortmund";
const HOME: &str = "192.0.2.1";

fn staff(n: u8) -> Id {
    Id::parse(&format!("00000000-0000-7000-8000-0000000000{n:02}")).unwrap()
}

fn new_device(name: &str) -> NewDevice {
    NewDevice { name: Line::parse(name).unwrap(), place: Line::optional("Foyer").unwrap() }
}

async fn device(b: &Backend, id: &Id) -> Device {
    let mut conn = b.db.read().await.unwrap();
    find(&mut conn, SITE, id).await.unwrap().unwrap()
}

async fn entered(b: &Backend) -> Id {
    add(b, SITE, &new_device("Kiosk Foyer"), &Actor::System).await.unwrap()
}

async fn shown(b: &Backend, cookie: Option<&str>) -> ShownCode {
    match show_code(b, cookie).await.unwrap() {
        Pairing::Code(shown) => shown,
        Pairing::Paired(device) => panic!("paired as {}", device.name),
    }
}

async fn typed(b: &Backend, id: &Id, code: &str) -> Confirmed {
    confirm(b, SITE, id, code, HOME, &staff(1)).await.unwrap()
}

/// A device with a kiosk, and that kiosk's cookie.
async fn paired(b: &Backend) -> (Id, String) {
    let (id, kiosk) = (entered(b).await, shown(b, None).await);
    assert_eq!(typed(b, &id, &kiosk.code.to_string()).await, Confirmed::Paired);
    (id, kiosk.secret)
}
