//! POST handlers: parse what was typed, call one use case, answer.

pub mod amend;
pub mod handover;
pub mod kiosk;
pub mod listing;
pub mod outcome;
pub mod request;
pub mod slots;
pub mod staff;
pub mod status;
