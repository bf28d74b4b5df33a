mod desk;
mod inbox;
mod office;
mod release;
mod submit;
mod tick;

use super::*;
