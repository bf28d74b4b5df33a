//! What is looked at is counted, whether a page was rendered or came out of the cache.

use tests::{Database, Office, Werkbank};

#[test]
fn each_look_at_the_wall_lists_every_provider_on_it_once() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let wall = werkbank.get("/anbieter");
        let today = wall.text().matches("class=\"hanging-card\"").count();
        assert!(today > 10, "only {today} cards");
        let tag = wall.header("etag").unwrap_or_default().to_owned();
        // From the cache, and unchanged in the browser's own.
        assert_eq!(werkbank.get("/anbieter").status, 200);
        assert_eq!(werkbank.browser().with("if-none-match", &tag).get("/anbieter").status, 304);
        // Fetched ahead, asked about, or filtered: not looked at, or only in part.
        for header in ["sec-purpose", "purpose", "x-moz"] {
            for page in ["/anbieter", "/geschichten", "/geschichten/baustoffhaendler-chat"] {
                assert_eq!(werkbank.browser().with(header, "prefetch").get(page).status, 200);
            }
        }
        let head = werkbank.raw(b"HEAD /anbieter HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assert!(head.starts_with(b"HTTP/1.1 200"), "{name}");
        assert_eq!(werkbank.get("/geschichten/baustoffhaendler-chat").status, 200);
        assert_eq!(werkbank.get("/kiosk/geschichten/baustoffhaendler-chat").status, 200);
        assert_eq!(werkbank.get("/geschichten/gibt-es-nicht").status, 404);
        // Whatever was not written yet is written at the end.
        assert!(werkbank.stop().success(), "{name}");

        let cards = i64::try_from(today).unwrap();
        for (sql, wanted) in [
            (
                "select count(*) from counts where kind = 'impression' and surface = 'web' and n = 3",
                cards,
            ),
            ("select count(*) from counts where kind = 'impression'", cards),
            ("select n from counts where kind = 'wall_view' and key = 'all'", 3),
            ("select count(*) from counts where kind = 'stories_view'", 0),
            ("select count(*) from counts where kind = 'story_view'", 2),
            ("select n from counts where kind = 'story_view' and surface = 'web'", 1),
            (
                "select n from counts where kind = 'story_view' and surface = 'kiosk' and key = 'baustoffhaendler-chat'",
                1,
            ),
        ] {
            assert_eq!(office.number(sql), wanted, "{name}: {sql}");
        }
    }
}
