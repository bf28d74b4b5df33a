mod amend;
mod desk;
mod inbox;
mod listing;
pub(crate) mod office;
mod release;
mod similar;
mod submit;
mod tick;

use super::*;
