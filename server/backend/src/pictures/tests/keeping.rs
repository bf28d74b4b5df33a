//! Made once, kept, made again when something is wrong, removed when nobody needs it.

use super::{decoded, fixture};
use crate::content::tests::folder::Folder;
use crate::content::{Photo, Store};
use crate::pictures::make::Copy;
use crate::pictures::{PictureError, Pictures, folder};
use crate::{Clock, FixedClock};
use data_encoding::HEXLOWER;
use domain::Instant;
use sha2::{Digest as _, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A day in 2026.
const NOW: Instant = Instant(1_795_000_000_000);

struct Place {
    folder: Folder,
    clock: Arc<FixedClock>,
    pictures: Pictures,
}

impl Place {
    fn new() -> Place {
        let folder = Folder::empty();
        let clock = Arc::new(FixedClock::new(NOW));
        let pictures = Pictures::at(folder.path().join("pictures"), Arc::clone(&clock) as _);
        Place { folder, clock, pictures }
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("pictures")
    }

    fn photo(name: &str) -> Arc<Photo> {
        photo(&fixture(name))
    }
}

fn photo(path: &Path) -> Arc<Photo> {
    let name = path.file_name().unwrap().to_str().unwrap();
    let bytes = fs::read(path).unwrap();
    let format = crate::content::Format::of_name(name).unwrap();
    let header = crate::content::header(format, &bytes).unwrap();
    Arc::new(Photo::new(path, &HEXLOWER.encode(&Sha256::digest(&bytes)), format, &header))
}

fn modified(path: &Path) -> SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}

fn set_modified(path: &Path, at: i64) {
    let at = UNIX_EPOCH + Duration::from_millis(u64::try_from(at).unwrap());
    fs::File::open(path).unwrap().set_modified(at).unwrap();
}

#[tokio::test]
async fn a_copy_is_made_once_for_all_who_ask() {
    let place = Place::new();
    let photo = Place::photo("orientation-6.jpg");
    let asks: Vec<_> = (0..20)
        .map(|n| {
            let (pictures, photo) = (place.pictures.clone(), Arc::clone(&photo));
            let name = if n % 2 == 0 { "48.webp" } else { "48.jpg" };
            tokio::spawn(async move { pictures.copy(&photo, name).await })
        })
        .collect();
    for ask in asks {
        let bytes = ask.await.unwrap().unwrap();
        let picture = decoded(&Copy { name: String::new(), bytes });
        assert_eq!((picture.width(), picture.height()), (48, 32));
    }
    let folders: Vec<_> = fs::read_dir(place.root()).unwrap().map(|f| f.unwrap().path()).collect();
    assert_eq!(folders, [place.root().join(&photo.key)], "nothing is left behind");
    let first = modified(&folders[0].join("list"));
    place.pictures.copy(&photo, "48.webp").await.unwrap();
    assert_eq!(modified(&folders[0].join("list")), first);
}

#[tokio::test]
async fn whatever_is_broken_is_made_again() {
    let place = Place::new();
    let photo = Place::photo("orientation-1.jpg");
    let whole = place.pictures.copy(&photo, "48.webp").await.unwrap();
    let folder = place.root().join(&photo.key);
    let file = folder.join("48.webp");
    let faults: [(&str, &dyn Fn()); 7] = [
        ("truncated", &|| fs::write(&file, &whole[..whole.len() / 2]).unwrap()),
        ("empty", &|| fs::write(&file, b"").unwrap()),
        ("zeros after a crash", &|| fs::write(&file, vec![0; whole.len()]).unwrap()),
        ("gone", &|| fs::remove_file(&file).unwrap()),
        ("no list", &|| fs::remove_file(folder.join("list")).unwrap()),
        ("half a list", &|| fs::write(folder.join("list"), "48.webp 1").unwrap()),
        ("empty folder", &|| {
            fs::remove_dir_all(&folder).unwrap();
            fs::create_dir(&folder).unwrap();
        }),
    ];
    for (fault, damage) in faults {
        damage();
        assert_eq!(place.pictures.copy(&photo, "48.webp").await.unwrap(), whole, "{fault}");
        assert!(folder::is_whole(&place.root(), &photo.key, &photo.names()), "{fault}");
    }
    assert_eq!(fs::read_dir(place.root()).unwrap().count(), 1);
}

/// A file where the folder should be refuses everything, as a full disk does.
#[tokio::test]
async fn what_cannot_be_stored_is_made_later() {
    let place = Place::new();
    fs::write(place.root(), "voll").unwrap();
    let photo = Place::photo("orientation-1.jpg");
    assert_eq!(place.pictures.copy(&photo, "48.jpg").await, Err(PictureError::Storage));
    fs::remove_file(place.root()).unwrap();
    // Not at once, so that a full disk does not keep a processor busy.
    assert_eq!(place.pictures.copy(&photo, "48.jpg").await, Err(PictureError::Storage));
    place.clock.advance_ms(20_000);
    assert!(place.pictures.copy(&photo, "48.jpg").await.is_ok());
}

#[tokio::test]
async fn a_file_that_changed_or_is_no_picture_gives_no_copy() {
    let place = Place::new();
    let path = place.folder.path().join("foto.jpg");
    fs::copy(fixture("orientation-1.jpg"), &path).unwrap();
    let before = photo(&path);
    fs::copy(fixture("orientation-2.jpg"), &path).unwrap();
    assert_eq!(place.pictures.copy(&before, "48.jpg").await, Err(PictureError::Changed));
    assert!(place.pictures.copy(&photo(&path), "48.jpg").await.is_ok());

    // A header and an end, and between them nothing that can be decoded.
    let mut bytes = fs::read(fixture("orientation-1.jpg")).unwrap();
    // The tables without which no decoder understands the rest.
    let tables = bytes.windows(2).position(|pair| pair == b"\xff\xc4").unwrap();
    bytes.truncate(tables);
    bytes.extend(b"\xff\xda\0\x0c\x03\x01\0\x02\x11\x03\x11\0\x3f\0xyz\xff\xd9");
    fs::write(&path, &bytes).unwrap();
    let broken = photo(&path);
    for _ in 0..2 {
        assert_eq!(place.pictures.copy(&broken, "48.jpg").await, Err(PictureError::Broken));
    }
}

#[test]
fn only_what_nobody_has_used_for_a_month_is_removed() {
    const DAY: i64 = 24 * 60 * 60 * 1000;
    let place = Place::new();
    let root = place.root();
    let copy = || [Copy { name: "1.jpg".to_owned(), bytes: vec![1] }];
    for (key, days) in [("used", 40), ("recent", 29), ("old", 31)] {
        folder::write(&root, key, &copy()).unwrap();
        set_modified(&root.join(key).join("list"), NOW.0 - days * DAY);
        set_modified(&root.join(key), NOW.0 - days * DAY);
    }
    for (name, hours) in [(".new-a-1-1", 2), (".new-b-1-1", 0)] {
        fs::create_dir(root.join(name)).unwrap();
        set_modified(&root.join(name), NOW.0 - hours * 60 * 60 * 1000);
    }
    assert_eq!(folder::tidy(&root, &|key| key == "used", NOW.0).unwrap(), 1);
    let mut left: Vec<String> = fs::read_dir(&root)
        .unwrap()
        .map(|f| f.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, [".new-b-1-1", "recent", "used"]);
    // In use again a month later: whoever needs it says so every day.
    assert_eq!(folder::tidy(&root, &|_| false, NOW.0 + 29 * DAY).unwrap(), 1);
    assert!(root.join("used").exists() && !root.join("recent").exists());
    assert_eq!(folder::tidy(&root.join("nowhere"), &|_| false, NOW.0).unwrap(), 0);
}

#[tokio::test]
async fn the_background_makes_what_is_missing_and_goes_on_after_a_broken_one() {
    let place = Place::new();
    let content = Folder::valid();
    for (n, story) in ["sonntagsbroetchen", "drohne-aufmass"].iter().enumerate() {
        let name = format!("stories/{story}/foto.jpg");
        content.write(&name, fs::read(fixture(&format!("orientation-{}.jpg", n + 1))).unwrap());
    }
    let store = Store::open(content.path(), place.clock.now()).unwrap();
    let snapshot = store.snapshot();
    assert_eq!(snapshot.photos.len(), 2);
    // One of them changes before it is its turn.
    let other = fs::read(fixture("orientation-5.jpg")).unwrap();
    content.write("stories/drohne-aufmass/foto.jpg", other);
    assert!(place.pictures.pass(&snapshot).await);
    let whole = |photo: &Photo| folder::is_whole(&place.root(), &photo.key, &photo.names());
    let made =
        |story: &str| whole(&store.snapshot().photos[&format!("/media/stories/{story}/foto.jpg")]);
    assert!(made("sonntagsbroetchen") && !made("drohne-aufmass"));
    store.reload(Instant(2));
    assert!(place.pictures.pass(&store.snapshot()).await);
    assert!(made("sonntagsbroetchen") && made("drohne-aufmass"));
}
