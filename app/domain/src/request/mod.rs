//! A request: an SME, a provider or a reader asks the Werkbank for something.

mod details;
mod form;
mod mail;
mod parse;
mod reference;
mod state;

pub use details::{Details, Stated};
pub use form::{Field, RequestForm};
pub use mail::MailKind;
pub use parse::{
    Contact, Door, FieldError, MAX_GOALS, MAX_PROVIDERS, NewRequest, Problem, UNKNOWN,
};
pub use reference::Reference;
pub use state::{Refused, RequestEvent, RequestState};

use crate::codes;

codes! {
    /// What somebody asks for.
    RequestKind {
        /// A conversation with an adviser, or a visit to the Werkbank.
        Advice = "advice",
        /// A Kennenlernen with a provider.
        Introduction = "introduction",
        /// Help with funding.
        Funding = "funding",
        /// A provider wants to hang on the wall.
        ProviderListing = "provider_listing",
        /// A firm offers its own story.
        StoryOffer = "story_offer",
        /// Something on the website or in the room is a barrier.
        BarrierReport = "barrier_report",
    }
}

impl RequestKind {
    /// Whether it is about a firm's own plans, so that goal, sector, district and size matter.
    pub const fn is_matchmaking(self) -> bool {
        matches!(self, RequestKind::Advice | RequestKind::Introduction | RequestKind::Funding)
    }

    /// Whether its form asks for the fact: only then is an empty answer an answer.
    pub const fn asks_for(self, fact: Field) -> bool {
        self.is_matchmaking()
            || matches!((self, fact), (RequestKind::ProviderListing, Field::District))
    }
}

codes! {
    /// Where a request came from.
    Channel {
        /// Written on the touchscreen, with staff beside.
        Kiosk = "kiosk",
        /// Begun at the kiosk, written on the own phone.
        Handoff = "handoff",
        /// On the website.
        Home = "home",
        /// By telephone, entered by staff.
        Phone = "phone",
        /// In the room, entered by staff.
        Visit = "visit",
        /// On any other way, entered by staff.
        Staff = "staff",
    }
}

impl Channel {
    /// Whether a member of staff wrote it down, having spoken with the person.
    pub const fn is_by_staff(self) -> bool {
        matches!(self, Channel::Phone | Channel::Visit | Channel::Staff)
    }
}

codes! {
    /// How much the firm can think of spending.
    Budget {
        /// Up to 1,000 euros.
        Small = "u1000",
        /// Up to 5,000 euros.
        Medium = "u5000",
        /// More.
        Large = "o5000",
    }
}

impl Budget {
    /// The most that can be spent, in whole euros; `None` is open.
    pub const fn ceiling(self) -> Option<u32> {
        match self {
            Budget::Small => Some(1_000),
            Budget::Medium => Some(5_000),
            Budget::Large => None,
        }
    }
}

codes! {
    /// How the person wants to be reached.
    ContactBy {
        /// By e-mail.
        Email = "email",
        /// By telephone.
        Phone = "phone",
    }
}

codes! {
    /// What a firm can release to a provider, one by one.
    ReleaseField {
        /// The firm and the person's name.
        Name = "name",
        /// The e-mail address.
        Email = "email",
        /// The telephone number.
        Phone = "phone",
        /// What they wrote.
        Message = "message",
    }
}

codes! {
    /// What came of a request.
    Outcome {
        /// The firm and a provider work together.
        Project = "project",
        /// Advice was what was needed.
        Advised = "advised",
        /// Passed on to somebody else who fits better.
        Referred = "referred",
        /// The meeting did not lead on.
        NoMatch = "no_match",
        /// Nobody could be reached.
        Unreachable = "unreachable",
        /// The firm has no need any more.
        NoNeed = "no_need",
        /// Nonsense or advertising.
        Spam = "spam",
        /// Done: story or barrier dealt with.
        Done = "done",
        /// The provider is on its way onto the wall.
        Listed = "listed",
        /// The provider does not meet a criterion of the wall.
        NotListed = "not_listed",
    }
}

codes! {
    /// Lines of a request's history beside the changes of its state.
    History {
        /// Sent; the detail is the channel.
        Submitted = "submitted",
        /// Given to a person by the rules; the detail is the person or the reason.
        Placed = "placed",
        /// Given to somebody else; the detail is the person.
        HandedOver = "handed_over",
        /// Put back into the pool.
        ToPool = "to_pool",
        /// Taken out of the pool.
        Taken = "taken",
        /// A note of staff.
        Note = "note",
        /// Kept although unconfirmed; the detail is the last day.
        KeptUntil = "kept_until",
        /// A provider was proposed to the firm; the detail is its id.
        ProviderProposed = "provider_proposed",
        /// The firm lets a provider see a field; the detail is "provider field".
        Released = "released",
        /// The firm takes that back.
        Revoked = "revoked",
        /// The firm has put answers right; the detail is the fields.
        Amended = "amended",
        /// The firm has named another address and was asked there to confirm it.
        AddressAsked = "address_asked",
        /// The firm is written to at another address, or at none; the detail says which of the two.
        AddressChanged = "address_changed",
        /// Reminded of the confirmation.
        Reminded = "reminded",
        /// Staff was told that nobody confirmed.
        UnconfirmedAlert = "unconfirmed_alert",
        /// Coordinators were told that it waits too long.
        WaitingAlert = "waiting_alert",
        /// A mail could not be delivered; the detail is its kind and the server's code.
        MailFailed = "mail_failed",
        /// Staff has a mail tried once more; the detail is its kind.
        MailRetried = "mail_retried",
        /// Staff has dealt with a mail that was given up; the detail is its kind.
        MailDiscarded = "mail_discarded",
        /// No confirmation was sent: the address had too many mails that day.
        MailOverQuota = "mail_over_quota",
        /// One side was asked what became of a meeting; the detail is "stage party".
        OutcomeAsked = "outcome_asked",
        /// One side said what became of it; the detail is "stage party answer".
        OutcomeTold = "outcome_told",
        /// The firm wants to be asked later on.
        AskingAllowed = "asking_allowed",
        /// The firm wants no more questions.
        AskingEnded = "asking_ended",
        /// Staff decided about a story; the detail is the state of the proposal.
        StoryDecided = "story_decided",
        /// Staff wrote down what is to be learned.
        LessonWritten = "lesson_written",
    }
}
