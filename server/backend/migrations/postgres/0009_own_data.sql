-- Putting right what a firm has told about itself.

-- When it last did so and nobody of staff has heard of it; null if there is nothing to say.
alter table request add column amended_at bigint;
create index request_amended on request (amended_at);

-- A new address of a firm that has not been confirmed there yet.
create table address_change (
    request text not null primary key references request (id) on delete cascade,
    -- Which change: the party of the links that confirm it, so that an earlier one's end with it.
    id text not null,
    email text not null,
    asked_at bigint not null,
    -- When the links end, and the row goes.
    ends_at bigint not null,
    confirmed_at bigint
);
