//! Whole folders: what loads, what is refused and how it is told.

mod example;
