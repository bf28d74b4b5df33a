//! What a route needs in its address and its form.

use super::people::Who;
use backend::Id;
use backend::tokens::Purpose;
use serde_json::Value;
use tests::{Case, Office, Stage, program, repository};

/// A form as it is sent.
pub type Form = Vec<(String, String)>;

/// What the ids or the token in an address are to whoever asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ids {
    /// There are none.
    None,
    /// Theirs: what exists, of their own request, their own link.
    Right,
    /// Of a request that is nobody's yet.
    Pool,
    /// Of a colleague's request.
    Foreign,
    /// Of a request of another site.
    Elsewhere,
    /// Of nothing at all.
    Unknown,
    /// No id, or a token cut short.
    Malformed,
    /// Their own request, but the meeting of a colleague's; their own link, but another firm's
    /// meeting or a provider that plays no part.
    ForeignMeeting,
    /// Their own request, but the meeting of another of their own.
    OtherMeeting,
    /// A colleague's request with their own meeting.
    OwnMeetingForeign,
    /// A link made for something else.
    OtherLink,
    /// A member of the team, but the absence of another.
    OtherAbsence,
}

/// What the ids in an address of the desk are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A request, and a meeting of it.
    Request,
    /// A member of the team, and an absence of theirs.
    Member,
    /// Somebody at a desk.
    Seat,
    /// A session of the person who asks.
    Session,
    /// An absence of the person who asks.
    OwnAbsence,
    /// A kiosk.
    Device,
}

/// A row of the route table at one place.
pub struct Row {
    pub name: String,
    pub post: bool,
    pub path: String,
    pub right: String,
    address: Option<String>,
}

/// Every row of `werkbank pages`, once.
pub fn rows() -> Vec<Row> {
    let output =
        program().arg("pages").arg("--content").arg(repository().join("content")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut rows: Vec<Row> = Vec::new();
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let page: Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| page[key].as_str().unwrap_or_default().to_owned();
        let post = text("method") == "POST";
        let known = rows.iter().any(|row| (row.post, &row.path) == (post, &text("path")));
        if !known {
            let address = page["address"].as_str().map(str::to_owned);
            let (name, path, right) = (text("name"), text("path"), text("right"));
            rows.push(Row { name, post, path, right, address });
        }
    }
    assert!(rows.len() >= 100, "only {} routes", rows.len());
    rows
}

impl Row {
    pub fn method(&self) -> &'static str {
        if self.post { "POST" } else { "GET" }
    }

    /// Whether asking for it signs out.
    pub fn ends_session(&self) -> bool {
        self.name == "desk_sign_out"
    }

    /// What a public route answers.
    pub fn public(&self, who: Who) -> &'static [u16] {
        match self.name.as_str() {
            // Doors lead on.
            // Nobody opened a kiosk: the usual ways.
            "desk" | "desk_sign_out" | "kiosk_fill" | "kiosk_fill_send" => &[303],
            "desk_sign_in" if who.is_staff() => &[303],
            "story_short" => &[308],
            // No selection, no code.
            "kiosk_offer" => &[404],
            // Nothing filled in is the beginning of the form, or all there is to send.
            "request_send" | "kiosk_pair_code" => &[200],
            // A form is no sign of life.
            "kiosk_heartbeat" => &[400],
            // Forms complain when nothing is filled in.
            _ if self.post => &[422],
            _ => &[200],
        }
    }

    /// What a public route says of something that does not exist.
    pub fn public_unknown(&self) -> &'static [u16] {
        if self.name == "story_short" { &[308] } else { &[404] }
    }

    /// What a valid link gets.
    pub fn link(&self) -> &'static [u16] {
        match self.name.as_str() {
            // The form asks for a password and a code, or for all the answers of a request.
            "desk_accept" | "status_amend_send" => &[422],
            _ if self.post => &[303],
            _ => &[200],
        }
    }

    /// Which ids to try.
    pub fn ids(&self, who: Who) -> Vec<Ids> {
        let nested = self.path.contains("{meeting}");
        match self.right.as_str() {
            _ if !self.path.contains('{') => vec![Ids::None],
            "public" => vec![Ids::Right, Ids::Unknown],
            "code" => vec![Ids::Unknown, Ids::Malformed],
            "link" => {
                let mut ids = vec![Ids::OtherLink, Ids::Unknown, Ids::Malformed];
                if self.holder() == who {
                    ids.push(Ids::Right);
                    if self.names_something() {
                        ids.push(Ids::ForeignMeeting);
                    }
                }
                ids
            }
            _ if self.about() != About::Request => {
                let mut ids = vec![Ids::Right, Ids::Unknown, Ids::Malformed];
                ids.push(match self.about() {
                    About::Session | About::OwnAbsence => Ids::Foreign,
                    _ => Ids::Elsewhere,
                });
                if self.about() == About::Member && self.path.contains("{absence}") {
                    ids.push(Ids::OtherAbsence);
                }
                ids
            }
            _ => {
                let mut ids =
                    vec![Ids::Right, Ids::Pool, Ids::Elsewhere, Ids::Unknown, Ids::Malformed];
                if who != Who::Coordinator {
                    ids.push(Ids::Foreign);
                }
                if nested {
                    ids.extend([Ids::ForeignMeeting, Ids::OtherMeeting, Ids::OwnMeetingForeign]);
                }
                ids
            }
        }
    }

    /// The address of a public route.
    pub fn public_address(&self, ids: Ids) -> String {
        if ids == Ids::Unknown {
            let start = self.path.split('{').next().unwrap_or_default();
            let end = self.path.rsplit('}').next().unwrap_or_default();
            return format!("{start}gibt-es-nicht{end}");
        }
        match (self.name.as_str(), &self.address) {
            (_, Some(address)) => address.clone(),
            ("request_thanks" | "listing_thanks" | "kiosk_thanks", None) => {
                self.path.replace("{reference}", "7F3K-92QX")
            }
            ("story_short", None) => self.path.replace("{id}", "geschichte"),
            (other, None) => panic!("the matrix does not know how to address {other}"),
        }
    }

    /// Whether its address is all it asks for: a link's secret, or a code.
    pub fn is_for_whoever_knows_it(&self) -> bool {
        matches!(self.right.as_str(), "link" | "code")
    }

    /// The address with a code that nobody was given.
    pub fn code_address(&self, ids: Ids) -> String {
        let code = if ids == Ids::Unknown { "7F3K-92QX" } else { "7F3K-92Q" };
        self.path.replace("{code}", code)
    }

    /// The address with a link's secret.
    pub fn with_token(&self, secret: &str) -> String {
        let ending = if self.purpose() == Purpose::CalendarFeed { ".ics" } else { "" };
        let path = self.path.replace("{token}", &format!("{secret}{ending}"));
        assert!(!path.contains('{'), "the matrix does not know how to address {}", self.name);
        path
    }

    /// The address with the ids of a request and a meeting.
    pub fn with_ids(&self, request: &str, meeting: &str) -> String {
        let path = self.path.replace("{id}", request).replace("{meeting}", meeting);
        assert!(!path.contains('{'), "the matrix does not know how to address {}", self.name);
        path
    }

    /// What the ids in the address are of.
    pub fn about(&self) -> About {
        let below = |start: &str| self.path.starts_with(start);
        match self.path.as_str() {
            _ if below("/mitarbeit/team/plaetze/{seat}") => About::Seat,
            _ if below("/mitarbeit/team/{id}") => About::Member,
            _ if below("/mitarbeit/konto/anmeldungen/{session}") => About::Session,
            _ if below("/mitarbeit/konto/abwesenheiten/{absence}") => About::OwnAbsence,
            _ if below("/mitarbeit/anfragen/{id}") => About::Request,
            _ if below("/mitarbeit/geraete/{id}") => About::Device,
            other => panic!("the matrix does not know what the ids in {other} are of"),
        }
    }

    /// The address with the id of a member, seat or session, and of an absence.
    pub fn with_staff_ids(&self, id: &str, absence: &str) -> String {
        let names = ["{id}", "{seat}", "{session}"];
        let path = names.iter().fold(self.path.clone(), |path, name| path.replace(name, id));
        let path = path.replace("{absence}", absence);
        assert!(!path.contains('{'), "the matrix does not know how to address {}", self.name);
        path
    }

    /// What a form of the team or of the own account needs. `somebody` works on requests and sits
    /// nowhere, if it is to work.
    pub fn staff_form(&self, office: &Office, somebody: &Id) -> Form {
        let today = office.backend.now().day().to_string();
        let later = office.backend.now().plus_days(365).day().to_string();
        let sure = ("sicher", "ja");
        match self.name.as_str() {
            "desk_entry_send" => {
                let key = format!("{:0>24}", office.next());
                let mut fields: Form =
                    office.form().into_iter().map(|(n, v)| (n.to_owned(), v)).collect();
                fields.extend(form(&[("key", &key)]));
                fields
            }
            "desk_sign_all_out" | "desk_member_lock" | "desk_device_remove" => form(&[sure]),
            "desk_add_member" => {
                let email = format!("neu{}@werkbank.example", office.next());
                form(&[("name", "Neu Hier"), ("email", &email), ("rolle", "adviser")])
            }
            "desk_seat_assign" => {
                let desk = office.site().desks[0].id.as_str();
                form(&[("platz", desk), ("person", somebody.as_str()), ("von", &today)])
            }
            "desk_seat_end" => form(&[("bisher", ""), ("bis", &today)]),
            "desk_member_facts" => form(&[("name", "Anders"), ("email", "a@werkbank.example")]),
            "desk_member_roles" => form(&[("bisher", "adviser"), ("rolle", "curator")]),
            "desk_absence" | "desk_own_absence" => form(&[("von", &later), ("bis", &later)]),
            "desk_kiosk_open" => form(&[("geraet", office.first_kiosk().as_str())]),
            "desk_password" => form(&[("alt", "falsch"), ("neu", "sieben Tassen und ein Krug")]),
            "desk_add_device" | "desk_device_rename" => {
                form(&[("name", "Kiosk Eingang"), ("ort", "links neben der Tür")])
            }
            "desk_device_pair" => form(&[("code", "0000-0000")]),
            "desk_device_clean" => form(&[("reinigung", "an")]),
            "desk_device_unpair"
            | "desk_lesson_remove"
            | "desk_feed"
            | "desk_feed_end"
            | "desk_room_feed"
            | "desk_room_feed_end"
            | "desk_visit"
            | "desk_archive"
            | "desk_archive_file"
            | "desk_seat_remove"
            | "desk_member_invite"
            | "desk_member_unlock"
            | "desk_member_sign_out"
            | "desk_absence_remove"
            | "desk_session"
            | "desk_other_sessions"
            | "desk_own_absence_remove" => Vec::new(),
            other => panic!("the matrix does not know what the form of {other} needs"),
        }
    }

    /// What the route answers if it works.
    pub fn done(&self) -> &'static [u16] {
        match self.name.as_str() {
            // Nobody here has a password that could be the present one, and no kiosk shows that code.
            "desk_password" | "desk_device_pair" => &[422],
            // Nor says the form what it has read.
            "desk_member_facts" => &[409],
            // What is shown once stands on the page that answers.
            "desk_feed" | "desk_room_feed" => &[200],
            _ if self.post => &[303],
            _ => &[200],
        }
    }

    /// The secret that the route takes.
    pub fn secret<'a>(&self, case: &'a Case) -> &'a String {
        if self.purpose() == Purpose::SmeStatus { &case.firm } else { &case.provider }
    }

    /// Whose link the route takes.
    fn holder(&self) -> Who {
        match self.purpose() {
            Purpose::SmeStatus => Who::Firm,
            Purpose::ProviderMeeting => Who::Provider,
            _ => Who::Nobody,
        }
    }

    pub fn purpose(&self) -> Purpose {
        let begins = |start: &str| self.name.starts_with(start);
        match self.name.as_str() {
            "desk_invitation" | "desk_accept" => Purpose::StaffInvite,
            "desk_one_time" | "desk_one_time_use" => Purpose::StaffSignIn,
            "team_calendar" => Purpose::CalendarFeed,
            _ if begins("address") => Purpose::SmeAddress,
            _ if begins("status") => Purpose::SmeStatus,
            _ if begins("slots") => Purpose::ProviderMeeting,
            other => panic!("the matrix does not know whose link {other} takes"),
        }
    }

    /// Whether the form names a meeting or a provider.
    fn names_something(&self) -> bool {
        self.post && self.link_form(None, "").iter().any(|(n, _)| n == "meeting" || n == "provider")
    }

    /// How far the request has to be for the form to work.
    pub fn stage(&self) -> Stage {
        match self.name.as_str() {
            "status_confirm" | "desk_confirm" | "desk_keep" => Stage::Unconfirmed,
            "desk_reopen" => Stage::Closed,
            "desk_listing" => Stage::Listing,
            "status_times" | "desk_call_off" => Stage::Proposed,
            "slots" | "slots_answer" | "slots_decline" | "slots_call_off" => Stage::Introduced,
            "status_call_off"
            | "status_move"
            | "desk_move"
            | "desk_rearrange"
            | "desk_rearrange_send"
            | "desk_sheet" => Stage::Booked,
            "desk_outcome" => Stage::Past,
            "status_outcome" | "slots_outcome" => Stage::Met,
            "desk_story" | "desk_story_draft" | "desk_lesson" => Stage::Answered,
            _ => Stage::Open,
        }
    }

    /// The form of a link's route.
    pub fn link_form(&self, case: Option<&Case>, provider: &str) -> Form {
        let meeting = case.and_then(|case| case.meeting.clone());
        let meeting = meeting.map_or_else(String::new, |(id, _)| id.to_string());
        let slot = case.and_then(|case| case.slots.first().copied());
        let slot = slot.map_or_else(String::new, |slot| slot.start().0.to_string());
        match self.name.as_str() {
            "status_confirm" | "status_withdraw" | "status_amend_send" | "address_confirm"
            | "desk_accept" | "desk_one_time_use" => Vec::new(),
            "status_asking" => form(&[("fragen", "nein")]),
            "status_outcome" | "slots_outcome" => {
                form(&[("meeting", &meeting), ("frage", "after"), ("antwort", "worth_it")])
            }
            "status_release" => form(&[("provider", provider), ("release", "name")]),
            "status_times" | "slots_answer" => form(&[("meeting", &meeting), ("slot", &slot)]),
            "status_call_off" | "status_move" | "slots_decline" | "slots_call_off" => {
                form(&[("meeting", &meeting)])
            }
            other => panic!("the matrix does not know what the form of {other} needs"),
        }
    }

    /// The form of a route of the desk; `time` is one at which a meeting can be.
    pub fn desk_form(&self, office: &Office, case: &Case, colleague: &Id, time: &str) -> Form {
        let version = case.version.to_string();
        let meeting = case.meeting.as_ref().map_or(0, |(_, version)| *version).to_string();
        let version = ("version", version.as_str());
        let meeting = ("version", meeting.as_str());
        match self.name.as_str() {
            "desk_take" | "desk_confirm" | "desk_keep" | "desk_reopen" => form(&[version]),
            "desk_hand_over" => form(&[version, ("an", colleague.as_str())]),
            "desk_mail" => {
                let mail = office.given_up(&case.request);
                form(&[("mail", mail.as_str()), ("was", "nochmal")])
            }
            "desk_note" => form(&[("notiz", "Ruft morgen zurück.")]),
            "desk_propose" => form(&[version, ("anbieter", office.wish.as_str())]),
            "desk_listing" => form(&[version, ("entscheidung", "aufnehmen")]),
            "desk_close" => form(&[version, ("ergebnis", "done")]),
            "desk_slots_send" => {
                let frame = [("ort", "phone"), ("dauer", "30"), ("anbieter", "keiner")];
                let mut fields = form(&frame);
                fields.extend(form(&[version, ("zeit", time)]));
                fields
            }
            "desk_call_off" => form(&[meeting, ("grund", "Krank")]),
            "desk_move" => form(&[meeting, ("neu", time)]),
            "desk_rearrange_send" => {
                let host = ("gastgeber", case.host.as_str());
                form(&[meeting, ("ort", "video"), ("anderswo", "Raum 7"), host])
            }
            "desk_outcome" => form(&[meeting, ("kam", "ja")]),
            "desk_story" => form(&[("stand", "taken")]),
            "desk_lesson" => form(&[("lehre", "Klein anfangen.")]),
            other => panic!("the matrix does not know what the form of {other} needs"),
        }
    }
}

fn form(fields: &[(&str, &str)]) -> Form {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}
