-- Requests, who is responsible for them, and everything that leaves a trace of them.
-- Moments are Unix milliseconds, days ISO text in Berlin, truth values 0 and 1.

-- People who work here. What they sign in with is elsewhere.
create table staff (
    id text not null primary key,
    name text not null,
    email text not null unique,
    -- Their public profile under content/advisers, if they have one.
    adviser text,
    active integer not null,
    created_at integer not null
) strict;

create table staff_role (
    staff text not null references staff (id) on delete cascade,
    site text not null,
    role text not null,
    primary key (staff, site, role)
) strict;

-- Which person sits at a desk that the site's file names. Days are inclusive.
create table desk_assignment (
    id text not null primary key,
    site text not null,
    desk text not null,
    staff text not null references staff (id) on delete cascade,
    substitute integer not null,
    from_day text not null,
    until_day text
) strict;
create index desk_assignment_desk on desk_assignment (site, desk);

create table absence (
    id text not null primary key,
    staff text not null references staff (id) on delete cascade,
    from_day text not null,
    until_day text not null
) strict;
create index absence_staff on absence (staff);

create table request (
    id text not null primary key,
    site text not null,
    -- Eight Crockford characters without the hyphen.
    reference text not null unique,
    idempotency_key text not null unique,
    kind text not null,
    channel text not null,
    lang text not null,
    state text not null,
    -- Rises with every change; who changes names the version they read.
    version integer not null,
    -- Null only in a barrier report.
    firm text,
    person text not null,
    email text,
    phone text,
    contact_by text not null,
    message text,
    -- Null is "weiß ich nicht", a full answer. The goal that matters most, and all of them with
    -- spaces between.
    goal text,
    goals text not null,
    budget text,
    sector text,
    district text,
    size text,
    origin_story text,
    ask_later integer not null,
    desk text,
    routing_reason text not null,
    assigned text references staff (id) on delete set null,
    -- Whom the assigned person stands in for.
    substitute_for text references staff (id) on delete set null,
    created_at integer not null,
    changed_at integer not null,
    confirmed_at integer,
    confirmed_by text,
    -- Staff keeps an unconfirmed request until the end of this day.
    keep_until text,
    reminded_at integer,
    alerted_at integer,
    -- When staff first did something about it.
    answered_at integer,
    waiting_alerted_at integer,
    closed_at integer,
    outcome text,
    -- The first day on which the row may be gone.
    delete_on text not null
) strict;
create index request_inbox on request (site, state, created_at);
create index request_assigned on request (assigned, state);
create index request_delete on request (delete_on);

-- Providers the firm wished for or staff proposed.
create table request_provider (
    request text not null references request (id) on delete cascade,
    provider text not null,
    wished integer not null,
    proposed_at integer,
    proposed_by text,
    -- Why staff proposes it, in words the firm reads.
    note text,
    primary key (request, provider)
) strict;

-- One row: this provider may see this field (name, email, phone, message) of this request.
create table contact_release (
    request text not null references request (id) on delete cascade,
    provider text not null,
    field text not null,
    since integer not null,
    primary key (request, provider, field)
) strict;

-- The history of a request: codes and ids; free words only in note.
create table request_event (
    id text not null primary key,
    request text not null references request (id) on delete cascade,
    nr integer not null,
    at integer not null,
    actor_kind text not null,
    actor text,
    event text not null,
    detail text,
    note text,
    unique (request, nr)
) strict;

-- Privacy-friendly counting: no person, no address, no moment finer than a day.
create table counts (
    day text not null,
    site text not null,
    surface text not null,
    lang text not null,
    kind text not null,
    key text not null,
    n integer not null,
    primary key (day, site, surface, lang, kind, key)
) strict;

-- Which provider was shown, proposed or chosen, at which place, and why. Outlives the request.
create table neutrality (
    id text not null primary key,
    site text not null,
    day text not null,
    request text references request (id) on delete set null,
    provider text not null,
    step text not null,
    place integer,
    why text not null
) strict;
create index neutrality_day on neutrality (site, day);
create index neutrality_request on neutrality (request);

-- Who did what, ids and codes only.
create table audit (
    id text not null primary key,
    at integer not null,
    site text not null,
    actor_kind text not null,
    actor text,
    action text not null,
    subject_kind text not null,
    subject text not null,
    detail text
) strict;
create index audit_subject on audit (subject_kind, subject);

-- Links in mails: only the SHA-256 of the secret is here.
create table link_token (
    hash blob not null primary key,
    purpose text not null,
    subject text not null,
    party text,
    request text references request (id) on delete cascade,
    created_at integer not null,
    expires_at integer,
    single_use integer not null,
    used_at integer
) strict;
create index link_token_request on link_token (request);
create index link_token_subject on link_token (purpose, subject);

-- Mails to be sent; written in the transaction that causes them.
create table outbox (
    id text not null primary key,
    request text references request (id) on delete cascade,
    -- Mails of one request leave in this order.
    nr integer not null,
    kind text not null,
    message_id text not null unique,
    sender_name text not null,
    sender text not null,
    recipient text not null,
    subject text not null,
    body_text text,
    body_html text,
    calendar_method text,
    calendar text,
    state text not null,
    attempts integer not null,
    next_at integer not null,
    lease_until integer not null,
    lease_by text,
    created_at integer not null,
    done_at integer,
    failure text
) strict;
create index outbox_due on outbox (state, next_at);
create index outbox_request on outbox (request, nr);

-- How many mails nobody has asked for yet went to an address on a day; the address is hashed.
create table mail_quota (
    address blob not null,
    day text not null,
    n integer not null,
    primary key (address, day)
) strict;

create trigger audit_no_update before update on audit
begin
    select raise(abort, 'audit is append-only');
end;

create trigger audit_no_delete before delete on audit
begin
    select raise(abort, 'audit is append-only');
end;
