//! Answers by link.

use super::*;
use crate::requests::own_record;

fn in_words(answer: Answer) -> Telling {
    let text = |text: &str| Some(Paragraph::parse(text).unwrap());
    Telling {
        answer,
        words: text("Wir sparen jeden Abend eine Stunde."),
        figures: text("900 Euro, zwei Tage."),
        may_tell: true,
    }
}

test_db!(an_answer_is_kept_counted_and_can_be_changed, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let meeting = booked(&office, &request.id, slot(2, 10)).await;
    let early = firm_tells(&office, &secret, &meeting.id, Stage::After, plain(Answer::NoUse)).await;
    assert_eq!(early, Some(Heard::TooLate), "the meeting is still to come");
    set(&office, slot(3, 10).start());
    let good = in_words(Answer::WorthIt);
    for _ in 0..3 {
        let heard = firm_tells(&office, &secret, &meeting.id, Stage::After, good.clone()).await;
        assert_eq!(heard, Some(Heard::Noted));
    }
    let told = |history: Vec<String>| history.iter().filter(|c| *c == "outcome_told").count();
    assert_eq!(told(office.history(&request.id).await), 1, "the same again changes nothing");
    assert_eq!(counted(&office).await, [("outcome_after_worth_it".to_owned(), 1)]);
    // Answered before anybody asked: nobody has to ask any more but the provider.
    assert_eq!(run(&office).await, 1);
    let page = firm_outcomes(&office.b, &secret).await.unwrap().unwrap();
    let kept = page.questions[0].told.clone().unwrap();
    assert_eq!(kept.words.as_deref(), Some("Wir sparen jeden Abend eine Stunde."));
    assert!(kept.may_tell && kept.figures.is_some());

    // Another day, another answer: what belonged to the good one goes.
    set(&office, slot(9, 10).start());
    firm_tells(&office, &secret, &meeting.id, Stage::After, in_words(Answer::NoUse)).await;
    assert_eq!(counted(&office).await, [("outcome_after_no_use".to_owned(), 1)]);
    let page = firm_outcomes(&office.b, &secret).await.unwrap().unwrap();
    let kept = page.questions[0].told.clone().unwrap();
    assert!(!kept.may_tell && kept.figures.is_none() && kept.words.is_some());
    assert_eq!(office.number("select count(*) from story_proposal").await, 0);

    // The next question ends this one.
    set(&office, Stage::Months3.due(slot(2, 10)));
    let late = firm_tells(&office, &secret, &meeting.id, Stage::After, plain(Answer::UnderWay));
    assert_eq!(late.await, Some(Heard::TooLate));
    firm_tells(&office, &secret, &meeting.id, Stage::Months3, plain(Answer::UnderWay)).await;
    let page = firm_outcomes(&office.b, &secret).await.unwrap().unwrap();
    assert_eq!((page.questions.len(), page.earlier.len()), (1, 1));

    let (_, record) = own_record(&office.b, &secret).await.unwrap().unwrap();
    assert_eq!(record["outcomes"][0]["answer"], "no_use");
    assert_eq!(record["outcomes"][0]["words"], "Wir sparen jeden Abend eine Stunde.");
    assert_eq!(record["outcomes"][1]["question"], "m3");
});

test_db!(a_provider_answers_once_and_the_firm_does_not_learn_it, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let meeting = booked(&office, &request.id, slot(2, 10)).await;
    set(&office, slot(3, 10).start());
    run(&office).await;
    let own = provider_link(&office).await;
    let question = provider_question(&office.b, &own).await.unwrap().unwrap();
    assert_eq!((question.stage, question.told), (Stage::After, None));
    let link = || Link::Provider(own.clone());
    let said = in_words(Answer::NoUse);
    let heard = tell(&office.b, link(), meeting.id.clone(), Stage::After, said).await.unwrap();
    assert_eq!(heard, Some(Heard::Noted));
    assert_eq!(counted(&office).await, [("outcome_provider_after_no_use".to_owned(), 1)]);
    let months = plain(Answer::WorthIt);
    let heard = tell(&office.b, link(), meeting.id.clone(), Stage::Months3, months).await.unwrap();
    assert_eq!(heard, Some(Heard::TooLate), "it is asked once");

    let page = firm_outcomes(&office.b, &secret).await.unwrap().unwrap();
    assert!(page.questions.iter().all(|question| question.told.is_none()));
    let (_, record) = own_record(&office.b, &secret).await.unwrap().unwrap();
    let text = record.to_string();
    assert!(!text.contains("no_use") && !text.contains("jeden Abend"), "{record:#}");
});

test_db!(a_link_speaks_for_its_own_meeting_alone, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let (other, other_secret) = office.confirmed(&[("email", "b@betrieb.example")]).await;
    let meeting = booked(&office, &request.id, slot(2, 10)).await;
    let foreign = booked(&office, &other.id, slot(2, 14)).await;
    set(&office, slot(3, 15).start());
    let nothing = "A".repeat(43);
    for (secret, meeting) in [
        (secret.as_str(), &foreign.id),
        (other_secret.as_str(), &meeting.id),
        (nothing.as_str(), &meeting.id),
        (secret.as_str(), &request.id),
    ] {
        let good = plain(Answer::WorthIt);
        assert_eq!(firm_tells(&office, secret, meeting, Stage::After, good).await, None);
    }
    // A provider's link is no firm's, nor the other way round.
    let provider = provider_link(&office).await;
    let good = plain(Answer::WorthIt);
    let told = firm_tells(&office, &provider, &meeting.id, Stage::After, good.clone()).await;
    assert_eq!(told, None);
    let link = Link::Provider(secret.clone());
    assert_eq!(tell(&office.b, link, meeting.id, Stage::After, good.clone()).await.unwrap(), None);
    assert_eq!(counted(&office).await, []);
    // Withdrawn, nobody says anything any more.
    crate::requests::withdraw(&office.b, &office.content, &other_secret).await.unwrap();
    let late = firm_tells(&office, &other_secret, &foreign.id, Stage::After, good).await;
    assert_eq!(late, Some(Heard::TooLate));
    let page = firm_outcomes(&office.b, &other_secret).await.unwrap().unwrap();
    assert!(page.questions.is_empty() && !page.is_asked_about);
});
