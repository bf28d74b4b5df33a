-- What became of it: questions after a meeting, their answers, and what is made of those.

-- The firm wants no question at all, not even the one right after a meeting.
alter table request add column unasked integer not null default 0;

-- A question to one side of a meeting, and its answer. The unique key is the rule that nobody is
-- asked twice.
create table meeting_outcome (
    id text not null primary key,
    -- The firm's own request; for a provider that of the meeting.
    request text not null references request (id) on delete cascade,
    meeting text not null references meeting (id) on delete cascade,
    party text not null,
    -- Whose side: the request of a firm, the id of a provider.
    subject text not null,
    -- after, m3, m6 or m12.
    stage text not null,
    -- When it went out by mail; null if the answer came without.
    asked_at integer,
    answer text,
    -- In their own words.
    words text,
    -- What it cost and what it brought, of a good answer.
    figures text,
    -- Whether the firm may be spoken to about a story.
    may_tell integer not null,
    answered_at integer,
    unique (meeting, party, subject, stage)
) strict;
create index meeting_outcome_request on meeting_outcome (request);
create index meeting_outcome_answered on meeting_outcome (answered_at);

-- A request whose firm says that it was worth it: what the desk makes of that.
create table story_proposal (
    request text not null primary key references request (id) on delete cascade,
    state text not null,
    created_at integer not null,
    changed_at integer not null
) strict;

-- What staff learned, in words that name nobody: they stay when the request is gone.
create table lesson (
    id text not null primary key,
    site text not null,
    -- Emptied with the request.
    request text unique references request (id) on delete set null,
    written_on text not null,
    goal text,
    sector text,
    words text not null
) strict;
create index lesson_site on lesson (site, written_on);
