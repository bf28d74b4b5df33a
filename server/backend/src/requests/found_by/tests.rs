use super::super::tests::office::Office;
use super::*;
use crate::testing::Fixture;

fn reference() -> Reference {
    Reference::parse("7F3K-92QX").unwrap()
}

#[test]
fn a_number_is_the_same_however_it_is_written() {
    for typed in ["0231 / 50-123", "+49 231 50123", "0049 (0)231 50123", "(0231) 50123"] {
        assert_eq!(national(typed).as_deref(), Some("23150123"), "{typed}");
    }
    assert_eq!(national("50123").as_deref(), Some("50123"));
    // A local number that begins like the country is a local number.
    assert_eq!(national("49231").as_deref(), Some("49231"));
    assert_eq!(national("12"), None);
    assert_eq!(national("000000"), None);
}

#[test]
fn what_is_typed_becomes_parts_without_signs() {
    assert_eq!(parts("7f3k 92qx"), ["7f3k92qx"]);
    assert_eq!(parts("Müller & Söhne"), ["muller", "sohne"]);
    assert_eq!(parts("Mueller"), ["muller"]);
    assert_eq!(parts("a.kaya@betrieb.de"), ["a", "kaya", "betrieb", "de"]);
    assert_eq!(parts("a b c d e f").len(), MOST_WORDS);
    for nothing in ["", "  ", "%", "_", "12", "–"] {
        assert!(parts(nothing).is_empty(), "{nothing:?}");
    }
    assert!(parts(&"ö".repeat(5000)).concat().len() <= LONGEST_QUESTION);
    let texts = [Some("Bäckerei Şahin"), Some("Ayşe Şahin"), None];
    let words = words(reference(), texts, Some("+49 231 50123"));
    assert_eq!(words, "backerei sahin ayse sahin 7f3k92qx 23150123");
}

test_db!(a_request_is_found_by_what_people_say, |f: Fixture| async move {
    let office = Office::open(f).await;
    let changes = [
        ("firm", "Müller & Söhne 100 %"),
        ("person", "Ayşe Groß"),
        ("email", "a.gross@mueller.example"),
        ("phone", "+49 231 5012345"),
    ];
    let (request, _) = office.confirmed(&changes).await;
    office.submit(&[]).await;
    let site = office.content.site().unwrap();
    let viewer = office.viewer(&office.katrin);
    let find = async |typed: &str| {
        let rows = search(&office.b, site, &viewer, typed, 0).await.unwrap();
        rows.into_iter().map(|row| row.request.id).collect::<Vec<_>>()
    };
    for typed in [
        "mueller",
        "MÜLLER söhne",
        "Gross",
        "groß ayse",
        "a.gross@mueller.example",
        "0231 501",
        "5012345",
        &request.reference.to_string(),
        &request.reference.to_string().to_lowercase().replace('-', " "),
    ] {
        assert_eq!(find(typed).await, std::slice::from_ref(&request.id), "{typed}");
    }
    for typed in ["", "%", "_", "müller schmidt", "9999", "\\", "' or 1=1 xyzzy --"] {
        assert!(find(typed).await.is_empty(), "{typed:?}");
    }
    // Not to be seen is not to be found.
    let stranger = office.viewer(&office.samuel);
    let rows = search(&office.b, site, &stranger, "mueller", 0).await.unwrap();
    assert!(rows.is_empty());
    // Rows from before are filled in by the jobs.
    office.run_sql("update request set found_by = ''").await;
    assert!(find("mueller").await.is_empty());
    office.tick_on_day(0).await;
    assert_eq!(find("mueller").await, std::slice::from_ref(&request.id));
});
