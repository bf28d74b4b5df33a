//! Mails: what they say ([`templates`]), how they are packed and who hands them over.

pub mod letter;
pub mod mailer;
pub mod parcel;
pub mod templates;

pub use letter::Letter;
pub use mailer::{Failure, Folder, Mailer, Smtp, SmtpAddressError};
pub use parcel::Parcel;
