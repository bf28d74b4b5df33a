//! The desk: what members of staff see. German only.

pub mod sign_in;
