//! How the program starts, refuses to start, and ends.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::Output;
use std::time::{Duration, Instant};
use tests::{Database, Folder, Werkbank, copy, program, repository};

fn said(output: &Output) -> String {
    assert!(!output.status.success(), "it was expected to fail");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn healthcheck(werkbank: &Werkbank) -> bool {
    program()
        .arg("healthcheck")
        .arg("--data")
        .arg(&werkbank.data)
        .output()
        .unwrap()
        .status
        .success()
}

#[expect(clippy::disallowed_methods, reason = "measures the program from outside")]
fn now() -> Instant {
    Instant::now()
}

#[test]
fn it_starts_answers_and_ends_on_both_databases() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        assert_eq!(werkbank.get("/healthz").text(), "{\"status\":\"ok\"}", "{name}");
        assert!(healthcheck(&werkbank), "{name}");
        let address = werkbank.address;
        assert!(werkbank.stop().success(), "{name}");
        assert!(TcpStream::connect(address).is_err(), "{name}");
    }
}

#[test]
fn a_stopped_server_is_not_healthy() {
    let folder = Folder::new();
    let werkbank = Werkbank::builder().data(folder.path()).start();
    let listen = format!("--listen={}", werkbank.address);
    werkbank.stop();
    let asked = program().args(["healthcheck", &listen, "--data"]).arg(folder.path()).output();
    assert!(said(&asked.unwrap()).contains("no server"));
}

#[test]
fn requests_in_flight_are_answered_before_it_ends() {
    let werkbank = Werkbank::start();
    // Half a form is on its way.
    let mut stream = TcpStream::connect(werkbank.address).unwrap();
    let head = "POST /mitarbeit/anmelden HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 20\r\nexpect: 100-continue\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    // The server asks for the body only once it is reading it: now the request is in flight.
    let mut go_on = [0; 25];
    stream.read_exact(&mut go_on).unwrap();
    assert!(go_on.starts_with(b"HTTP/1.1 100"), "{}", String::from_utf8_lossy(&go_on));
    let began = now();
    werkbank.terminate();
    // It no longer takes new connections …
    while TcpStream::connect(werkbank.address).is_ok() {
        assert!(began.elapsed() < Duration::from_mins(1), "it still listens");
    }
    // … but answers this one.
    stream.write_all(b"email=a%40b&code=123").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
    assert!(answer.ends_with("</html>\n"));
    assert!(werkbank.stop().success());
}

#[test]
fn a_request_that_never_ends_does_not_hold_it() {
    let werkbank = Werkbank::start();
    let mut stream = TcpStream::connect(werkbank.address).unwrap();
    let head = "POST /mitarbeit/anmelden HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 20\r\nexpect: 100-continue\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    let mut go_on = [0; 25];
    stream.read_exact(&mut go_on).unwrap();
    let began = now();
    assert!(werkbank.stop().success());
    // Ten seconds, and a generous rest for a busy machine.
    assert!(began.elapsed() < Duration::from_secs(30), "{:?}", began.elapsed());
}

#[test]
fn one_server_a_database_file_and_commands_beside_it() {
    let folder = Folder::new();
    let first = Werkbank::builder().data(folder.path()).start();
    let second = said(&Werkbank::builder().data(folder.path()).run());
    assert!(second.contains("another server already runs"), "{second}");
    let migrate = Werkbank::builder().command("migrate").data(folder.path()).run();
    assert!(migrate.status.success(), "{}", String::from_utf8_lossy(&migrate.stderr));
    // A killed one leaves no lock behind.
    first.kill();
    assert_eq!(Werkbank::builder().data(folder.path()).start().get("/healthz").status, 200);
}

#[test]
fn two_servers_share_postgres() {
    let database = Database::postgres();
    let one = Werkbank::builder().database(&database).start();
    let two = Werkbank::builder().database(&database).start();
    assert_eq!((one.get("/healthz").status, two.get("/healthz").status), (200, 200));
}

#[test]
fn it_refuses_what_the_operator_did_not_mean() {
    let start = |arg: &str| said(&Werkbank::builder().arg(arg).run());
    assert!(start("--public-url=http://werkbank.example").contains("https://"));
    assert!(start("--public-url=https://werkbank.example").contains("invented examples"));
    assert!(start("--listen=0.0.0.0:0").contains("public_url"));
    assert!(start("--database=mysql://db").contains("postgres://"));

    let misspelt = Werkbank::builder().env("WERKBANK_DATABSE", "x").run();
    assert!(said(&misspelt).contains("Did you mean WERKBANK_DATABASE?"));

    let folder = Folder::new();
    let file = folder.path().join("werkbank.toml");
    std::fs::write(&file, "lissten = \"127.0.0.1:0\"").unwrap();
    let misspelt = Werkbank::builder().arg("--config").arg(&file).run();
    assert!(said(&misspelt).contains("Did you mean `listen`?"));
}

#[test]
fn passwords_are_never_logged() {
    let unreachable = "postgres://werkbank:streng-geheim@127.0.0.1:9/werkbank";
    let output = Werkbank::builder().env("WERKBANK_DATABASE", unreachable).run();
    let said = said(&output);
    assert!(said.contains("postgres://[hidden]@127.0.0.1:9"), "{said}");
    assert!(!said.contains("streng-geheim"), "{said}");
}

#[test]
fn content_that_changes_on_disk_appears_without_a_restart() {
    let folder = Folder::new();
    copy(&repository().join("content"), folder.path());
    let werkbank = Werkbank::builder().content(folder.path()).start();
    let story = folder.path().join("stories/baustoffhaendler-chat/index.md");
    let before = std::fs::read_to_string(&story).unwrap();
    let title = "Der Baustoffhändler, der keinen Onlineshop baute";
    assert!(werkbank.get("/geschichten").text().contains(title));

    let changed = before.replace(title, "Der Händler und der Chat");
    assert_ne!(changed, before);
    std::fs::write(&story, &changed).unwrap();
    until("the new title", || {
        werkbank.get("/geschichten").text().contains("Der Händler und der Chat")
    });

    // A broken file keeps the last good version.
    std::fs::write(&story, changed.replacen("title =", "titel =", 1)).unwrap();
    until("the refusal in the log", || werkbank.log().contains("Refused"));
    assert!(werkbank.get("/geschichten").text().contains("Der Händler und der Chat"));
}

/// Asks again and again; a second is the aim, a minute the limit on a busy machine.
pub fn until(what: &str, mut done: impl FnMut() -> bool) {
    let began = now();
    while !done() {
        assert!(began.elapsed() < Duration::from_mins(1), "waited in vain for {what}");
    }
    println!("{what}: {:?}", began.elapsed());
}
