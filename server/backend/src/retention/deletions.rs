//! What was deleted, in ids: in the database, and in a file beside it. A database that is restored
//! from a backup does not know what was deleted since; the file does, and holds nothing about
//! anybody.

use super::erase::erase;
use super::{Decision, former, sql};
use crate::{Backend, BackendError, Id, Result, meetings, run, transaction};
use domain::content::Content;
use domain::retention::Class;
use domain::{Instant, codes};
use std::collections::HashSet;
use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

codes! {
    /// What was deleted.
    Subject {
        /// A request with everything that hung on it.
        Request = "request",
        /// Name, address and access of an account.
        Staff = "staff",
    }
}

/// Something that was deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deletion {
    /// Its row id.
    pub subject: Id,
    /// What it was.
    pub kind: Subject,
    /// In which class.
    pub class: Class,
    /// When.
    pub at: Instant,
    /// What the archive had said, if it was asked.
    pub archive: Option<Decision>,
}

impl Deletion {
    /// A line of the file.
    fn line(&self) -> String {
        let archive = self.archive.map_or("-", Decision::code);
        let (kind, class) = (self.kind.code(), self.class.code());
        format!("{} {kind} {class} {} {archive}\n", self.subject, self.at.0)
    }

    /// The deletion of a line; `None` for a line that was cut off.
    fn parse(line: &str) -> Option<Deletion> {
        let words: Vec<&str> = line.split(' ').collect();
        let [subject, kind, class, at, archive] = words[..] else { return None };
        Some(Deletion {
            subject: Id::parse(subject)?,
            kind: Subject::parse(kind)?,
            class: Class::parse(class)?,
            at: Instant(at.parse().ok()?),
            archive: match archive {
                "-" => None,
                code => Some(Decision::parse(code)?),
            },
        })
    }
}

/// Reads the file; one that is not there is empty.
fn read(path: &Path) -> Result<Vec<Deletion>> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(text.lines().filter_map(Deletion::parse).collect()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(BackendError::Unreadable(format!("{}: {error}", path.display()))),
    }
}

/// Appends to the file what the database has deleted and the file does not know. What is in the
/// file stays in it. Returns how many lines were added.
pub async fn write_deletions(backend: &Backend, path: &Path) -> Result<usize> {
    let mut conn = backend.db.read().await?;
    let all = sql::deletions(&mut conn).await?;
    drop(conn);
    let known: HashSet<Id> = read(path)?.into_iter().map(|deletion| deletion.subject).collect();
    let new: Vec<&Deletion> = all.iter().filter(|d| !known.contains(&d.subject)).collect();
    if new.is_empty() {
        return Ok(0);
    }
    // A line that a crash cut off ends here.
    let is_whole =
        std::fs::read(path).map_or(true, |bytes| bytes.last().is_none_or(|b| *b == b'\n'));
    let mut text = if is_whole { String::new() } else { "\n".to_owned() };
    text.extend(new.iter().map(|deletion| deletion.line()));
    let append = || {
        let mut file = File::options().create(true).append(true).open(path)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    };
    append().map_err(|error| BackendError::Unreadable(format!("{}: {error}", path.display())))?;
    Ok(new.len())
}

/// The file of a running server, brought up to date whenever there is something new.
#[derive(Debug)]
pub struct DeletionFile {
    path: PathBuf,
    /// How much the database had deleted when the file was last written.
    known: Option<i64>,
}

impl DeletionFile {
    /// The file in a data folder.
    pub fn in_folder(data: &Path) -> DeletionFile {
        DeletionFile::at(data.join("deletions.txt"))
    }

    /// This file.
    pub const fn at(path: PathBuf) -> DeletionFile {
        DeletionFile { path, known: None }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Appends what is new. Counting is cheap; the file is read only if the count has changed.
    pub async fn keep(&mut self, backend: &Backend) -> Result<()> {
        let mut conn = backend.db.read().await?;
        let n = sql::count_deletions(&mut conn).await?;
        drop(conn);
        if self.known != Some(n) {
            write_deletions(backend, &self.path).await?;
            self.known = Some(n);
        }
        Ok(())
    }
}

/// Deletes what the file says was deleted and the database still has, because it was restored from
/// a backup. Returns how much that was.
pub async fn reapply_deletions(
    backend: &Backend,
    content: &Arc<Content>,
    path: &Path,
) -> Result<usize> {
    let mut conn = backend.db.read().await?;
    let known: HashSet<Id> =
        sql::deletions(&mut conn).await?.into_iter().map(|deletion| deletion.subject).collect();
    drop(conn);
    let mut again = 0;
    for deletion in read(path)?.into_iter().filter(|d| !known.contains(&d.subject)) {
        again += usize::from(delete_again(backend, content, deletion).await?);
    }
    Ok(again)
}

/// Deletes a row once more; false if the database never had it.
async fn delete_again(
    backend: &Backend,
    content: &Arc<Content>,
    deletion: Deletion,
) -> Result<bool> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    run(async move {
        transaction!(backend.db, |tx| {
            let found = match deletion.kind {
                Subject::Request => {
                    match meetings::lock_with_companions(tx, &deletion.subject).await? {
                        Some(request) => {
                            erase(tx, &backend, &content, &request, deletion.archive).await?;
                            true
                        }
                        None => false,
                    }
                }
                Subject::Staff => {
                    tx.lock("staff", "accounts").await?;
                    let found = sql::account_exists(tx, &deletion.subject).await?;
                    if found {
                        former::forget(tx, &backend, &deletion.subject).await?;
                    }
                    found
                }
            };
            if !found {
                sql::insert_deletion(tx, &deletion).await?;
            }
            Ok(found)
        })
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_it_was_written_and_a_cut_one_not_at_all() {
        let deletion = Deletion {
            subject: Id::parse("01936a3c-7b00-7000-8000-000000000001").unwrap(),
            kind: Subject::Request,
            class: Class::Withdrawn,
            at: Instant(1_795_518_000_000),
            archive: Some(Decision::Waived),
        };
        let line = deletion.line();
        assert_eq!(Deletion::parse(line.trim_end()), Some(deletion));
        for cut in 0..line.len() - 2 {
            assert_eq!(Deletion::parse(&line[..cut]), None, "{:?}", &line[..cut]);
        }
    }
}
