//! What the desk makes of answers, and what is left when the request is gone.

use super::*;
use crate::requests::tests::office::refusal;
use crate::retention;

fn words(text: &str) -> Paragraph<400> {
    Paragraph::parse(text).unwrap()
}

/// The requests of these lines.
fn of(lines: &[Line]) -> Vec<&Id> {
    lines.iter().map(|line| &line.request).collect()
}

test_db!(good_answers_are_stories_and_bad_ones_lessons, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (b, jens) = (&office.b, office.viewer(&office.jens));
    let (good, good_secret) = office.confirmed(&[]).await;
    let (bad, bad_secret) = office.confirmed(&[("email", "b@betrieb.example")]).await;
    let meetings =
        [booked(&office, &good.id, slot(2, 10)).await, booked(&office, &bad.id, slot(2, 14)).await];
    let early = decide_story(b, &jens, &good.id, ProposalState::Taken).await;
    assert_eq!(refusal(early), "no_proposal");
    assert_eq!(
        refusal(write_lesson(b, &jens, &bad.id, Some(words("Zu früh."))).await),
        "no_answer"
    );
    set(&office, slot(3, 15).start());
    let (yes, no) = (plain(Answer::WorthIt), plain(Answer::NoUse));
    firm_tells(&office, &good_secret, &meetings[0].id, Stage::After, yes.clone()).await;
    firm_tells(&office, &bad_secret, &meetings[1].id, Stage::After, no).await;

    let found = overview(b, &jens).await.unwrap();
    assert_eq!(of(&found.stories), [&good.id]);
    assert_eq!(of(&found.to_learn), [&bad.id]);
    assert_eq!(found.lines.len(), 2);

    // A second good answer is no second proposal; a decision stays when the answer changes.
    set(&office, Stage::Months3.due(slot(2, 10)));
    firm_tells(&office, &good_secret, &meetings[0].id, Stage::Months3, yes).await;
    for _ in 0..2 {
        decide_story(b, &jens, &good.id, ProposalState::Taken).await.unwrap();
    }
    let history = office.history(&good.id).await;
    assert_eq!(history.iter().filter(|code| *code == "story_decided").count(), 1);
    let found = overview(b, &jens).await.unwrap();
    assert_eq!(of(&found.stories), [&good.id]);
    decide_story(b, &jens, &good.id, ProposalState::Aside).await.unwrap();
    assert!(overview(b, &jens).await.unwrap().stories.is_empty());

    write_lesson(b, &jens, &bad.id, Some(words("Erst fragen, was schon da ist."))).await.unwrap();
    write_lesson(b, &jens, &bad.id, Some(words("Vorher fragen, was schon da ist."))).await.unwrap();
    let found = overview(b, &jens).await.unwrap();
    assert!(found.to_learn.is_empty());
    let lessons: Vec<&str> = found.lessons.iter().map(|lesson| lesson.words.as_str()).collect();
    assert_eq!(lessons, ["Vorher fragen, was schon da ist."]);
    write_lesson(b, &jens, &bad.id, None).await.unwrap();
    assert_eq!(of(&overview(b, &jens).await.unwrap().to_learn), [&bad.id]);
});

test_db!(advisers_see_their_own_and_coordinators_all, |f: Fixture| async move {
    let office = Office::open(f).await;
    let b = &office.b;
    let (request, secret) = office.confirmed(&[]).await;
    let meeting = booked(&office, &request.id, slot(2, 10)).await;
    set(&office, slot(3, 10).start());
    firm_tells(&office, &secret, &meeting.id, Stage::After, plain(Answer::WorthIt)).await;
    let jens = office.viewer(&office.jens);
    write_lesson(b, &jens, &request.id, Some(words("Klein anfangen."))).await.unwrap();
    for (staff, lines) in [(&office.jens, 1), (&office.katrin, 1), (&office.samuel, 0)] {
        let viewer = office.viewer(staff);
        let found = overview(b, &viewer).await.unwrap();
        assert_eq!((found.lines.len(), found.stories.len()), (lines, lines));
        assert_eq!(found.lessons.len(), 1, "lessons name nobody");
        let sees = lines == 1;
        assert_eq!(of_request(b, &viewer, &request.id).await.is_ok(), sees);
        assert_eq!(draft(b, &office.content, &viewer, &request.id).await.is_ok(), sees);
    }
    let samuel = office.viewer(&office.samuel);
    let decided = decide_story(b, &samuel, &request.id, ProposalState::Aside).await;
    assert_eq!(refusal(decided), "not_found");
    assert_eq!(refusal(write_lesson(b, &samuel, &request.id, None).await), "not_found");
    let elsewhere = Viewer { site: "hagen".into(), ..office.viewer(&office.katrin) };
    assert!(overview(b, &elsewhere).await.unwrap().lessons.is_empty());
});

test_db!(a_lesson_outlives_the_words_of_the_firm, |f: Fixture| async move {
    let office = Office::open(f).await;
    let b = &office.b;
    let (request, secret) = office.confirmed(&[]).await;
    let meeting = booked(&office, &request.id, slot(2, 10)).await;
    set(&office, slot(3, 10).start());
    let said = Telling {
        words: Some(Paragraph::parse("Der Lindwurm war zu teuer.").unwrap()),
        ..plain(Answer::WorthIt)
    };
    firm_tells(&office, &secret, &meeting.id, Stage::After, said).await;
    let jens = office.viewer(&office.jens);
    write_lesson(b, &jens, &request.id, Some(words("Klein anfangen."))).await.unwrap();
    crate::requests::withdraw(b, &office.content, &secret).await.unwrap();
    set(&office, slot(28, 12).start());
    retention::daily(b, &office.content).await.unwrap().unwrap();
    assert!(office.request(&request.id).await.is_none());
    for table in ["meeting_outcome", "story_proposal"] {
        assert_eq!(office.number_of(format!("select count(*) from {table}")).await, 0, "{table}");
    }
    let left = overview(b, &office.viewer(&office.katrin)).await.unwrap();
    assert_eq!(left.lessons.len(), 1);
    let lesson = &left.lessons[0];
    assert_eq!((&lesson.request, lesson.words.as_str()), (&None, "Klein anfangen."));
    assert_eq!(counted(&office).await, [("outcome_after_worth_it".to_owned(), 1)]);
    remove_lesson(b, "hagen", &lesson.id).await.unwrap();
    assert_eq!(office.number("select count(*) from lesson").await, 1, "of another site");
    remove_lesson(b, "dortmund", &lesson.id).await.unwrap();
    assert_eq!(office.number("select count(*) from lesson").await, 0);
});
