//! The mails about a request.

use crate::codes;

codes! {
    /// What a mail is about, for staff and figures.
    MailKind {
        /// Asks the firm to confirm.
        RequestReceived = "request_received",
        /// Asks once more.
        RequestReminder = "request_reminder",
        /// Asks at a new address whether it is the firm's.
        AddressConfirm = "address_confirm",
        /// Takes the place of all earlier mails at a new address.
        AddressChanged = "address_changed",
        /// Says at an old address that nothing more comes there.
        AddressLeft = "address_left",
        /// Confirms to the firm that it has withdrawn.
        RequestWithdrawn = "request_withdrawn",
        /// Names the firm providers that may fit.
        ProvidersProposed = "providers_proposed",
        /// Tells a provider whether it comes onto the wall.
        ListingDecided = "listing_decided",
        /// Staff: a new request.
        StaffNewRequest = "staff_new_request",
        /// Staff: a request was withdrawn.
        StaffWithdrawn = "staff_withdrawn",
        /// Staff: a firm has put its answers right.
        StaffAmended = "staff_amended",
        /// Staff: a request waits too long.
        StaffWaiting = "staff_waiting",
        /// Staff: a request is still not confirmed.
        StaffUnconfirmed = "staff_unconfirmed",
        /// Staff: where a meeting stands.
        StaffMeeting = "staff_meeting",
        /// Staff: invites somebody to the desk, or anew after a lost password or telephone.
        StaffInvitation = "staff_invitation",
        /// Staff: nothing is heard of a kiosk.
        KioskSilent = "kiosk_silent",
        /// Staff: it is back.
        KioskBack = "kiosk_back",
        /// Proposes times to the firm.
        MeetingProposed = "meeting_proposed",
        /// Asks a provider, with times.
        ProviderAsked = "provider_asked",
        /// Invites.
        MeetingBooked = "meeting_booked",
        /// A new time.
        MeetingMoved = "meeting_moved",
        /// Another place or host.
        MeetingRearranged = "meeting_rearranged",
        /// Reminds of a booked meeting, the day before.
        MeetingReminder = "meeting_reminder",
        /// Calls off.
        MeetingCancelled = "meeting_cancelled",
        /// Takes proposed times back.
        MeetingWithdrawn = "meeting_withdrawn",
        /// Asks what became of a meeting.
        OutcomeAsked = "outcome_asked",
    }
}
