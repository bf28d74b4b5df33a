//! What the suites of faults share: figures for `docs/proof.md`, dice with a seed, and a clock to
//! measure with.

use std::fmt::Write as _;
use std::time::Instant;

/// Leaves a paragraph for `docs/proof.md` in a long run, and prints it in every run.
///
/// # Panics
/// If it cannot be written.
pub fn prove(name: &str, title: &str, figures: &[(&str, String)]) {
    let mut text = format!("## {title}\n\n");
    for (what, figure) in figures {
        let _ = writeln!(text, "- {what}: {figure}");
    }
    print!("{text}");
    let binary = std::env::var_os("WERKBANK_BIN").map(std::path::PathBuf::from);
    // target/debug/werkbank
    let target = binary.as_ref().and_then(|file| file.parent()?.parent());
    if let (true, Some(target)) = (crate::is_long(), target) {
        let folder = target.join("proof");
        std::fs::create_dir_all(&folder).expect("a folder for figures");
        std::fs::write(folder.join(format!("{name}.md")), text).expect("a file for figures");
    }
}

/// The present moment, to measure how long something took.
#[expect(clippy::disallowed_methods, reason = "measures the program from outside")]
pub fn now() -> Instant {
    Instant::now()
}

/// Numbers that look random. The seed is the clock's, or `WERKBANK_TEST_SEED` to repeat a run.
#[derive(Clone, Debug)]
pub struct Dice {
    /// What the numbers follow from.
    pub seed: u64,
    state: u64,
}

impl Dice {
    /// Dice that fall differently in every run, unless a seed is given.
    ///
    /// # Panics
    /// If the given seed is no number.
    #[expect(clippy::disallowed_methods, reason = "the seed is printed, and can be given instead")]
    pub fn new() -> Dice {
        let given = std::env::var("WERKBANK_TEST_SEED").ok();
        let seed = given.map_or_else(
            || {
                let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
                since.map_or(1, |since| u64::from(since.subsec_nanos()) ^ since.as_secs())
            },
            |seed| seed.parse().expect("WERKBANK_TEST_SEED is a number"),
        );
        Dice { seed, state: seed }
    }

    /// A number below `end` (splitmix64).
    pub fn below(&mut self, end: u64) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % end.max(1)
    }
}

impl Default for Dice {
    fn default() -> Dice {
        Dice::new()
    }
}
