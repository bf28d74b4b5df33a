//! Too much, too slow, too often.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};
use tests::{Werkbank, is_long};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const SIGN_IN: &str = "/mitarbeit/anmelden";

#[expect(clippy::disallowed_methods, reason = "measures the program from outside")]
fn now() -> Instant {
    Instant::now()
}

#[test]
fn a_form_that_is_too_large_is_refused_before_it_has_arrived() {
    let werkbank = Werkbank::start();
    let began = now();
    // Only announced: the answer comes before a byte of it.
    let request = format!(
        "POST {SIGN_IN} HTTP/1.1\r\nhost: x\r\ncontent-type: {}\r\ncontent-length: 65537\r\n\r\n",
        FORM.1
    );
    let mut stream = TcpStream::connect(werkbank.address).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut start = [0; 12];
    stream.read_exact(&mut start).unwrap();
    assert_eq!(&start, b"HTTP/1.1 413");
    // The document allows one second; ten times that on a busy machine.
    assert!(began.elapsed() < Duration::from_secs(10));

    // As a stream without length.
    let mut request = format!(
        "POST {SIGN_IN} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: {}\r\ntransfer-encoding: chunked\r\n\r\n",
        FORM.1
    )
    .into_bytes();
    for _ in 0..80 {
        request.extend_from_slice(b"400\r\n");
        request.extend_from_slice(&[b'a'; 1024]);
        request.extend_from_slice(b"\r\n");
    }
    request.extend_from_slice(b"0\r\n\r\n");
    assert!(werkbank.raw(&request).starts_with(b"HTTP/1.1 413"));

    let largest = format!("email={}", "a".repeat(64 * 1024 - 6));
    assert_eq!(werkbank.browser().send("POST", SIGN_IN, &[FORM], largest.as_bytes()).status, 422);
}

#[test]
fn what_is_no_form_is_refused() {
    let werkbank = Werkbank::start();
    let many = "a=1&".repeat(10_000);
    let long_name = format!("{}=1", "n".repeat(60_000));
    for (headers, body, status) in [
        (vec![FORM], many.as_bytes(), 400),
        (vec![FORM], b"email=%FF".as_slice(), 400),
        (vec![FORM], b"email=%C0%80", 400),
        (vec![FORM], b"email=\xff", 400),
        (vec![FORM], long_name.as_bytes(), 422),
        (vec![FORM, ("content-encoding", "gzip")], b"\x1f\x8b", 400),
        (vec![("content-type", "multipart/form-data; boundary=x")], b"--x--", 400),
        (vec![("content-type", "application/json")], b"{}", 400),
        (vec![], b"email=a", 400),
    ] {
        let answer = werkbank.browser().send("POST", SIGN_IN, &headers, body);
        assert_eq!(answer.status, status, "{headers:?} {:?}", body.get(..20));
        assert!(answer.text().starts_with("<!DOCTYPE html>"));
    }
}

#[test]
fn one_network_cannot_flood_the_forms() {
    let werkbank = Werkbank::builder().arg("--form-limit=5").start();
    let statuses: Vec<u16> =
        (0..8).map(|_| werkbank.browser().post("/mitarbeit/abmelden", &[]).status).collect();
    assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 5, "{statuses:?}");
    let refused = werkbank.browser().post("/mitarbeit/abmelden", &[]);
    assert_eq!(refused.status, 429);
    assert!(refused.header("retry-after").is_some());
    // A header that anybody can write does not make somebody else of them.
    let liar =
        werkbank.browser().with("x-forwarded-for", "203.0.113.9").post("/mitarbeit/abmelden", &[]);
    assert_eq!(liar.status, 429);
    // Reading goes on.
    assert_eq!(werkbank.get("/geschichten").status, 200);
}

#[test]
fn behind_a_proxy_that_is_known_each_visitor_counts_alone() {
    let werkbank =
        Werkbank::builder().arg("--form-limit=1").arg("--trusted-proxies=127.0.0.1").start();
    let send = |forwarded: &str| {
        werkbank
            .browser()
            .with("x-forwarded-for", forwarded)
            .post("/mitarbeit/abmelden", &[])
            .status
    };
    assert_eq!(send("203.0.113.9"), 303);
    assert_eq!(send("203.0.113.9"), 429);
    assert_eq!(send("198.51.100.1, 203.0.113.9"), 429);
    assert_eq!(send("203.0.113.10"), 303);
}

#[test]
fn slow_and_idle_connections_do_not_slow_others() {
    let werkbank = Werkbank::start();
    let (count, rounds) = if is_long() { (1000, 500) } else { (200, 100) };
    let mut slow = Vec::new();
    let mut idle = Vec::new();
    for _ in 0..count {
        let mut stream = TcpStream::connect(werkbank.address).unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\nx-slow: ").unwrap();
        slow.push(stream);
        idle.push(TcpStream::connect(werkbank.address).unwrap());
    }
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let began = now();
            assert_eq!(werkbank.get("/").status, 200);
            began.elapsed()
        })
        .collect();
    times.sort();
    let p99 = times[times.len() * 99 / 100];
    println!("{count} slow and {count} idle connections: p99 {p99:?}");
    assert!(p99 < Duration::from_secs(5), "p99 {p99:?}");
    // All of them are cut: ten seconds, and a generous rest for a busy machine.
    let began = now();
    for mut stream in slow.into_iter().chain(idle) {
        stream.set_read_timeout(Some(Duration::from_mins(1))).unwrap();
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest);
        assert!(began.elapsed() < Duration::from_secs(50), "a connection stayed open");
    }
}
