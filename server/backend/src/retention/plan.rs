//! Where the plan comes from.

use crate::content::Store;
use domain::retention::Plan;
use std::sync::Arc;

/// Where the plan is. A use case asks when it needs it: a changed file holds for what happens next.
#[derive(Clone, Debug)]
pub enum PlanSource {
    /// This one.
    Fixed(Arc<Plan>),
    /// What the content says at the moment.
    Content(Store),
}

impl Default for PlanSource {
    fn default() -> PlanSource {
        PlanSource::Fixed(Arc::default())
    }
}

impl PlanSource {
    /// The plan as it is now.
    pub fn plan(&self) -> Plan {
        match self {
            PlanSource::Fixed(plan) => Plan::clone(plan),
            PlanSource::Content(store) => store.content().retention.clone(),
        }
    }
}
