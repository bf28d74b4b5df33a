//! The rights matrix: every route of the table × everybody there is × ids that are theirs and ids
//! that are not. What to expect follows from the route's `right` alone; what a route needs in its
//! address and its form is in `address.rs`, and a route that is not known there fails the suite.
//!
//! After every refusal, and after every page that was only looked at, the database is what it was.

mod address;
mod colleagues;
mod people;
mod shelves;

use address::{Ids, Row, rows};
use people::{People, Who};
use shelves::Shelves;
use std::collections::BTreeMap;
use tests::{Answer, Browser, Database, Office, State, Werkbank, prove};

/// The statuses that are right.
fn expected(row: &Row, who: Who, ids: Ids) -> &'static [u16] {
    match row.right.as_str() {
        "public" if ids == Ids::Unknown => row.public_unknown(),
        "public" => row.public(who),
        // A link speaks for whoever holds it; everything else about it is one identical page.
        "link" if ids == Ids::Right => row.link(),
        "link" | "code" => &[404],
        "staff" | "requests" | "coordination" | "team" | "accounts" | "retention" | "archive"
        | "devices"
            if !who.is_staff() =>
        {
            if row.post {
                &[403]
            } else {
                &[303]
            }
        }
        "requests" if !who.works_on_requests() => &[403],
        "coordination" if who != Who::Coordinator => &[403],
        "team" if !who.keeps_the_team() => &[403],
        "accounts" | "archive" | "devices" if who != Who::Admin => &[403],
        "retention" if !who.sees_retention() => &[403],
        "staff" | "requests" | "coordination" | "team" | "accounts" | "retention" | "archive"
        | "devices" => match ids {
            Ids::None | Ids::Right | Ids::Pool => row.done(),
            _ => &[404],
        },
        other => panic!("{}: nobody knows the right `{other}`", row.name),
    }
}

/// A cell that came out differently.
fn judge(row: &Row, who: Who, ids: Ids, form: &str, answer: &Answer) -> Option<String> {
    let want = expected(row, who, ids);
    let to_sign_in = answer.location().starts_with("/mitarbeit/anmelden?weiter=");
    // Only somebody who is not signed in is sent to the sign-in page.
    let sent_away = row.right != "public" && answer.status == 303;
    let wrong_way = sent_away && to_sign_in == (who.is_staff() || row.is_for_whoever_knows_it());
    let fine = want.contains(&answer.status) && !wrong_way;
    (!fine).then(|| {
        format!(
            "{} {} ({who:?}, {ids:?}, {form}): {} {} instead of {want:?}",
            row.method(),
            row.path,
            answer.status,
            answer.location()
        )
    })
}

struct Matrix<'a> {
    werkbank: &'a Werkbank,
    office: &'a Office,
    people: People,
    shelves: Shelves,
    cells: BTreeMap<&'static str, usize>,
    wrong: Vec<String>,
}

impl Matrix<'_> {
    /// Asks for everything that must not change a row, and checks that none did.
    fn look(&mut self, row: &Row, who: Who, before: &mut State) {
        for ids in row.ids(who) {
            if row.post && expected(row, who, ids) != [403] && expected(row, who, ids) != [404] {
                continue;
            }
            let (path, filled) = self.shelves.address(self.office, &self.people, row, who, ids);
            let forms = if row.post {
                vec![("filled in", filled), ("empty", Vec::new())]
            } else {
                vec![("", filled)]
            };
            for (name, form) in forms {
                let answer = ask(self.people.browser(who), row, &path, &form);
                self.note(row, who, ids, name, &answer);
            }
        }
        if row.right == "public" {
            // Looked at together, with the next row that is not.
            return;
        }
        let after = self.office.state();
        let changed = before.difference(&after);
        if !changed.is_empty() {
            self.wrong.push(format!("{} {} ({who:?}) changed {changed:?}", row.method(), row.path));
            *before = after;
        }
    }

    /// Sends the forms that must work, each about a request of its own.
    fn act(&mut self, row: &Row, who: Who) {
        for ids in row.ids(who) {
            let want = expected(row, who, ids);
            if want == [403] || want == [404] {
                continue;
            }
            let (path, form) = self.shelves.fresh(self.office, &self.people, row, who, ids);
            let mut browser = if row.ends_session() {
                self.people.another(self.werkbank, self.office, who)
            } else {
                self.people.browser(who).clone()
            };
            let answer = ask(&mut browser, row, &path, &form);
            self.note(row, who, ids, "filled in", &answer);
        }
    }

    fn note(&mut self, row: &Row, who: Who, ids: Ids, form: &str, answer: &Answer) {
        *self.cells.entry(who.name()).or_default() += 1;
        self.wrong.extend(judge(row, who, ids, form, answer));
    }
}

fn ask(browser: &mut Browser, row: &Row, path: &str, form: &[(String, String)]) -> Answer {
    if !row.post {
        return browser.get(path);
    }
    let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    browser.post(path, &form)
}

#[test]
fn everybody_may_do_what_the_route_table_says_and_nothing_else_on_sqlite() {
    walk("SQLite", &Database::sqlite());
}

#[test]
fn everybody_may_do_what_the_route_table_says_and_nothing_else_on_postgres() {
    walk("PostgreSQL", &Database::postgres());
}

fn walk(name: &str, database: &Database) {
    let rows = rows();
    let werkbank = Werkbank::builder().database(database).env("RUST_LOG", "warn").start();
    let office = Office::open(&werkbank, database);
    let people = People::arrive(&werkbank, &office);
    // There before anything is compared.
    office.first_kiosk();
    let mut matrix = Matrix {
        werkbank: &werkbank,
        office: &office,
        shelves: Shelves::fill(&office, &people),
        people,
        cells: BTreeMap::new(),
        wrong: Vec::new(),
    };
    let mut before = office.state();
    assert!(before.tables() >= 20, "{} tables", before.tables());
    for who in Who::ALL {
        for row in &rows {
            matrix.look(row, who, &mut before);
        }
        for row in rows.iter().filter(|row| row.post) {
            matrix.act(row, who);
        }
        before = office.state();
    }
    assert!(matrix.wrong.is_empty(), "{name}:\n{}", matrix.wrong.join("\n"));
    let cells = matrix.cells;
    let total: usize = cells.values().sum();
    assert!(total > 0 && cells.len() == Who::ALL.len(), "{cells:?}");
    let each: Vec<String> = cells.iter().map(|(who, n)| format!("{who} {n}")).collect();
    prove(
        &format!("rights-{name}"),
        &format!("Rights: {name}"),
        &[
            ("Routes, counting each language and surface", rows.len().to_string()),
            ("Cells", total.to_string()),
            ("Of them", each.join(", ")),
        ],
    );
}
