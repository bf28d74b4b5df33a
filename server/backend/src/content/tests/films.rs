//! Films, captions and transcripts; and pictures nobody can show.

use super::folder::{CAPTIONS, FILM, Folder};
use domain::Lang;

const STORY: &str = "stories/sonntagsbroetchen";

#[test]
fn a_story_has_its_film_with_captions_and_something_to_read() {
    let folder = Folder::valid();
    let loaded = folder.load();
    let content = loaded.content.unwrap();
    let story = &content.stories["sonntagsbroetchen"];
    let video = story.video.as_ref().unwrap();
    assert_eq!((video.film.mime, video.film.bytes, video.film.seconds), ("video/mp4", 16, 155));
    assert!(video.film.src.starts_with("/media/stories/sonntagsbroetchen/film.mp4?v="));
    assert_eq!(video.film.poster.as_ref().unwrap().width, 400);
    let words = story.text.text(Lang::De).video.as_ref().unwrap();
    assert_eq!(words.transcript.as_str(), "<p>Eine Frau öffnet die Tür.</p>\n");
    assert!(words.captions.starts_with("/media/stories/sonntagsbroetchen/film.de.vtt?v="));
    assert!(loaded.media["/media/stories/sonntagsbroetchen/film.mp4"].is_streamed());
    assert!(!loaded.media.keys().any(|address| address.contains(".txt")), "transcripts are text");
    assert_eq!(content.pages["impressum"].sign_language.as_ref().unwrap().seconds, 100);
}

/// Most stories have none.
#[test]
fn the_table_may_be_left_out() {
    let folder = Folder::valid();
    let text = folder.read(&format!("{STORY}/index.md"));
    let (before, rest) = text.split_once("[video]").unwrap();
    let (_, after) = rest.split_once("[picture]").unwrap();
    folder.write(&format!("{STORY}/index.md"), format!("{before}[picture]{after}"));
    let loaded = folder.load();
    assert!(loaded.content.unwrap().stories["sonntagsbroetchen"].video.is_none());
    // What lies there all the same is told.
    assert_eq!(loaded.problems.len(), 3);
    assert!(loaded.problems.iter().all(|problem| problem.message.contains("nicht benutzt")));
}

#[test]
fn films_and_captions_that_cannot_be_played_are_refused() {
    for (file, bytes, told) in [
        ("film.mp4", &b"<html>"[..], "kein Video des Formats"),
        ("film.mp4", b"\x1a\x45\xdf\xa3 a WebM", "kein Video des Formats"),
        ("film.mp4", b"", "kein Video des Formats"),
        ("film.de.vtt", b"1\n00:00:01,000 --> 00:00:02,000\nx\n", "nicht „WEBVTT“"),
        ("film.de.vtt", b"WEBVTT\n\n00:02.000 --> 00:01.000\nx\n", "endet, bevor er anfängt"),
        ("film.de.vtt", b"\xff\xfe", "nicht in UTF-8"),
        ("film.de.txt", b"  \n", "Die Datei ist leer."),
        ("foto.heic", b"\0\0\0\x18ftypheic", "Maximale Kompatibilität"),
        ("foto.jpg", b"\0\0\0\x18ftypheic\0\0\0\0", "Maximale Kompatibilität"),
        ("foto.gif", b"GIF89a", "GIF-Bilder werden nicht gezeigt"),
    ] {
        let folder = Folder::valid();
        folder.write(&format!("{STORY}/{file}"), bytes);
        let problems = folder.problems();
        assert_eq!(problems.len(), 1, "{file}: {problems:#?}");
        assert!(problems[0].starts_with(&format!("{STORY}/{file}:")), "{problems:?}");
        assert!(problems[0].contains(told), "{told} is not in {problems:?}");
    }
    let folder = Folder::valid();
    let line = CAPTIONS.replace("00:02.500", "00:00.500");
    folder.write(&format!("{STORY}/film.de.vtt"), line);
    assert!(folder.problems()[0].starts_with(&format!("{STORY}/film.de.vtt:3:1 ")));
}

/// A film is read through again only when it changed, and then the version changes with it.
#[test]
fn another_film_is_another_version() {
    let folder = Folder::valid();
    let first = folder.load();
    let film = format!("{STORY}/film.mp4");
    folder.write(&film, [FILM, b"more"].concat());
    let second = folder.load();
    assert_ne!(first.version, second.version);
    let address = format!("/media/{film}");
    assert!(first.media[&address].open().is_err(), "not the film that was loaded");
    assert!(second.media[&address].open().is_ok());
}

#[test]
fn a_photo_of_a_camera_is_upright_and_is_not_sent_itself() {
    let folder = Folder::valid();
    let photo = include_bytes!("../../pictures/tests/fixtures/orientation-6.jpg");
    folder.write(&format!("{STORY}/IMG_0815.JPG"), photo);
    folder.replace(&format!("{STORY}/index.md"), "file = \"bild.svg\"", "file = \"IMG_0815.JPG\"");
    let loaded = folder.load();
    let content = loaded.content.unwrap();
    let picture = &content.stories["sonntagsbroetchen"].picture;
    assert_eq!((picture.width, picture.height), (48, 32));
    let address = format!("/media/{STORY}/IMG_0815.JPG");
    assert!(loaded.photos.contains_key(&address) && !loaded.media.contains_key(&address));
    // Printing colours are shown, and somebody is told.
    let cmyk = include_bytes!("../../pictures/tests/fixtures/cmyk.jpg");
    folder.write(&format!("{STORY}/IMG_0815.JPG"), cmyk);
    let loaded = folder.load();
    assert!(loaded.content.is_some());
    assert!(loaded.problems[0].message.contains("CMYK") && !loaded.problems[0].is_error());
}
