-- Reminders, and what people say when none of the times fits.

-- When the present time was agreed on; null while there is none.
alter table meeting add column booked_at integer;
-- When everybody was reminded of the present time.
alter table meeting add column reminded_at integer;
update meeting set booked_at = changed_at where state = 'booked';
create index meeting_booked on meeting (state, start_at);

-- When somebody could come who can make none of the proposed times.
create table participant_wish (
    participant text not null references participant (id) on delete cascade,
    -- 1 to 3, in the order in which they were given.
    nr integer not null,
    day text not null,
    -- any, morning, afternoon, or a time of day: 10:30.
    part text not null,
    primary key (participant, nr)
) strict;
