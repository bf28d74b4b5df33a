//! The copies on disk: `pictures/<key>/<width>.<extension>`, and a list that tells a whole folder
//! from a broken one. A folder appears whole or not at all.

use super::make::Copy;
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Name, length and SHA-256 of every copy, one a line.
const LIST: &str = "list";

/// Folders that nobody has needed for so long are removed: other servers with other texts may
/// share the data folder, and an entry that was taken down may come back.
const UNUSED: Duration = Duration::from_hours(30 * 24);

/// How often a folder in use says that it is.
const TOUCHED: Duration = Duration::from_hours(24);

/// What an interrupted writer left behind is removed after this time.
const LEFT_BEHIND: Duration = Duration::from_hours(1);

/// Folders being written begin like this.
const NEW: &str = ".new-";

/// Whether all of `names` are there in full length. What they contain is checked when they are
/// read.
pub fn is_whole(root: &Path, key: &str, names: &[String]) -> bool {
    let folder = root.join(key);
    let Some(list) = read_list(&folder) else { return false };
    names.iter().all(|name| {
        let line = list.iter().find(|line| line.name == *name);
        let length = fs::metadata(folder.join(name)).map(|meta| meta.len());
        line.is_some_and(|line| length.is_ok_and(|length| length == line.length))
    })
}

/// One copy, if it is there and is what was written. A folder with anything wrong in it is removed,
/// so that it is made again.
pub fn read(root: &Path, key: &str, name: &str) -> io::Result<Option<Vec<u8>>> {
    let folder = root.join(key);
    if !folder.is_dir() {
        return Ok(None);
    }
    let line = read_list(&folder).and_then(|list| list.into_iter().find(|line| line.name == name));
    if let Some(line) = line
        && let Ok(bytes) = fs::read(folder.join(name))
        && HEXLOWER.encode(&Sha256::digest(&bytes)) == line.hash
    {
        return Ok(Some(bytes));
    }
    tracing::warn!(key, name, "a stored picture is broken and is made again");
    remove(root, &folder)?;
    Ok(None)
}

/// Stores all copies of a photo at once.
pub fn write(root: &Path, key: &str, copies: &[Copy]) -> io::Result<()> {
    let new = unique(root, key);
    let done = write_new(&new, copies).and_then(|()| {
        let target = root.join(key);
        if target.try_exists()? {
            remove(root, &target)?;
        }
        fs::rename(&new, &target)?;
        File::open(root)?.sync_all()
    });
    if done.is_err() {
        // Half a folder is of no use, and on a full disk it is in the way.
        let _ = fs::remove_dir_all(&new);
    }
    done
}

fn write_new(new: &Path, copies: &[Copy]) -> io::Result<()> {
    fs::create_dir_all(new)?;
    let mut list = String::new();
    for Copy { name, bytes } in copies {
        write_file(&new.join(name), bytes)?;
        let hash = HEXLOWER.encode(&Sha256::digest(bytes));
        list.push_str(&format!("{name} {} {hash}\n", bytes.len()));
    }
    write_file(&new.join(LIST), list.as_bytes())?;
    File::open(new)?.sync_all()
}

fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A name no other writer has, in this process or another.
fn unique(root: &Path, key: &str) -> PathBuf {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    root.join(format!("{NEW}{key}-{}-{number}", std::process::id()))
}

/// Takes a folder away at once, then deletes it.
fn remove(root: &Path, folder: &Path) -> io::Result<()> {
    let away = unique(root, "old");
    match fs::rename(folder, &away) {
        Ok(()) => fs::remove_dir_all(away),
        // Somebody else was quicker.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

struct Line {
    name: String,
    length: u64,
    hash: String,
}

fn read_list(folder: &Path) -> Option<Vec<Line>> {
    let text = fs::read_to_string(folder.join(LIST)).ok()?;
    text.lines()
        .map(|line| {
            let mut words = line.split(' ');
            let (name, length, hash) = (words.next()?, words.next()?, words.next()?);
            let length = length.parse().ok()?;
            Some(Line { name: name.to_owned(), length, hash: hash.to_owned() })
        })
        .collect()
}

/// Notes that the folders in `keys` are in use, and removes those that have been in nobody's use
/// for a month at `now` (milliseconds since 1970). Returns how many were removed.
pub fn tidy(root: &Path, keys: &dyn Fn(&str) -> bool, now: i64) -> io::Result<usize> {
    let now = UNIX_EPOCH + Duration::from_millis(u64::try_from(now).unwrap_or(0));
    let mut removed = 0;
    let items = match fs::read_dir(root) {
        Ok(items) => items,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        Err(error) => return Err(error),
    };
    for item in items {
        let item = item?;
        let Ok(name) = item.file_name().into_string() else { continue };
        let folder = item.path();
        let age = |path: &Path| age(path, now);
        if name.starts_with(NEW) {
            if age(&folder) > LEFT_BEHIND {
                fs::remove_dir_all(&folder)?;
            }
        } else if keys(&name) {
            let list = folder.join(LIST);
            if age(&list) > TOUCHED {
                File::options().append(true).open(&list)?.set_modified(now)?;
            }
        } else if last_used(&folder, now) > UNUSED {
            remove(root, &folder)?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// How long ago somebody last said that a folder is in use; without a list, when it was made.
fn last_used(folder: &Path, now: SystemTime) -> Duration {
    let list = folder.join(LIST);
    age(if list.exists() { &list } else { folder }, now)
}

/// How long ago something was changed; nothing for what cannot be looked at, which is then left
/// alone.
fn age(path: &Path, now: SystemTime) -> Duration {
    let modified = fs::metadata(path).and_then(|meta| meta.modified());
    modified.ok().and_then(|modified| now.duration_since(modified).ok()).unwrap_or_default()
}
