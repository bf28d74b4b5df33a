//! The public address, and networks of proxies.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

/// The address people reach the Werkbank at: scheme, host, port, nothing else. Every link in a
/// mail or QR code begins with it, whatever the `Host` header of a request says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    text: String,
    loopback: bool,
}

impl PublicUrl {
    /// The address of a server that only this computer reaches, or of no server at all if
    /// `address` is not loopback: then a public address must be configured.
    pub fn local(address: SocketAddr) -> Result<PublicUrl, String> {
        format!("http://{address}").parse()
    }

    /// `https://werkbank.example`, without a slash at the end.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether only this computer reaches it.
    pub fn is_loopback(&self) -> bool {
        self.loopback
    }
}

impl FromStr for PublicUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<PublicUrl, String> {
        let text = text.trim_end_matches('/');
        let expected = "expected an address such as https://werkbank.example";
        let uri = text.parse::<http::Uri>().map_err(|_| expected.to_owned())?;
        let https = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(expected.to_owned()),
        };
        let authority = uri.authority().ok_or(expected)?;
        if authority.as_str().contains('@') || !matches!(uri.path(), "" | "/") {
            return Err(format!("{expected}, without name, path or query"));
        }
        if uri.query().is_some() || text.contains('#') {
            return Err(format!("{expected}, without name, path or query"));
        }
        let host = authority.host().trim_matches(['[', ']']);
        let loopback = host.eq_ignore_ascii_case("localhost")
            || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
        if !https && !loopback {
            return Err(format!(
                "{text} must begin with https://, because people type personal data there; plain \
                 http is only allowed for 127.0.0.1 and localhost"
            ));
        }
        Ok(PublicUrl { text: text.to_ascii_lowercase(), loopback })
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A range of addresses: `10.0.0.0/8`, `::1`, `fd00::/8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

impl Network {
    /// Whether `ip` lies in the range; an IPv4 address inside IPv6 counts as IPv4.
    pub fn contains(self, ip: IpAddr) -> bool {
        match (self.address, ip.to_canonical()) {
            (IpAddr::V4(net), IpAddr::V4(ip)) => {
                let shift = 32 - u32::from(self.bits);
                shift == 32 || (net.to_bits() >> shift) == (ip.to_bits() >> shift)
            }
            (IpAddr::V6(net), IpAddr::V6(ip)) => {
                let shift = 128 - u32::from(self.bits);
                shift == 128 || (net.to_bits() >> shift) == (ip.to_bits() >> shift)
            }
            _ => false,
        }
    }
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Network, String> {
        let wrong = || format!("`{text}` is no address or network such as 10.0.0.0/8");
        let (address, bits) = text.split_once('/').map_or((text, None), |(a, b)| (a, Some(b)));
        let address: IpAddr = address.trim().parse().map_err(|_| wrong())?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = match bits {
            None => most,
            Some(bits) => bits.trim().parse().ok().filter(|n| *n <= most).ok_or_else(wrong)?,
        };
        Ok(Network { address, bits })
    }
}

impl<'de> serde::Deserialize<'de> for Network {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Network, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loopback_may_do_without_https() {
        for good in
            ["http://127.0.0.1:3000", "http://localhost", "http://[::1]:80", "https://w.de/"]
        {
            assert!(good.parse::<PublicUrl>().is_ok(), "{good}");
        }
        for bad in [
            "http://werkbank.example",
            "http://0.0.0.0:3000",
            "http://192.168.1.2",
            "http://127.0.0.1.example",
            "https://w.de/pfad",
            "https://w.de?x=1",
            "https://name:wort@w.de",
            "ftp://w.de",
            "w.de",
            "",
        ] {
            assert!(bad.parse::<PublicUrl>().is_err(), "{bad}");
        }
        let url: PublicUrl = "https://Werkbank.Example/".parse().unwrap();
        assert_eq!(url.as_str(), "https://werkbank.example");
        assert!(!url.is_loopback());
    }

    #[test]
    fn networks_contain_their_addresses_only() {
        let net: Network = "10.1.0.0/16".parse().unwrap();
        assert!(net.contains("10.1.255.1".parse().unwrap()));
        assert!(net.contains("::ffff:10.1.2.3".parse().unwrap()));
        assert!(!net.contains("10.2.0.1".parse().unwrap()));
        assert!(!net.contains("::1".parse().unwrap()));
        let all: Network = "0.0.0.0/0".parse().unwrap();
        assert!(all.contains("203.0.113.9".parse().unwrap()));
        let one: Network = "fd00::7".parse().unwrap();
        assert!(one.contains("fd00::7".parse().unwrap()));
        assert!(!one.contains("fd00::8".parse().unwrap()));
        for bad in ["10.0.0.0/33", "10.0.0", "::/129", "host"] {
            assert!(bad.parse::<Network>().is_err(), "{bad}");
        }
    }
}
