//! Films: no example has one, so these give one to a story and to the pages.

use super::values;
use crate::testing::{examples, html_with};
use domain::content::{Content, Film, Html, PictureSource, Poster, Video, VideoText};
use std::sync::Arc;

const STORY: &str = "baustoffhaendler-chat";

fn film() -> Film {
    let source = PictureSource::Drawing("/media/stories/x/poster.svg?v=1".to_owned());
    Film {
        src: "/media/stories/x/film.mp4?v=1".to_owned(),
        mime: "video/mp4",
        bytes: 5_000_000,
        seconds: 155,
        poster: Some(Poster { source, width: 1280, height: 720 }),
    }
}

fn words(title: &str, lang: &str) -> VideoText {
    VideoText {
        title: title.to_owned(),
        captions: format!("/media/stories/x/film.{lang}.vtt?v=1"),
        transcript: Html::sanitised(format!("<p>{title}, alles zu lesen</p>")),
    }
}

/// The examples with a film beside one story, translated or not.
fn with_film(is_translated: bool) -> Arc<Content> {
    let mut content = Content::clone(&examples());
    let story = content.stories.get_mut(STORY).unwrap();
    story.video = Some(Video { film: film(), credit: "Foto Werk".to_owned() });
    story.text.de.video = Some(words("Der Chat im Film", "de"));
    let english = story.text.en.as_mut().unwrap();
    english.video = is_translated.then(|| words("The chat on film", "en"));
    Arc::new(content)
}

/// The `<section>` of the film and, in it, the tag of the player.
async fn film_on(address: &str, content: &Arc<Content>) -> (String, String) {
    let html = html_with(address, content).await;
    assert_eq!(html.matches("<video").count(), 1, "{address}");
    let section = html.split("class=\"film").nth(1).unwrap();
    let section = section.split("</section>").next().unwrap().to_owned();
    let player = section.split("<video").nth(1).unwrap().split('>').next().unwrap().to_owned();
    (section, player)
}

/// On the touchscreen the film is the story's last page.
async fn on_kiosk(prefix: &str, content: &Arc<Content>) -> String {
    let first = format!("{prefix}/geschichten/{STORY}");
    let html = html_with(&first, content).await;
    let pages = values(&html, "href");
    let pages = pages.iter().filter_map(|href| href.split_once("?teil=")).map(|(_, n)| n);
    format!("{first}?teil={}", pages.max_by_key(|n| n.parse::<u32>().unwrap_or(0)).unwrap())
}

#[tokio::test]
async fn a_film_waits_to_be_started_and_can_be_read_instead() {
    let content = with_film(true);
    let mut addresses = vec![format!("/geschichten/{STORY}"), format!("/ls/geschichten/{STORY}")];
    addresses.push(on_kiosk("/kiosk", &content).await);
    for address in &addresses {
        let (section, player) = film_on(address, &content).await;
        assert!(player.contains(" controls") && player.contains(" playsinline"), "{player}");
        assert!(!player.contains("autoplay") && !player.contains("loop"), "{player}");
        // Nobody pays for a film they do not watch.
        assert_eq!(values(&player, "preload"), ["none"], "{address}");
        assert_eq!(values(&player, "poster"), ["/media/stories/x/poster.svg?v=1"]);
        assert_eq!(
            (values(&player, "width"), values(&player, "height")),
            (vec!["1280"], vec!["720"])
        );
        assert_eq!(values(&player, "aria-label"), ["Der Chat im Film"]);
        let source = section.split("<source").nth(1).unwrap();
        assert_eq!(values(source, "type")[0], "video/mp4");
        let tracks: Vec<&str> =
            section.split("<track").skip(1).filter_map(|tag| tag.split('>').next()).collect();
        let told = tracks.iter().map(|tag| (values(tag, "srclang"), values(tag, "label")));
        assert_eq!(
            told.collect::<Vec<_>>(),
            [(vec!["de"], vec!["Deutsch"]), (vec!["en"], vec!["Englisch"])]
        );
        assert!(tracks.iter().all(|tag| values(tag, "kind") == ["captions"]), "{tracks:?}");
        let on: Vec<bool> = tracks.iter().map(|tag| tag.contains(" default")).collect();
        assert_eq!(on, [true, false], "{address}");
        assert!(section.contains("<p>Der Chat im Film, alles zu lesen</p>"), "{address}");
        assert!(section.contains("2:35 Minuten. Foto Werk"), "{address}");
    }
}

#[tokio::test]
async fn an_untranslated_film_says_in_which_language_it_is() {
    for (is_translated, title, lang, on) in [
        (true, "The chat on film", None, [false, true].as_slice()),
        (false, "Der Chat im Film", Some("de"), &[true]),
    ] {
        let content = with_film(is_translated);
        for address in [format!("/en/geschichten/{STORY}"), on_kiosk("/kiosk/en", &content).await] {
            let (section, _) = film_on(&address, &content).await;
            let heading = section.split("<h2").nth(1).unwrap().split("</h2>").next().unwrap();
            assert!(heading.ends_with(title), "{address}: {heading}");
            assert_eq!(values(heading, "lang").first().copied(), lang, "{address}");
            let tracks = section.split("<track").skip(1);
            let shown: Vec<bool> =
                tracks.map(|tag| tag.split('>').next().unwrap().contains(" default")).collect();
            assert_eq!(shown, on, "{address}");
        }
    }
}

#[tokio::test]
async fn every_page_of_text_can_be_in_sign_language() {
    let mut content = Content::clone(&examples());
    content.pages.values_mut().for_each(|page| page.sign_language = Some(film()));
    let content = Arc::new(content);
    let mut seen = 0;
    // The home page in Leichte Sprache is no page of its own.
    for id in content.pages.keys().filter(|id| id.as_str() != "start") {
        for prefix in ["", "/en", "/ls", "/kiosk"] {
            let address = format!("{prefix}/{id}");
            let (section, player) = film_on(&address, &content).await;
            assert_eq!(values(&player, "preload"), ["none"], "{address}");
            // The touchscreen has nowhere to put a file.
            assert_eq!(section.contains("download"), prefix != "/kiosk", "{address}");
            seen += 1;
        }
    }
    assert!(seen >= 20, "only {seen} pages");
}
