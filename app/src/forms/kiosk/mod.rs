//! What a kiosk sends about itself.

pub mod heartbeat;
pub mod measure;
pub mod pair;
