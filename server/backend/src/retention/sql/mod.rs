mod accounts;
mod deletions;
mod requests;
mod runs;
mod sweep;

pub(super) use accounts::{account_exists, delete_stripped_accounts, former_staff, strip_account};
pub(super) use deletions::{count_deletions, deletions, insert_deletion};
pub(super) use requests::{
    DueRequest, delete_request, due_request, due_requests, due_until, upsert_offer,
};
pub(super) use runs::{claim_run, count_deleted, finish_run, insert_run, is_open, runs};
pub(super) use sweep::{count, delete, sweep};
