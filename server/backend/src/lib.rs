//! Use cases, SQL, content, mail and jobs of the Digitale Werkbank.

pub mod ical;
