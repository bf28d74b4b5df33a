//! Mails: what they say ([`templates`]), how they are packed and who hands them over.

pub mod letter;
pub mod templates;

pub use letter::Letter;
