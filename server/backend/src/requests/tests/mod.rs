mod desk;
mod inbox;
pub(crate) mod office;
mod release;
mod submit;
mod tick;

use super::*;
