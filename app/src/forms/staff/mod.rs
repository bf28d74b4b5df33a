//! POST handlers of the desk.

pub mod request;
pub mod sign_in;
