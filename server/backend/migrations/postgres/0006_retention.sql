-- Keeping to the plan of content/retention.toml: its runs, what was offered to the archive, and
-- what was deleted. Ids, codes and numbers only.

create table retention_run (
    id text not null primary key,
    -- The day of a run by itself: one each day, however many servers. Null if somebody asked for it.
    day text unique,
    started_at bigint not null,
    -- Null while it goes on, and after a crash until somebody takes it up again.
    finished_at bigint,
    lease_until bigint not null
);
create index retention_run_started on retention_run (started_at);

-- How many rows of a class a run deleted, counted in the transaction that deleted them.
create table retention_count (
    run text not null references retention_run (id) on delete cascade,
    class text not null,
    n bigint not null,
    -- The day of the oldest of them.
    oldest text,
    primary key (run, class)
);

-- Requests that were offered to the archive: exported, or waived. Gone with the request.
create table archive_offer (
    request text not null primary key references request (id) on delete cascade,
    decision text not null,
    at bigint not null,
    by_staff text references staff (id) on delete set null
);

-- What was deleted, so that it can be deleted again after a restore.
create table deletion (
    subject text not null primary key,
    kind text not null,
    class text not null,
    at bigint not null,
    -- What the archive said: exported, waived, or null where it was not asked.
    archive text
);
create index deletion_at on deletion (at);
