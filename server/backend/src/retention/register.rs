//! The register of everything that is stored: which columns hold personal data, and with what they
//! go. A test reads both migrated schemas and fails for any table or column that is not here: who
//! adds one decides about it.

use domain::retention::Class;

/// With what a row goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goes {
    /// It is the request, or goes with it; with `Some` class earlier if that one's period is over.
    WithRequest(Option<Class>),
    /// It is the account of a member of staff, or goes with it; or earlier.
    WithAccount(Option<Class>),
    /// With this class.
    By(Class),
    /// It is about no person.
    NotPersonal,
}

/// A table and all of its columns.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// With what its rows go.
    pub goes: Goes,
    /// Columns that say something about a person, by name, digest, words or time.
    pub personal: &'static str,
    /// All others: ids, codes and numbers.
    pub other: &'static str,
}

impl Table {
    /// The names of all columns.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> {
        self.personal.split_whitespace().chain(self.other.split_whitespace())
    }
}

const fn table(
    name: &'static str,
    goes: Goes,
    personal: &'static str,
    other: &'static str,
) -> Table {
    Table { name, goes, personal, other }
}

/// Every table there is.
pub const TABLES: &[Table] = &[
    table(
        "request",
        Goes::WithRequest(None),
        "firm person email phone contact_by message found_by goal goals budget sector district size \
         origin_story ask_later unasked amended_at",
        "id site reference idempotency_key kind channel lang state version desk routing_reason \
         assigned substitute_for created_at changed_at confirmed_at confirmed_by keep_until \
         reminded_at alerted_at answered_at waiting_alerted_at closed_at outcome delete_on",
    ),
    table(
        "address_change",
        Goes::WithRequest(None),
        "email asked_at confirmed_at",
        "request id ends_at",
    ),
    table(
        "request_provider",
        Goes::WithRequest(None),
        "note",
        "request provider wished proposed_at proposed_by",
    ),
    table("contact_release", Goes::WithRequest(None), "", "request provider field since"),
    table(
        "request_event",
        Goes::WithRequest(None),
        "detail note",
        "id request nr at actor_kind actor event",
    ),
    table(
        "meeting",
        Goes::WithRequest(None),
        "place_note",
        "id site request kind place room provider adviser minutes state start_at hold_until \
         booked_at reminded_at sequence version created_at changed_at",
    ),
    table("meeting_slot", Goes::WithRequest(None), "", "meeting start_at"),
    table(
        "participant",
        Goes::WithRequest(None),
        "message answer answered_at host_wanted",
        "id meeting party subject request required uid",
    ),
    table("participant_wish", Goes::WithRequest(None), "day part", "participant nr"),
    table("participant_slot", Goes::WithRequest(None), "", "participant start_at"),
    table(
        "claim",
        Goes::WithRequest(None),
        "",
        "resource_kind resource_id quarter_hour meeting hold_until",
    ),
    table(
        "outbox",
        Goes::WithRequest(Some(Class::Mails)),
        "recipient subject body_text body_html calendar failure",
        "id site request nr kind message_id sender_name sender calendar_method state attempts next_at \
         lease_until lease_by created_at done_at",
    ),
    table(
        "link_token",
        Goes::WithRequest(Some(Class::Links)),
        "hash",
        "purpose subject party request created_at expires_at single_use used_at",
    ),
    table(
        "meeting_outcome",
        Goes::WithRequest(None),
        "answer words figures may_tell answered_at",
        "id request meeting party subject stage asked_at",
    ),
    table("story_proposal", Goes::WithRequest(None), "", "request state created_at changed_at"),
    table("archive_offer", Goes::WithRequest(None), "", "request decision at by_staff"),
    table("mail_quota", Goes::By(Class::MailCounts), "address", "day n"),
    table("staff", Goes::WithAccount(None), "name email adviser", "id active created_at"),
    table("staff_role", Goes::WithAccount(None), "role", "staff site"),
    table(
        "staff_credential",
        Goes::WithAccount(None),
        "password totp_secret totp_step changed_at",
        "staff",
    ),
    table("staff_enrolment", Goes::WithAccount(None), "totp_secret", "staff created_at"),
    table(
        "staff_session",
        Goes::WithAccount(Some(Class::SignIn)),
        "token device created_at seen_at ends_at",
        "id staff",
    ),
    table("sign_in_attempt", Goes::By(Class::SignIn), "account network failures last_at", ""),
    table("absence", Goes::WithAccount(Some(Class::Absences)), "from_day until_day", "id staff"),
    table(
        "desk_assignment",
        Goes::WithAccount(Some(Class::Seats)),
        "from_day until_day",
        "id site desk staff substitute",
    ),
    // Kiosks, which staff removes. Who touched one nobody knows.
    table(
        "device",
        Goes::NotPersonal,
        "",
        "id site name place created_at cookie paired_at unpaired_at px_per_metre screen_width \
         screen_height seen_at touched_at programme bundle bundle_since cleaning_until alarmed_at",
    ),
    table("device_outage", Goes::By(Class::Outages), "", "device kind from_at until_at"),
    table("device_batch", Goes::NotPersonal, "", "device batch received_at"),
    // Who opened one for writing is a member of staff; it goes within the hour.
    table(
        "assisted_entry",
        Goes::WithAccount(Some(Class::SignIn)),
        "staff opened_at",
        "device until_at",
    ),
    table("pairing_code", Goes::NotPersonal, "", "code kiosk expires_at"),
    table("counts", Goes::NotPersonal, "", "day site surface lang kind key n"),
    // Its column `request` is emptied with the request.
    table("neutrality", Goes::NotPersonal, "", "id site day request provider step place why"),
    // Staff's words, which name nobody; the desk says so where they are written. Its column `request`
    // is emptied with the request.
    table("lesson", Goes::NotPersonal, "", "id site request written_on goal sector words"),
    // Ids and codes of rows that are gone or have lost their name.
    table(
        "audit",
        Goes::NotPersonal,
        "",
        "id at site actor_kind actor action subject_kind subject detail",
    ),
    table("retention_run", Goes::NotPersonal, "", "id day started_at finished_at lease_until"),
    table("retention_count", Goes::NotPersonal, "", "run class n oldest"),
    table("deletion", Goes::NotPersonal, "", "subject kind class at archive"),
    table("schema_version", Goes::NotPersonal, "", "version name hash ran_at"),
];
