//! POST handlers of the desk.

pub mod sign_in;
