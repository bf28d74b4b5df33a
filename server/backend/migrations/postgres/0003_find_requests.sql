-- What a request is found by when somebody calls: name, firm, address and number without accents
-- and signs. Written with the row; rows from before are filled in by the next run of the jobs.
alter table request add column found_by text not null default '';
