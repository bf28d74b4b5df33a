//! What lies on the table, and what does not.

use super::*;
use crate::requests::tests::office::refusal;
use crate::testing::Fixture;
use domain::request::ReleaseField;

async fn read(
    office: &Office,
    who: &Id,
    meeting: &Meeting,
    copy: SheetCopy,
) -> crate::Result<Sheet> {
    let viewer = office.viewer(who);
    sheet(&office.b, &viewer, &meeting.request, &meeting.id, copy).await
}

test_db!(a_sheet_says_what_was_released_to_those_at_the_table, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let new = NewMeeting { agreed: true, ..introduction(&office, &[slot(2, 10, 0)]) };
    let meeting = proposed(&office, &request.id, new).await;
    let katrin = &office.katrin;
    let table = read(&office, katrin, &meeting, SheetCopy::Table).await.unwrap();
    assert_eq!(table.slot, slot(2, 10, 0));
    let known = &table.firms[0];
    assert_eq!((&known.firm, &known.person, &known.message), (&None, &None, &None));
    assert!(!known.goals.is_empty() && known.contact.is_empty() && known.reference.is_none());
    let (b, content) = (&office.b, &office.content);
    let fields = [ReleaseField::Name, ReleaseField::Phone];
    crate::requests::release(b, content, &secret, "demir-digital", &fields).await.unwrap();
    let table = read(&office, katrin, &meeting, SheetCopy::Table).await.unwrap();
    let known = &table.firms[0];
    assert_eq!(known.person.as_deref(), Some("Martina Hoffmeister"));
    assert_eq!((&known.message, known.contact.len()), (&None, 0), "a number is not for the table");
    let team = read(&office, katrin, &meeting, SheetCopy::Team).await.unwrap();
    assert!(team.firms[0].message.is_some() && team.firms[0].contact.len() == 2);
    assert_eq!(team.firms[0].reference, Some(request.reference));

    // Advice is between the firm and us.
    let new = NewMeeting { agreed: true, ..advice(&office.jens, &[slot(3, 10, 0)]) };
    let own = proposed(&office, &request.id, new).await;
    let table = read(&office, katrin, &own, SheetCopy::Table).await.unwrap();
    assert!(table.firms[0].message.is_some() && table.firms[0].contact.is_empty());
});

test_db!(a_joint_sheet_names_no_firm_to_another, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (first, _) = office.confirmed(&[("email", "a@b.example")]).await;
    let (second, _) = office.confirmed(&[("district", "eving"), ("email", "c@d.example")]).await;
    let (third, _) = firm(&office, 3).await;
    let others = vec![second.id.clone(), third.id.clone()];
    let kind = MeetingKind::Joint;
    let new = NewMeeting { kind, others, agreed: true, ..advice(&office.jens, &[slot(2, 10, 0)]) };
    let meeting = proposed(&office, &first.id, new).await;
    let table = read(&office, &office.katrin, &meeting, SheetCopy::Table).await.unwrap();
    assert_eq!((table.firms, table.reference), (vec![SheetFirm::default(); 3], None));
    let team = read(&office, &office.katrin, &meeting, SheetCopy::Team).await.unwrap();
    assert!(team.firms.iter().all(|firm| firm.person.is_some()));
    // Jens may not see the request from Eving, and his copy does not name it, either.
    let jens = read(&office, &office.jens, &meeting, SheetCopy::Team).await.unwrap();
    let hidden: Vec<&SheetFirm> = jens.firms.iter().filter(|firm| firm.person.is_none()).collect();
    assert_eq!(hidden.len(), 1);
    assert_eq!(hidden[0].reference, Some(second.reference));
    assert_eq!((&hidden[0].firm, hidden[0].goals.len()), (&None, 0));
});

test_db!(there_is_a_sheet_only_for_what_takes_place, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    let meeting = proposed(&office, &request.id, introduction(&office, &offered)).await;
    let copy = SheetCopy::Table;
    assert_eq!(refusal(read(&office, &office.katrin, &meeting, copy).await), "not_found");
    let edit = meeting_edit(&office, &meeting.id).await;
    move_to(&office.b, &office.content, edit, offered[0].start()).await.unwrap();
    assert!(read(&office, &office.katrin, &meeting, copy).await.is_ok());
    assert_eq!(refusal(read(&office, &office.samuel, &meeting, copy).await), "not_found");
    let (other, _) = firm(&office, 1).await;
    let wrong = Meeting { request: other.id, ..meeting.clone() };
    assert_eq!(refusal(read(&office, &office.katrin, &wrong, copy).await), "not_found");
    let edit = meeting_edit(&office, &meeting.id).await;
    call_off(&office.b, &office.content, By::Staff(edit), None).await.unwrap();
    assert_eq!(refusal(read(&office, &office.katrin, &meeting, copy).await), "not_found");
});
