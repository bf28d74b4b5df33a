//! wrk on core 1, and what it prints.

use super::werkbank::CLIENT_CORE;
use crate::Result;
use crate::run;
use std::process::Command;

/// Connections that ask at the same time.
const CONNECTIONS: &str = "32";

/// What one run of wrk found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Load {
    /// Answers a second.
    pub rate: f64,
    /// The time 99 of 100 answers keep below, in milliseconds.
    pub p99: f64,
}

/// Loads an address for some seconds.
pub fn load(url: &str, coding: &str, seconds: u32) -> Result<Load> {
    let mut wrk = Command::new("taskset");
    wrk.args([
        "-c",
        CLIENT_CORE,
        "wrk",
        "-t",
        "1",
        "-c",
        CONNECTIONS,
        "-d",
        &format!("{seconds}s"),
    ]);
    wrk.args(["--latency", "-H", &format!("Accept-Encoding: {coding}"), url]);
    let said = run::output(&mut wrk)?;
    parse(&said).ok_or(format!("wrk did not measure {url}:\n{said}"))
}

/// Nothing, if there was an answer that was not a good one.
fn parse(said: &str) -> Option<Load> {
    let after =
        |name: &str| said.lines().find_map(|line| line.trim().strip_prefix(name)).map(str::trim);
    if said.contains("Non-2xx") || said.contains("Socket errors") {
        return None;
    }
    let p99 = after("99%")?;
    let (number, unit) = p99.split_at(p99.find(|c: char| c.is_alphabetic())?);
    let unit = match unit {
        "us" => 0.001,
        "ms" => 1.0,
        "s" => 1000.0,
        _ => return None,
    };
    Some(Load {
        rate: after("Requests/sec:")?.parse().ok()?,
        p99: number.parse::<f64>().ok()? * unit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_and_tail_are_read_and_errors_are_no_measurement() {
        let said = "  Latency Distribution\n     50%  532.00us\n     99%    1.29ms\n  \
                    590000 requests in 10.00s, 9.10GB read\nRequests/sec:  58989.31\n";
        assert_eq!(parse(said), Some(Load { rate: 58989.31, p99: 1.29 }));
        assert_eq!(parse(&format!("{said}  Non-2xx or 3xx responses: 3\n")), None);
        assert_eq!(parse("Requests/sec: 12"), None);
    }
}
