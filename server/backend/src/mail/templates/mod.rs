//! What each mail says.
