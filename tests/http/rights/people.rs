//! Everybody there is.

use backend::Id;
use domain::staff::Role;
use tests::{Browser, Office, Werkbank};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody.
    Nobody,
    /// The holder of a firm's link.
    Firm,
    /// The holder of a provider's link.
    Provider,
    /// An adviser.
    Adviser,
    /// An adviser at another desk.
    Colleague,
    /// Sees all requests of the site.
    Coordinator,
    /// Edits content.
    Curator,
    /// Sees figures.
    Head,
    /// Keeps accounts and devices.
    Admin,
}

impl Who {
    /// The administrator comes last: one of their forms signs everybody else out.
    pub const ALL: [Who; 9] = [
        Who::Nobody,
        Who::Firm,
        Who::Provider,
        Who::Adviser,
        Who::Colleague,
        Who::Coordinator,
        Who::Curator,
        Who::Head,
        Who::Admin,
    ];

    /// Whether they are signed in at the desk.
    pub fn is_staff(self) -> bool {
        self.role().is_some()
    }

    /// Whether they work on requests.
    pub fn works_on_requests(self) -> bool {
        self.role().is_some_and(Role::sees_requests)
    }

    /// Whether they see the team and keep its desks and absences.
    pub fn keeps_the_team(self) -> bool {
        matches!(self, Who::Coordinator | Who::Admin)
    }

    /// Whether they see the plan for deletion and what it did.
    pub fn sees_retention(self) -> bool {
        matches!(self, Who::Head | Who::Admin)
    }

    /// The name in the proof.
    pub fn name(self) -> &'static str {
        match self {
            Who::Nobody => "anonymous",
            Who::Firm => "firm's link",
            Who::Provider => "provider's link",
            Who::Adviser => "adviser",
            Who::Colleague => "other adviser",
            Who::Coordinator => "coordinator",
            Who::Curator => "curator",
            Who::Head => "head",
            Who::Admin => "admin",
        }
    }

    fn role(self) -> Option<Role> {
        match self {
            Who::Nobody | Who::Firm | Who::Provider => None,
            Who::Adviser | Who::Colleague => Some(Role::Adviser),
            Who::Coordinator => Some(Role::Coordinator),
            Who::Curator => Some(Role::Curator),
            Who::Head => Some(Role::Head),
            Who::Admin => Some(Role::Admin),
        }
    }
}

/// Their accounts and browsers.
pub struct People(Vec<(Who, Option<Id>, Browser)>);

impl People {
    /// Makes the accounts and signs everybody in.
    pub fn arrive(werkbank: &Werkbank, office: &Office) -> People {
        let people = Who::ALL.iter().map(|&who| {
            let id = who.role().map(|role| office.member(role));
            let browser = match &id {
                Some(id) => office.sign_in(werkbank, id),
                None => werkbank.browser(),
            };
            (who, id, browser)
        });
        People(people.collect())
    }

    /// Their browser.
    pub fn browser(&mut self, who: Who) -> &mut Browser {
        &mut self.0.iter_mut().find(|person| person.0 == who).unwrap().2
    }

    /// A second browser of theirs, with a session of its own.
    pub fn another(&self, werkbank: &Werkbank, office: &Office, who: Who) -> Browser {
        match self.id(who) {
            Some(id) => office.sign_in(werkbank, id),
            None => werkbank.browser(),
        }
    }

    /// Their account.
    pub fn id(&self, who: Who) -> Option<&Id> {
        self.0.iter().find(|person| person.0 == who).unwrap().1.as_ref()
    }
}
