-- Leave to write a request at a kiosk with somebody's help, opened by staff for some minutes.

create table assisted_entry (
    device text not null primary key references device (id) on delete cascade,
    -- Who opened it.
    staff text not null references staff (id) on delete cascade,
    opened_at bigint not null,
    until_at bigint not null
);
create index assisted_entry_until on assisted_entry (until_at);
create index assisted_entry_staff on assisted_entry (staff);
