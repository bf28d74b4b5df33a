-- The inbox with many requests: each tab reads the fifty lines it shows and no others, and the
-- numbers beside the tabs are counted in an index. Conditions are written as the queries write them:
-- SQLite uses a partial index only then.
drop index request_inbox;
create index request_count on request (site, state, assigned);
create index request_live on request (site, created_at, id, assigned)
    where state in ('unconfirmed', 'open', 'proposing', 'meeting_booked', 'met');
create index request_live_of on request (assigned, created_at, id)
    where state in ('unconfirmed', 'open', 'proposing', 'meeting_booked', 'met');
create index request_waiting on request (site, created_at, id, assigned)
    where state in ('unconfirmed', 'proposing');
create index request_ended on request (site, created_at, id, assigned)
    where state in ('closed', 'withdrawn');
-- Finding a request reads the words in an index. PostgreSQL does without: there an entry of an index
-- has to be short.
create index request_found on request (site, created_at, id, found_by, assigned);
