//! Whose request it is, as far as limits are concerned: an address, or for IPv6 the network of 64
//! bits that one customer has. It is kept in memory for minutes and never written.

use crate::config::Network;
use governor::clock::{Clock, DefaultClock};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};
use http::HeaderMap;
use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::time::Duration;

/// An IPv4 address or an IPv6 network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Origin(IpAddr);

impl Origin {
    /// The origin of a request from `peer`. `X-Forwarded-For` counts only if the peer is one of
    /// our proxies, and then from the right: everything left of our proxies was written by the
    /// client and may be a lie.
    pub fn of(peer: IpAddr, headers: &HeaderMap, proxies: &[Network]) -> Origin {
        let trusted = |ip: IpAddr| proxies.iter().any(|proxy| proxy.contains(ip));
        let mut ip = peer.to_canonical();
        if trusted(ip) {
            let hops: Vec<&str> = headers
                .get_all("x-forwarded-for")
                .iter()
                .filter_map(|value| value.to_str().ok())
                .flat_map(|value| value.split(','))
                .map(str::trim)
                .collect();
            for hop in hops.into_iter().rev() {
                match hop.parse::<IpAddr>() {
                    Ok(hop) => ip = hop.to_canonical(),
                    Err(_) => break,
                }
                if !trusted(ip) {
                    break;
                }
            }
        }
        Origin(match ip {
            IpAddr::V4(_) => ip,
            IpAddr::V6(ip) => IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() >> 64 << 64)),
        })
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Counts forms by origin: so many at once, then one every two seconds.
pub struct FormLimit<C: Clock = DefaultClock> {
    limiter: RateLimiter<Origin, DefaultKeyedStateStore<Origin>, C, NoOpMiddleware<C::Instant>>,
}

impl FormLimit {
    /// A limit of `at_once` forms, on the computer's clock.
    pub fn new(at_once: NonZeroU32) -> FormLimit {
        FormLimit::with_clock(at_once, DefaultClock::default())
    }
}

impl<C: Clock> FormLimit<C> {
    fn with_clock(at_once: NonZeroU32, clock: C) -> FormLimit<C> {
        // A period of zero alone would give no quota.
        let quota = Quota::with_period(Duration::from_secs(2))
            .unwrap_or(Quota::per_second(NonZeroU32::MIN))
            .allow_burst(at_once);
        FormLimit { limiter: RateLimiter::new(quota, DefaultKeyedStateStore::default(), clock) }
    }

    /// Whether one more form from here is too many.
    pub fn is_exceeded(&self, origin: Origin) -> bool {
        self.limiter.check_key(&origin).is_err()
    }

    /// Forgets origins that have been quiet; called now and then so that memory stays flat.
    pub fn forget_quiet(&self) {
        self.limiter.retain_recent();
        self.limiter.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use governor::clock::FakeRelativeClock;

    fn origin(peer: &str, forwarded: &[&str]) -> String {
        let proxies = ["10.0.0.0/8".parse().unwrap(), "::1".parse().unwrap()];
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        Origin::of(peer.parse().unwrap(), &headers, &proxies).to_string()
    }

    #[test]
    fn only_our_own_proxies_are_believed_and_from_the_right() {
        assert_eq!(origin("203.0.113.9", &["1.1.1.1"]), "203.0.113.9");
        assert_eq!(origin("10.0.0.1", &["1.1.1.1, 198.51.100.7"]), "198.51.100.7");
        assert_eq!(origin("10.0.0.1", &["1.1.1.1", "198.51.100.7, 10.2.2.2"]), "198.51.100.7");
        assert_eq!(origin("10.0.0.1", &["1.1.1.1, unsinn"]), "10.0.0.1");
        assert_eq!(origin("::1", &["2001:db8:1:2:3:4:5:6"]), "2001:db8:1:2::");
        assert_eq!(origin("::ffff:203.0.113.9", &[]), "203.0.113.9");
    }

    #[test]
    fn thirty_forms_at_once_then_one_every_two_seconds() {
        let clock = FakeRelativeClock::default();
        let limit = FormLimit::with_clock(NonZeroU32::new(30).unwrap(), clock.clone());
        let here = Origin("203.0.113.9".parse().unwrap());
        let there = Origin("203.0.113.10".parse().unwrap());
        assert_eq!((0..40).filter(|_| !limit.is_exceeded(here)).count(), 30);
        assert!(!limit.is_exceeded(there));
        clock.advance(Duration::from_secs(2));
        assert!(!limit.is_exceeded(here));
        assert!(limit.is_exceeded(here));
    }
}
