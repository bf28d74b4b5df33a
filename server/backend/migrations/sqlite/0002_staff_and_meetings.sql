-- How staff signs in, and meetings with the times they take.

create table staff_credential (
    staff text not null primary key references staff (id) on delete cascade,
    -- Argon2id, in PHC form.
    password text not null,
    -- Base32.
    totp_secret text not null,
    -- The last time step whose code was accepted: a code counts once.
    totp_step integer not null,
    changed_at integer not null
) strict;

-- The second factor that an invitation offers; it becomes the person's when they accept.
create table staff_enrolment (
    staff text not null primary key references staff (id) on delete cascade,
    totp_secret text not null,
    created_at integer not null
) strict;

create table staff_session (
    id text not null primary key,
    -- SHA-256 of the cookie's secret.
    token blob not null unique,
    staff text not null references staff (id) on delete cascade,
    -- What the person recognises it by in the list: "Firefox, Linux".
    device text not null,
    created_at integer not null,
    seen_at integer not null,
    ends_at integer not null
) strict;
create index staff_session_staff on staff_session (staff);

-- Wrong sign-ins per account and network; both hashed, and the account need not exist.
create table sign_in_attempt (
    account blob not null,
    network blob not null,
    failures integer not null,
    last_at integer not null,
    primary key (account, network)
) strict;

create table meeting (
    id text not null primary key,
    site text not null,
    request text not null references request (id) on delete cascade,
    kind text not null,
    place text not null,
    -- The room, if it takes place in one.
    room text,
    -- Where else: an address, a number, a link.
    place_note text,
    provider text,
    adviser text not null references staff (id),
    minutes integer not null,
    state text not null,
    -- When it is, once that is agreed.
    start_at integer,
    -- When the proposed times are given back.
    hold_until integer,
    -- Number of the last calendar mail; -1 before the first.
    sequence integer not null,
    -- Rises with every change; who changes names the version they read.
    version integer not null,
    created_at integer not null,
    changed_at integer not null
) strict;
create index meeting_request on meeting (request);
create index meeting_adviser on meeting (adviser);
create index meeting_state on meeting (state, hold_until);
create index meeting_start on meeting (site, start_at);

-- Times that are proposed at present.
create table meeting_slot (
    meeting text not null references meeting (id) on delete cascade,
    start_at integer not null,
    primary key (meeting, start_at)
) strict;

create table participant (
    id text not null primary key,
    meeting text not null references meeting (id) on delete cascade,
    party text not null,
    -- Whose side: the request of a firm, the id of a provider, the id of a member of staff.
    subject text not null,
    -- The firm's request once more: what they wrote goes with it.
    request text references request (id) on delete cascade,
    required integer not null,
    answer text not null,
    answered_at integer,
    -- Whether they would like somebody of the Werkbank at the table; null is no answer.
    host_wanted integer,
    -- What they wrote when nothing fitted.
    message text,
    -- The identity of the event in this participant's calendar.
    uid text not null unique,
    unique (meeting, party, subject)
) strict;
create index participant_request on participant (request);

-- Proposed times a participant ticked.
create table participant_slot (
    participant text not null references participant (id) on delete cascade,
    start_at integer not null,
    primary key (participant, start_at)
) strict;

-- Who has what when: at most one meeting for each room or person and quarter hour. The key is
-- the rule; everything else only avoids running into it.
create table claim (
    resource_kind text not null,
    resource_id text not null,
    -- Quarter hours since the epoch.
    quarter_hour integer not null,
    meeting text not null references meeting (id) on delete cascade,
    -- When the claim may be taken over; null for a booked meeting.
    hold_until integer,
    primary key (resource_kind, resource_id, quarter_hour)
) strict;
create index claim_meeting on claim (meeting);
