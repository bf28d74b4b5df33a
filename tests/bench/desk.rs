//! `cargo xtask bench desk`: how many requests a second are durably accepted, beside the bare insert
//! rate of the same database in the same run; how soon mails leave; and the inbox with 100,000
//! requests. Prints Markdown.
#![expect(clippy::print_stdout, reason = "prints what it measured")]
#![expect(clippy::expect_used, reason = "a measurement that fails ends")]

mod accept;
mod bare;
mod figures;
mod inbox;

use tests::Database;

fn main() {
    println!("## Desk\n");
    println!("{}", accept::INTRODUCTION);
    for (name, database) in Database::both() {
        println!("{}", accept::row(name, &database));
    }
    println!("\n{}", inbox::INTRODUCTION);
    for (name, database) in Database::both() {
        print!("{}", inbox::rows(name, &database));
    }
}
