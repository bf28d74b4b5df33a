use super::*;
use crate::testing::{Fixture, NOON};
use crate::transaction;
use domain::sample;

test_db!(every_place_has_exactly_one_desk_or_the_pool, |f: Fixture| async move {
    let b = f.backend.clone();
    let site = sample::site();
    let ids = |terms: &[domain::content::Term]| -> Vec<Option<String>> {
        terms.iter().map(|t| Some(t.id.clone())).chain([None]).collect()
    };
    let mut places = 0;
    for district in ids(&site.districts) {
        for sector in ids(&site.sectors) {
            let (district, sector) = (district.as_deref(), sector.as_deref());
            let placement =
                transaction!(b.db, |tx| place(tx, &site, district, sector, NOON.day()).await);
            let placement = placement.unwrap();
            // Nobody sits anywhere yet: the desk and the reason are there all the same.
            assert_eq!(placement.staff, None);
            assert_eq!(placement.desk.is_none(), placement.reason == Reason::Pool);
            places += 1;
        }
    }
    assert_eq!(places, 20);
});
