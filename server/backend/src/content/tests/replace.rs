//! Files change while the program runs: readers always see one consistent state.

use super::folder::Folder;
use crate::content::watch::Watcher;
use crate::content::{Reload, Snapshot, Store, watch};
use crate::{Clock, FixedClock};
use domain::Instant;
use domain::content::PictureSource;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::oneshot;

const STORY: &str = "stories/sonntagsbroetchen/index.md";
const PROVIDER: &str = "providers/demir-digital/index.md";
const TITLE: &str = "title = \"Sonntagsbrötchen mit Nummer\"";

fn open(folder: &Folder) -> Store {
    Store::open(folder.path(), Instant(1)).unwrap()
}

fn title(snapshot: &Snapshot) -> String {
    snapshot.content.stories["sonntagsbroetchen"].text.de.title.clone()
}

#[test]
fn a_broken_folder_does_not_start() {
    let folder = Folder::valid();
    folder.replace(STORY, TITLE, "title = 7");
    let problems = Store::open(folder.path(), Instant(1)).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(Store::open(Path::new("/nirgendwo"), Instant(1)).is_err());
}

#[test]
fn a_broken_file_keeps_the_last_good_state_and_is_told() {
    let folder = Folder::valid();
    let store = open(&folder);
    let first = store.snapshot();
    assert_eq!(store.reload(Instant(2)), Reload::Same);
    assert!(Arc::ptr_eq(&first, &store.snapshot()));

    folder.replace(STORY, TITLE, "title = \"Neu\"\nfarbe = 1");
    assert_eq!(store.reload(Instant(3)), Reload::Refused);
    assert!(Arc::ptr_eq(&first, &store.snapshot()), "readers see what they saw");
    assert_eq!(store.problems().len(), 1);
    assert!(store.problems()[0].is_error());

    folder.replace(STORY, "farbe = 1\n", "");
    assert_eq!(store.reload(Instant(4)), Reload::Swapped);
    assert_eq!(title(&store.snapshot()), "Neu");
    assert_eq!(store.snapshot().loaded_at, Instant(4));
    assert_eq!(store.problems().len(), 0);
    assert_eq!(title(&first), "Sonntagsbrötchen mit Nummer", "who holds a state keeps it");

    folder.remove("sites");
    assert_eq!(store.reload(Instant(5)), Reload::Refused);
    assert_eq!(title(&store.snapshot()), "Neu");
}

#[test]
fn a_reverted_mistake_is_forgotten() {
    let folder = Folder::valid();
    let store = open(&folder);
    let text = folder.read(STORY);
    folder.write(STORY, "kaputt");
    assert_eq!(store.reload(Instant(2)), Reload::Refused);
    folder.write(STORY, text);
    assert_eq!(store.reload(Instant(3)), Reload::Same);
    assert_eq!(store.problems().len(), 0);
}

/// A writer replaces the story, then the provider, with the next number, over and over, some
/// files in place and some by renaming. A state in which the story is two numbers ahead never
/// existed, nor one with half a file.
#[test]
fn no_reader_sees_a_state_that_never_existed() {
    let folder = Folder::valid();
    for file in [STORY, PROVIDER] {
        folder.replace(file, TITLE, "title = \"Nummer 00000\"");
    }
    let store = open(&folder);
    let (story, provider) = (folder.read(STORY), folder.read(PROVIDER));
    let done = AtomicBool::new(false);
    let number = |title: &str| title.strip_prefix("Nummer ").unwrap().parse::<i64>().unwrap();
    let (mut swaps, mut disturbed) = (0, 0);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for n in 1..60_000_u32 {
                for (file, text) in [(STORY, &story), (PROVIDER, &provider)] {
                    let text = text.replace("Nummer 00000", &format!("Nummer {n:05}"));
                    if n % 2 == 0 {
                        folder.write(file, text);
                    } else {
                        folder.write("stories/.next", text);
                        let next = folder.path().join("stories/.next");
                        fs::rename(next, folder.path().join(file)).unwrap();
                    }
                }
                // Rests after a burst, so that some readings succeed.
                while n % 300 == 0 && !done.load(Ordering::Relaxed) && !store_rests(&store, n) {
                    std::thread::yield_now();
                }
                if done.load(Ordering::Relaxed) {
                    return;
                }
            }
        });
        // Also if an assertion fails, so that the writer ends.
        let _end = SetWhenDropped(&done);
        let mut seen = 0;
        while swaps < 20 {
            match store.reload(Instant(2)) {
                Reload::Swapped => swaps += 1,
                Reload::Disturbed => disturbed += 1,
                Reload::Same | Reload::Refused => {}
            }
            let snapshot = store.snapshot();
            let story = number(&title(&snapshot));
            let provider = &snapshot.content.providers["demir-digital"].text.de.title;
            let ahead = story - number(provider);
            assert!((0..=1).contains(&ahead), "story {story}, provider {provider}");
            assert!(story >= seen, "back to {story} from {seen}");
            seen = story;
        }
    });
    println!("{swaps} states seen, {disturbed} readings disturbed");
}

struct SetWhenDropped<'a>(&'a AtomicBool);

impl Drop for SetWhenDropped<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Whether the store has caught up with number `n`.
fn store_rests(store: &Store, n: u32) -> bool {
    title(&store.snapshot()) == format!("Nummer {n:05}")
}

#[test]
fn five_hundred_changes_are_one_reload() {
    let folder = Folder::valid();
    let store = open(&folder);
    let clock = FixedClock::new(Instant(7));
    let mut watcher = Watcher::default();
    let mut reloads = 0;
    let text = folder.read(STORY);
    for n in 0..500 {
        // Every other change would be refused, were it read.
        let broken = if n % 2 == 0 { "" } else { "farbe = 1\n" };
        folder.write(STORY, text.replace(TITLE, &format!("{broken}title = \"{n}\"")));
        reloads += usize::from(watcher.look(&store, &clock).is_some());
    }
    assert_eq!(reloads, 0, "nothing is read while files change");
    folder.write(STORY, text.replace(TITLE, "title = \"Zuletzt\""));
    assert_eq!(watcher.look(&store, &clock), None);
    assert_eq!(watcher.look(&store, &clock), Some(Reload::Swapped));
    assert_eq!(watcher.look(&store, &clock), None);
    assert_eq!(title(&store.snapshot()), "Zuletzt");
    assert_eq!(store.snapshot().loaded_at, Instant(7));
}

/// A picture and the text that belongs to it change together five hundred times while others read:
/// nobody sees the size of one picture with the address, the file or the title of another.
#[test]
fn five_hundred_pictures_are_never_mixed_up() {
    const PHOTO: &str = "stories/sonntagsbroetchen/foto.jpg";
    let folder = Folder::valid();
    folder.replace(STORY, "file = \"bild.svg\"", "file = \"foto.jpg\"");
    let text = folder.read(STORY);
    let jpeg = |width: u32| {
        let mut bytes = Vec::new();
        let picture = image::DynamicImage::new_rgb8(width, 8);
        let mut to = std::io::Cursor::new(&mut bytes);
        picture.write_to(&mut to, image::ImageFormat::Jpeg).unwrap();
        bytes
    };
    let pictures: Vec<Vec<u8>> = (0..500).map(|n| jpeg(100 + n)).collect();
    folder.write(PHOTO, &pictures[0]);
    let with_title = |n: usize| text.replace(TITLE, &format!("title = \"{}\"", 100 + n));
    folder.write(STORY, with_title(0));
    let store = open(&folder);
    let (done, gone) = (AtomicBool::new(false), AtomicBool::new(false));
    let (mut seen, mut reads) = (std::collections::BTreeSet::new(), 0);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let _end = SetWhenDropped(&done);
            for (n, picture) in pictures.iter().enumerate() {
                // The picture first: a text never names one that is not there yet.
                folder.write("stories/.next", picture);
                fs::rename(folder.path().join("stories/.next"), folder.path().join(PHOTO)).unwrap();
                folder.write("stories/.next", with_title(n));
                fs::rename(folder.path().join("stories/.next"), folder.path().join(STORY)).unwrap();
                // Rests after a burst, so that some readings succeed.
                let is_seen = || title(&store.snapshot()) == format!("{}", 100 + n);
                while n % 20 == 19 && !is_seen() && !gone.load(Ordering::Relaxed) {
                    std::thread::yield_now();
                }
            }
        });
        // Also if an assertion fails, so that the writer ends.
        let _gone = SetWhenDropped(&gone);
        let mut last = false;
        while !last {
            // Once more after the writer is done, so that the last state is seen.
            last = done.load(Ordering::Relaxed);
            store.reload(Instant(2));
            let snapshot = store.snapshot();
            let picture = &snapshot.content.stories["sonntagsbroetchen"].picture;
            let PictureSource::Photo(copies) = &picture.source else { panic!("no photo") };
            let photo = &snapshot.photos[&copies.base];
            assert_eq!((picture.width, picture.height), (photo.width, photo.height));
            assert_eq!((copies.version.as_str(), copies.width), (photo.version(), photo.width));
            let title: u32 = title(&snapshot).parse().unwrap();
            assert!((0..=1).contains(&(picture.width - title)), "{title} with {}", picture.width);
            // What is read for the copies is that picture or none.
            if let Ok(bytes) = photo.read() {
                assert_eq!(bytes, pictures[usize::try_from(photo.width - 100).unwrap()]);
                reads += 1;
            }
            seen.insert(photo.width);
        }
    });
    assert_eq!(seen.last(), Some(&599));
    assert!(seen.len() >= 25, "only {} of 500 pictures seen", seen.len());
    println!("{} of 500 pictures seen, {reads} read", seen.len());
}

#[test]
fn the_watcher_notices_what_changed() {
    let folder = Folder::valid();
    let store = open(&folder);
    let clock = FixedClock::new(Instant(7));
    let mut watcher = Watcher::default();
    let mut settle = || {
        let first = watcher.look(&store, &clock);
        first.or(watcher.look(&store, &clock))
    };
    assert_eq!(settle(), None);
    // A file of the same length in the place of another, with the time of the old one.
    let picture = folder.path().join("stories/drohne-aufmass/bild.svg");
    let modified = fs::metadata(&picture).unwrap().modified().unwrap();
    folder.write("stories/.neu", super::folder::DRAWING.replace("400", "401"));
    let new = fs::File::options().write(true).open(folder.path().join("stories/.neu")).unwrap();
    new.set_modified(modified).unwrap();
    fs::rename(folder.path().join("stories/.neu"), &picture).unwrap();
    assert_eq!(settle(), Some(Reload::Swapped));
    // A file nobody reads, a hidden one.
    folder.write("stories/drohne-aufmass/.index.md.swp", "x");
    folder.write("README.md", "anders");
    assert_eq!(settle(), None);
    // A new entry, first without its text.
    fs::create_dir(folder.path().join("trends/neu-und-leer")).unwrap();
    assert_eq!(settle(), Some(Reload::Refused));
    folder.remove("trends/neu-und-leer");
    assert_eq!(settle(), None);
    assert_eq!(store.problems().len(), 0);
    folder.remove("trends/handwerk-aufmass");
    assert_eq!(settle(), Some(Reload::Swapped));
    assert!(store.content().trends.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn watching_swaps_the_state_and_ends_when_told() {
    let folder = Folder::valid();
    let store = open(&folder);
    let clock: Arc<dyn Clock> = Arc::new(FixedClock::new(Instant(9)));
    let (stop, stopped) = oneshot::channel::<()>();
    let watching = tokio::spawn(watch(store.clone(), clock, Duration::from_millis(5), async {
        let _ = stopped.await;
    }));
    folder.replace(STORY, TITLE, "title = \"Gesehen\"");
    let seen = async {
        while title(&store.snapshot()) != "Gesehen" {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), seen).await.unwrap();
    stop.send(()).unwrap();
    tokio::time::timeout(Duration::from_secs(30), watching).await.unwrap().unwrap();
}
