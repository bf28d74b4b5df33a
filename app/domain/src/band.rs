//! Bands: how large a firm is, what something costs, how much own time it takes. Published
//! bands never move, so that figures of different years stay comparable.

/// Defines an enum of published codes with `ALL`, `CODES`, `code` and `parse`.
#[macro_export]
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// Every code, in order.
            pub const CODES: &[&str] = &[$($code),+];

            /// The code used in files, forms, columns and addresses.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            /// The value with this code.
            pub fn parse(code: &str) -> Option<$name> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

codes! {
    /// People working in a firm.
    FirmSize {
        /// The owner alone.
        Solo = "solo",
        /// 1 to 9.
        Micro = "1-9",
        /// 10 to 49.
        Small = "10-49",
        /// 50 to 249.
        Medium = "50-249",
        /// 250 and more.
        Large = "250+",
    }
}

codes! {
    /// One-off cost in whole euros.
    OnceBand {
        /// Nothing.
        Free = "0",
        /// Under 1,000.
        Under1000 = "u1000",
        /// 1,000 up to 5,000.
        To5000 = "1000-5000",
        /// Over 5,000 up to 15,000.
        To15000 = "5000-15000",
        /// Over 15,000 up to 50,000.
        To50000 = "15000-50000",
        /// Over 50,000.
        Over50000 = "o50000",
    }
}

impl OnceBand {
    /// The band of an amount in whole euros.
    pub const fn of(euros: u32) -> OnceBand {
        match euros {
            0 => OnceBand::Free,
            1..=999 => OnceBand::Under1000,
            1_000..=5_000 => OnceBand::To5000,
            5_001..=15_000 => OnceBand::To15000,
            15_001..=50_000 => OnceBand::To50000,
            _ => OnceBand::Over50000,
        }
    }
}

codes! {
    /// Running cost in whole euros a month.
    MonthlyBand {
        /// Nothing.
        Free = "0",
        /// Under 50.
        Under50 = "u50",
        /// 50 up to 200.
        To200 = "50-200",
        /// Over 200 up to 1,000.
        To1000 = "200-1000",
        /// Over 1,000.
        Over1000 = "o1000",
    }
}

impl MonthlyBand {
    /// The band of an amount in whole euros a month.
    pub const fn of(euros: u32) -> MonthlyBand {
        match euros {
            0 => MonthlyBand::Free,
            1..=49 => MonthlyBand::Under50,
            50..=200 => MonthlyBand::To200,
            201..=1_000 => MonthlyBand::To1000,
            _ => MonthlyBand::Over1000,
        }
    }
}

codes! {
    /// Working time the firm itself put in.
    OwnTime {
        /// Less than a day.
        UnderADay = "under-a-day",
        /// Some days.
        Days = "days",
        /// Some weeks.
        Weeks = "weeks",
        /// Some months.
        Months = "months",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_meet_without_gap_or_overlap() {
        for (euros, band) in [
            (0, OnceBand::Free),
            (999, OnceBand::Under1000),
            (1_000, OnceBand::To5000),
            (5_000, OnceBand::To5000),
            (5_001, OnceBand::To15000),
            (15_000, OnceBand::To15000),
            (50_000, OnceBand::To50000),
            (50_001, OnceBand::Over50000),
        ] {
            assert_eq!(OnceBand::of(euros), band, "{euros}");
        }
        assert_eq!(MonthlyBand::of(49), MonthlyBand::Under50);
        assert_eq!(MonthlyBand::of(200), MonthlyBand::To200);
    }

    #[test]
    fn codes_round_trip() {
        for &size in FirmSize::ALL {
            assert_eq!(FirmSize::parse(size.code()), Some(size));
        }
    }
}
