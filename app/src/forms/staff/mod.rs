//! POST handlers of the desk.

pub mod meeting;
pub mod request;
pub mod sign_in;
