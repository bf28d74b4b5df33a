//! Folders, names, links between files.

use super::folder::{DRAWING, Folder};
use std::fs;
use std::os::unix::fs::symlink;

fn only(folder: &Folder) -> String {
    let problems = folder.problems();
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems[0].clone()
}

#[test]
fn names_that_are_no_address_are_refused() {
    for (dir, message) in [
        ("stories/Groß", "„Groß“ ist kein Ordnername"),
        ("stories/ab", "„ab“ ist kein Ordnername"),
        ("stories/Demir-Digital", "„Demir-Digital“ ist kein Ordnername"),
        ("providers/reihenfolge", "„reihenfolge“ ist für Seiten des Programms vergeben."),
        ("stories/leer-und-ohne", "Die Datei fehlt."),
        ("storys/x-y-z", "Diesen Ordner kennt das Programm nicht. Meinten Sie „stories“?"),
    ] {
        let folder = Folder::valid();
        fs::create_dir_all(folder.path().join(dir)).unwrap();
        assert!(only(&folder).contains(message), "{dir}: {}", only(&folder));
    }
}

#[test]
fn files_that_are_not_content_are_told() {
    for (file, message) in [
        ("stories/lose.md", "Hier liegt eine Datei."),
        ("stories/sonntagsbroetchen/fr.md", "Diese Datei wird nicht gelesen."),
        (
            "stories/sonntagsbroetchen/index.MD.md",
            "Diese Datei wird nicht gelesen. Meinten Sie „index.md“?",
        ),
        ("stories/sonntagsbroetchen/bilder/a.svg", "Das ist keine Datei."),
        ("stories/sonntagsbroetchen/BILD.svg", "unterscheiden sich nur in der Schreibung."),
        ("stories/sonntagsbroetchen/büro.svg", "Der Dateiname ergibt keine gute Adresse."),
        ("stories/sonntagsbroetchen/foto.png", "Die Datei ist kein vollständiges PNG-Bild."),
        ("stories/sonntagsbroetchen/notiz.txt", "Diese Datei wird nicht benutzt."),
    ] {
        let folder = Folder::valid();
        folder.write(file, DRAWING);
        assert!(only(&folder).contains(message), "{file}: {}", only(&folder));
    }
    let folder = Folder::valid();
    for file in [".gitkeep", "stories/.DS_Store", "stories/sonntagsbroetchen/index.md~", "LICENSE"]
    {
        folder.write(file, "x");
    }
    assert_eq!(folder.problems(), [""; 0]);
}

#[test]
fn links_leave_the_folder_nowhere() {
    let outside = Folder::empty();
    outside.write("geheim.svg", DRAWING);
    outside.write("entry/index.md", "+++\n+++\n");
    for (target, name, refused) in [
        (outside.path().join("geheim.svg"), "stories/sonntagsbroetchen/foto.svg", true),
        (outside.path().join("entry"), "stories/neu-und-fremd", true),
        (outside.path().to_owned(), "trends/alles", true),
        ("/dev/zero".into(), "stories/sonntagsbroetchen/foto.svg", true),
        ("/nirgendwo".into(), "stories/sonntagsbroetchen/foto.svg", true),
        ("../drohne-aufmass/bild.svg".into(), "stories/sonntagsbroetchen/foto.svg", false),
    ] {
        let folder = Folder::valid();
        symlink(&target, folder.path().join(name)).unwrap();
        assert_eq!(folder.load().content.is_none(), refused, "{target:?}");
        if refused {
            assert!(only(&folder).starts_with(name), "{}", only(&folder));
        }
    }
}

#[test]
fn a_pipe_does_not_stop_the_loader() {
    let folder = Folder::valid();
    let path = folder.path().join("stories/sonntagsbroetchen/foto.svg");
    assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
    assert!(only(&folder).contains("Das ist keine Datei."));
}

#[test]
fn a_former_name_belongs_to_one_entry() {
    let former = |folder: &Folder, id: &str, name: &str| {
        let file = format!("stories/{id}/index.md");
        folder.replace(&file, "example = true", &format!("example = true\nformer = [\"{name}\"]"));
    };
    let folder = Folder::valid();
    former(&folder, "sonntagsbroetchen", "brezeln");
    assert_eq!(folder.problems(), [""; 0]);
    let content = folder.load().content.unwrap();
    let moved = content.moved(domain::content::Kind::Story, "brezeln").unwrap();
    assert_eq!(moved.as_str(), "sonntagsbroetchen");

    former(&folder, "drohne-aufmass", "brezeln");
    assert_eq!(folder.problems().len(), 2);

    let folder = Folder::valid();
    former(&folder, "sonntagsbroetchen", "drohne-aufmass");
    assert!(only(&folder).contains("diesen Ordner gibt es"));
}

#[test]
fn a_folder_that_is_not_there_or_empty_is_a_problem_not_a_panic() {
    let folder = Folder::empty();
    assert!(only(&folder).contains("Es gibt keinen Standort."));
    folder.remove("");
    let problems = folder.problems();
    assert!(problems.iter().any(|p| p.contains("Das gibt es nicht.")), "{problems:?}");
}

#[test]
fn the_version_is_a_function_of_names_and_bytes() {
    let (a, b) = (Folder::valid(), Folder::valid());
    let version = |folder: &Folder| folder.load().content.unwrap().version;
    let first = version(&a);
    assert_eq!(first.len(), 16);
    assert_eq!(first, version(&b));
    b.write("README.md", "Ein anderer Vertrag");
    assert_eq!(first, version(&b), "what is not content does not count");
    b.replace("stories/drohne-aufmass/bild.svg", "400", "401");
    assert_ne!(first, version(&b));
}

#[test]
fn media_are_read_only_while_they_are_what_was_loaded() {
    let folder = Folder::valid();
    let loaded = folder.load();
    let media = &loaded.media["/media/stories/drohne-aufmass/bild.svg"];
    assert_eq!(media.mime, "image/svg+xml");
    assert_eq!(media.read().unwrap(), DRAWING.as_bytes());
    assert_eq!(media.len, DRAWING.len() as u64);
    folder.replace("stories/drohne-aufmass/bild.svg", "400", "401");
    assert_eq!(media.read().unwrap_err().kind(), std::io::ErrorKind::InvalidData);
}
