-- Whose mail it is: staff of one site has nothing to do with the accounts of another.
alter table outbox add column site text not null default '';
update outbox set site = coalesce((select r.site from request r where r.id = outbox.request), '');
