//! The plan, kept on both databases: day by day, once on two servers, after the archive, after a
//! restore, and without leaving a word behind.

mod archive;
mod forget;
mod once;
mod periods;
mod record;
mod restore;
mod schema;

use super::*;
use crate::requests::tests::office::Office;
use crate::testing::{Fixture, NOON};
use domain::Instant;
use domain::retention::{Class, Plan, Rule};
use jiff::civil::Date;
use std::sync::Arc;

/// A plan with these periods; `offer` for the classes that are offered.
fn plan(days: &[(Class, u32)], offer: &[Class]) -> Plan {
    let rule = |&(class, days): &(Class, u32)| Rule {
        class,
        days: Some(days),
        basis: "Probe".to_owned(),
        offer: offer.contains(&class),
    };
    Plan { rules: days.iter().map(rule).collect(), ..Plan::default() }
}

/// An office that keeps to `plan`.
async fn office_with(f: Fixture, plan: Plan) -> Office {
    let mut office = Office::open(f).await;
    office.b.plan = PlanSource::Fixed(Arc::new(plan));
    office
}

/// The first moment of a day in Berlin.
fn midnight(day: Date) -> Instant {
    domain::calendar::at(day, jiff::civil::time(0, 0, 0, 0))
}

/// What the run of the day that begins at `at` deletes.
async fn run_at(office: &Office, at: Instant) -> Outcome {
    office.fixture.clock.set(at);
    daily(&office.b, &office.content).await.unwrap().expect("the run of this day")
}
