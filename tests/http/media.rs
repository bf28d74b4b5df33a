//! Pictures and films as browsers get them: copies without a trace of the original, parts of films,
//! and a program that stays small whatever somebody puts into the folder.

use crate::lifecycle::until;
use std::fs;
use std::path::{Path, PathBuf};
use tests::{Answer, Folder, Werkbank, copy, repository};

/// The repository's content in a folder of its own.
fn content() -> (Folder, PathBuf) {
    let folder = Folder::new();
    let content = folder.path().join("content");
    copy(&repository().join("content"), &content);
    (folder, content)
}

fn fixture(name: &str) -> Vec<u8> {
    let folder = "server/backend/src/pictures/tests/fixtures";
    fs::read(repository().join(folder).join(name)).unwrap()
}

/// Gives a story another picture.
fn give_picture(content: &Path, story: &str, name: &str, bytes: &[u8]) {
    let folder = content.join("stories").join(story);
    fs::write(folder.join(name), bytes).unwrap();
    let text = fs::read_to_string(folder.join("index.md")).unwrap();
    let (before, picture) = text.split_once("[picture]\nfile = \"").unwrap();
    let (_, after) = picture.split_once('"').unwrap();
    let text = format!("{before}[picture]\nfile = \"{name}\"{after}");
    fs::write(folder.join("index.md"), text).unwrap();
}

/// Every address of a copy that a page offers.
fn offered(page: &Answer, name: &str) -> Vec<String> {
    let text = page.text();
    let own = |part: &&str| part.starts_with("/media/") && part.contains(&format!("/{name}/"));
    let mut found: Vec<String> =
        text.split(['"', ' ', ',']).filter(own).map(str::to_owned).collect();
    found.sort();
    found.dedup();
    found
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|part| part == needle)
}

#[test]
fn only_bare_copies_of_a_photo_leave_the_server() {
    let (_own, content) = content();
    let photo = fixture("orientation-6.jpg");
    assert!(contains(&photo, b"Geheimkamera") && contains(&photo, b"Zuhause"));
    give_picture(&content, "sonntagsbroetchen", "IMG_1.jpg", &photo);
    let werkbank = Werkbank::builder().content(&content).start();
    let page = werkbank.get("/geschichten/sonntagsbroetchen");
    let copies = offered(&page, "IMG_1.jpg");
    assert_eq!(copies.len(), 2, "a WebP and a JPEG: {copies:?}");
    assert!(page.text().contains("width=\"48\" height=\"32\""), "upright");
    for address in &copies {
        let answer = werkbank.get(address);
        assert_eq!(answer.status, 200, "{address}");
        let mime = if address.contains(".webp?") { "image/webp" } else { "image/jpeg" };
        assert_eq!(answer.header("content-type"), Some(mime));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"));
        for secret in [&b"Exif"[..], b"GPS", b"Geheimkamera", b"Zuhause", b"xmpmeta"] {
            assert!(!contains(&answer.body, secret), "{address}");
        }
        // Known already, and without or with another version only until the next question.
        let tag = answer.header("etag").unwrap().to_owned();
        assert_eq!(werkbank.browser().with("if-none-match", &tag).get(address).status, 304);
        let (bare, _) = address.split_once('?').unwrap();
        for query in ["", "?v=00000000", "?v=", "?w=1"] {
            let answer = werkbank.get(&format!("{bare}{query}"));
            assert_eq!(answer.header("cache-control"), Some("no-cache"), "{query}");
        }
    }
    let base = "/media/stories/sonntagsbroetchen/IMG_1.jpg";
    for address in [
        base.to_owned(),
        format!("{base}/"),
        format!("{base}/49.webp"),
        format!("{base}/048.webp"),
        format!("{base}/48.png"),
        format!("{base}/48.webp/48.webp"),
        format!("{base}/list"),
        format!("{base}/../index.md"),
        format!("{base}/%2e%2e/index.md"),
        "/media/stories/sonntagsbroetchen/index.md".to_owned(),
        "/pictures/list".to_owned(),
    ] {
        assert_eq!(werkbank.get(&address).status, 404, "{address}");
    }
}

/// Pages say the same before and after the copies are made, because they are kept.
#[test]
fn a_page_does_not_wait_for_copies_and_copies_come_when_asked_for() {
    let (_own, content) = content();
    let werkbank = Werkbank::builder().content(&content).start();
    let before = werkbank.get("/geschichten").text();
    let pictures = werkbank.data.join("pictures");
    until("the copies", || werkbank.log().contains("copies made"));
    assert_eq!(werkbank.get("/geschichten").text(), before);
    let made: Vec<_> = fs::read_dir(&pictures).unwrap().map(|f| f.unwrap().path()).collect();
    assert!(made.len() >= 3, "{made:?}");

    // Gone, broken, or a full disk (a file where the folder should be): the page stays, and the
    // picture comes back by itself.
    let story = werkbank.get("/geschichten/drohne-aufmass");
    let address = offered(&story, "dach.jpg").pop().unwrap();
    for folder in &made {
        fs::remove_dir_all(folder).unwrap();
    }
    assert_eq!(werkbank.get(&address).status, 200);
    fs::remove_dir_all(&pictures).unwrap();
    fs::write(&pictures, "voll").unwrap();
    let other = offered(&werkbank.get("/geschichten"), "metall.jpg").pop().unwrap();
    let refused = werkbank.get(&other);
    assert_eq!((refused.status, refused.header("cache-control")), (503, Some("no-store")));
    assert!(refused.header("retry-after").is_some());
    assert_eq!(werkbank.get("/geschichten").text(), before);
    assert!(werkbank.log().contains("a picture cannot be stored"), "{}", werkbank.log());
    fs::remove_file(&pictures).unwrap();
    until("the picture", || werkbank.get(&other).status == 200);
}

/// Where an address is shared, the page is seen with a picture that everybody can show.
#[test]
fn a_shared_page_has_a_picture() {
    let werkbank = Werkbank::start();
    let meta = |page: &str, name: &str| {
        let (_, rest) = page.split_once(&format!("property=\"{name}\" content=\"")).unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    for (path, image, width, height) in [
        ("/geschichten/drohne-aufmass", "/dach.jpg/1280.jpg?v=", "1280", "800"),
        ("/geschichten/baustoffhaendler-chat", "/assets/icons/og.", "1200", "630"),
        ("/", "/assets/icons/og.", "1200", "630"),
        ("/en", "/assets/icons/og.", "1200", "630"),
    ] {
        let page = werkbank.get(path).text();
        let found = meta(&page, "og:image");
        assert!(found.contains(image), "{path}: {found}");
        assert_eq!(meta(&page, "og:image:width"), width, "{path}");
        assert_eq!(meta(&page, "og:image:height"), height, "{path}");
        assert!(meta(&page, "og:url").ends_with(path.trim_end_matches('/')), "{path}");
        assert_eq!(meta(&page, "og:locale"), if path == "/en" { "en_GB" } else { "de_DE" });
        for name in ["og:title", "og:description", "og:image:alt", "og:type"] {
            assert!(!meta(&page, name).is_empty(), "{path}: {name}");
        }
        let (_, address) = found.split_once("://").unwrap();
        let address = &address[address.find('/').unwrap()..];
        let answer = werkbank.get(address);
        assert_eq!(answer.status, 200, "{address}");
        assert!(matches!(answer.header("content-type"), Some("image/jpeg" | "image/png")));
    }
    for path in ["/kiosk", "/mitarbeit/anmelden", "/gibt-es-nicht"] {
        assert!(!werkbank.get(path).text().contains("og:"), "{path}");
    }
}

/// A JPEG of 40 million points, the most that is taken: the header of a small one with another
/// size, and every block empty. Nothing else is as large in memory.
fn largest() -> Vec<u8> {
    let small = fixture("orientation-1.jpg");
    let find = |marker: &[u8]| small.windows(2).position(|pair| pair == marker).unwrap();
    let scan = find(b"\xff\xda");
    let mut bytes = small[..scan + 2 + 12].to_vec();
    let frame = find(b"\xff\xc0");
    bytes[frame + 5..frame + 9].copy_from_slice(&[0x13, 0x88, 0x1f, 0x40]);
    // A block of each component: no difference, end of block, in the usual Huffman codes.
    let block = [0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let bits = (0..1000 * 625).flat_map(|_| block).collect::<Vec<u8>>();
    bytes.extend(bits.chunks(8).map(|bits| bits.iter().fold(0, |byte, bit| byte << 1 | bit)));
    bytes.extend(b"\xff\xd9");
    bytes
}

/// The most memory the program has used so far, in bytes.
fn peak(werkbank: &Werkbank) -> u64 {
    let pid = werkbank.pid().unwrap();
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() * 1024
}

#[test]
fn the_largest_picture_takes_less_than_a_quarter_of_a_gigabyte() {
    let (_own, content) = content();
    let small = Werkbank::builder().content(&content).start();
    let address = offered(&small.get("/geschichten"), "metall.jpg").pop().unwrap();
    assert_eq!(small.get(&address).status, 200);
    let usual = peak(&small);
    drop(small);
    give_picture(&content, "sonntagsbroetchen", "gross.jpg", &largest());
    let werkbank = Werkbank::builder().content(&content).start();
    let page = werkbank.get("/geschichten/sonntagsbroetchen");
    assert!(page.text().contains("width=\"8000\" height=\"5000\""));
    for address in offered(&page, "gross.jpg") {
        // On a busy machine it is not there before a request is given up.
        assert!((0..20).any(|_| werkbank.get(&address).status == 200), "{address}");
    }
    let more = peak(&werkbank).saturating_sub(usual);
    println!("{} MiB more than {} MiB", more >> 20, usual >> 20);
    assert!(more > 100 << 20, "the picture was decoded");
    assert!(more < 256 << 20, "{} MiB", more >> 20);

    // Bombs are refused before anybody decodes them; what was there stays.
    for (name, bytes) in
        [("bombe.png", fixture("bomb.png")), ("bewegt.webp", fixture("animated.webp"))]
    {
        fs::write(content.join("stories/sonntagsbroetchen").join(name), bytes).unwrap();
    }
    let output = Werkbank::builder().command("check-content").content(&content).run();
    assert!(!output.status.success());
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("bombe.png:1:1: Fehler: Das Bild hat zu viele Bildpunkte."), "{told}");
    assert!(told.contains("bewegt.webp:1:1: Fehler: Das Bild bewegt sich."), "{told}");
    assert!(peak(&werkbank).saturating_sub(usual) < 256 << 20);
    assert_eq!(werkbank.get("/geschichten/sonntagsbroetchen").status, 200);
}

/// A story with a film of a thousand and some bytes.
fn with_film() -> (Folder, Werkbank, Vec<u8>) {
    let (own, content) = content();
    let folder = content.join("stories/sonntagsbroetchen");
    let mut film = b"\0\0\0\x18ftypisom\0\0\0\0".to_vec();
    film.extend((0..200_000_u32).flat_map(u32::to_le_bytes));
    fs::write(folder.join("film.mp4"), &film).unwrap();
    fs::write(folder.join("film.vtt"), "WEBVTT\n\n00:01.000 --> 00:02.000\nGuten Morgen.\n")
        .unwrap();
    fs::write(folder.join("film.txt"), "Eine **Backstube** am Morgen.\n").unwrap();
    let text = fs::read_to_string(folder.join("index.md")).unwrap();
    let video = "[video]\nfile = \"film.mp4\"\nposter = \"baeckerei.svg\"\nduration = \"2:35\"\n\
                 credit = \"Niemand\"\ntitle = \"Ein Samstag\"\ncaptions = \"film.vtt\"\n\
                 transcript = \"film.txt\"\n\n[picture]\n";
    fs::write(folder.join("index.md"), text.replacen("[picture]\n", video, 1)).unwrap();
    let werkbank = Werkbank::builder().content(&content).start();
    (own, werkbank, film)
}

#[test]
fn a_player_gets_the_part_of_a_film_it_asks_for() {
    let (_own, werkbank, film) = with_film();
    let page = werkbank.get("/geschichten/sonntagsbroetchen").text();
    let address = page.split('"').find(|part| part.contains("/film.mp4?v=")).unwrap().to_owned();
    let whole = werkbank.get(&address);
    let tag = whole.header("etag").unwrap().to_owned();
    assert_eq!((whole.status, whole.header("content-type")), (200, Some("video/mp4")));
    assert_eq!(whole.header("accept-ranges"), Some("bytes"));
    assert_eq!(whole.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert!(whole.body == film);
    let (n, last) = (film.len(), film.len() - 1);
    for (range, status, first, end) in [
        ("bytes=0-0".to_owned(), 206, 0, 0),
        ("bytes=0-".to_owned(), 206, 0, last),
        ("bytes=100-199".to_owned(), 206, 100, 199),
        (format!("bytes={last}-"), 206, last, last),
        (format!("bytes=65000-{}", n + 5), 206, 65_000, last),
        ("bytes=-100".to_owned(), 206, n - 100, last),
        (format!("bytes=-{}", n * 2), 206, 0, last),
        (format!("bytes={n}-"), 416, 0, 0),
        ("bytes=-0".to_owned(), 416, 0, 0),
        ("bytes=9-1".to_owned(), 200, 0, last),
        ("bytes=0-1,4-5".to_owned(), 200, 0, last),
        ("lines=0-1".to_owned(), 200, 0, last),
    ] {
        let answer = werkbank.browser().with("range", &range).get(&address);
        assert_eq!(answer.status, status, "{range}");
        assert_eq!(answer.header("etag"), Some(tag.as_str()));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        match status {
            206 => {
                let part = format!("bytes {first}-{end}/{n}");
                assert_eq!(answer.header("content-range"), Some(part.as_str()), "{range}");
                assert!(answer.body == film[first..=end], "{range}");
            }
            416 => {
                let all = format!("bytes */{n}");
                assert_eq!(answer.header("content-range"), Some(all.as_str()));
                assert!(answer.body.is_empty());
            }
            _ => assert!(answer.body == film, "{range}"),
        }
        let length = answer.body.len().to_string();
        assert_eq!(answer.header("content-length"), Some(length.as_str()), "{range}");
    }
    let part = |name: &str, value: &str| {
        werkbank.browser().with("range", "bytes=0-9").with(name, value).get(&address).status
    };
    assert_eq!(part("if-range", &tag), 206);
    assert_eq!(part("if-range", "\"another\""), 200);
    assert_eq!(part("if-range", &format!("W/{tag}")), 200);
    assert_eq!(part("if-range", "Sun, 22 Nov 2026 10:00:00 GMT"), 200);
    assert_eq!(part("if-none-match", &tag), 304);
    let head = werkbank.browser().with("range", "bytes=0-9").send("HEAD", &address, &[], b"");
    assert_eq!((head.status, head.body.len()), (200, 0));
    let all = n.to_string();
    assert_eq!(head.header("content-length"), Some(all.as_str()));
}

#[test]
fn a_film_can_be_read_and_never_starts_by_itself() {
    let (_own, werkbank, _) = with_film();
    for path in ["/geschichten/sonntagsbroetchen", "/kiosk/geschichten/sonntagsbroetchen?teil=99"] {
        let page = werkbank.get(path).text();
        let Some((_, player)) = page.split_once("<video") else {
            assert!(path.contains("kiosk"), "{page}");
            continue;
        };
        let (player, after) = player.split_once("</video>").unwrap();
        for part in [
            " controls",
            "preload=\"none\"",
            "poster=\"/media/",
            "kind=\"captions\"",
            "srclang=\"de\"",
        ] {
            assert!(player.contains(part), "{part} is not in {player}");
        }
        assert!(!player.contains("autoplay"));
        assert!(after.contains("<details>") && after.contains("<strong>Backstube</strong>"));
    }
    // The last page of the story at the touchscreen.
    let kiosk = (1..12)
        .map(|n| werkbank.get(&format!("/kiosk/geschichten/sonntagsbroetchen?teil={n}")).text())
        .find(|page| page.contains("<video"))
        .unwrap();
    assert!(!kiosk.contains(" download"), "nothing is downloaded at the touchscreen");
    let captions = kiosk.split('"').find(|part| part.contains("/film.vtt?v=")).unwrap();
    let answer = werkbank.get(captions);
    assert_eq!(answer.header("content-type"), Some("text/vtt; charset=utf-8"));
    assert_eq!(werkbank.get("/media/stories/sonntagsbroetchen/film.txt").status, 404);
}

/// Sign language may be taken along (duties of the operator), but not from the touchscreen.
#[test]
fn a_page_in_sign_language_can_be_downloaded_on_the_web_only() {
    let (_own, content) = content();
    let folder = content.join("pages/kennenlernen");
    let film = [&b"\0\0\0\x18ftypisom\0\0\0\0"[..], &vec![0; 1_240_000]].concat();
    fs::write(folder.join("dgs.mp4"), film).unwrap();
    fs::write(folder.join("dgs.jpg"), fixture("orientation-1.jpg")).unwrap();
    let text = fs::read_to_string(folder.join("index.md")).unwrap();
    let table = "\n[dgs]\nfile = \"dgs.mp4\"\nposter = \"dgs.jpg\"\nduration = \"1:40\"\n+++\n";
    fs::write(folder.join("index.md"), text.replacen("\n+++\n", table, 1)).unwrap();
    let werkbank = Werkbank::builder().content(&content).start();
    let web = werkbank.get("/kennenlernen").text();
    assert!(web.contains("Video herunterladen (MP4, 1,3 MB, 1:40 Minuten)"), "{web}");
    assert!(web.contains("poster=\"/media/pages/kennenlernen/dgs.jpg/48.jpg?v="), "{web}");
    assert!(werkbank.get("/en/kennenlernen").text().contains("(MP4, 1.3 MB, 1:40 minutes)"));
    let kiosk = werkbank.get("/kiosk/kennenlernen").text();
    assert!(!kiosk.contains(" download"), "{kiosk}");
}

/// What is only found by decoding is found before it is published.
#[test]
fn checking_the_content_decodes_every_photo() {
    let (_own, content) = content();
    let whole = fixture("orientation-6.png");
    // Every chunk is there, but what the first holds is no longer packed data.
    let data = whole.windows(4).position(|name| name == b"IDAT").unwrap();
    let mut broken = whole;
    broken[data + 4] ^= 0xff;
    give_picture(&content, "sonntagsbroetchen", "kaputt.png", &broken);
    let output = Werkbank::builder().command("check-content").content(&content).run();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success(), "{told}");
    assert!(told.contains("kaputt.png: Fehler: Das Bild ist beschädigt"), "{told}");
    assert!(Werkbank::builder().command("check-content").run().status.success());
}
