//! A kept page beside nginx, which serves the same bytes from a file it holds open.

use super::nginx::Nginx;
use super::statistics::{median, spread};
use super::werkbank::{self, Werkbank, own_content};
use super::wrk::{self, Load};
use crate::http::Answer;
use crate::run::{self, run, say};
use crate::{Result, files};
use std::path::PathBuf;
use std::process::Command;

/// What a browser on a phone sends.
const CODING: &str = "gzip, deflate, br";
const SECONDS: u32 = 10;
const PAIRS: usize = 9;
/// Requests whose instructions are counted.
const COUNTED: u64 = 10_000;

fn folder() -> PathBuf {
    run::target().join("bench/nginx")
}

/// Measures and describes.
pub fn part() -> Result<String> {
    let content = own_content();
    let stories = files::below(&content.join("stories"))?;
    let story = stories.first().and_then(|path| path.iter().next()).ok_or("there is no story")?;
    let story = format!("/geschichten/{}", story.to_string_lossy());
    let mut text = format!(
        "## Beside nginx\n\nnginx serves the same body with the same headers: one worker, no access \
         log, `open_file_cache`, `sendfile`, kept connections (the configuration is \
         `target/bench/nginx/nginx.conf`). The Werkbank counts every page it sends, nginx does not. \
         {PAIRS} pairs of {SECONDS} s by turns, 32 connections: `wrk -t 1 -c 32 -d {SECONDS}s \
         --latency -H 'Accept-Encoding: {CODING}'`. Medians, quartiles in brackets.\n\n\
         | Page | Body | Werkbank/s | nginx/s | Ratio | p99 Werkbank | p99 nginx |\n\
         |---|---|---|---|---|---|---|\n"
    );
    text += &row(&story)?;
    text += "\nInstructions for one request, counted by callgrind over ";
    text += &format!("{COUNTED} requests on one connection (without the kernel):\n\n");
    text += "| Page | Werkbank | nginx |\n|---|---|---|\n";
    Ok(text + &counted(&story)?)
}

fn row(path: &str) -> Result<String> {
    let data = run::target().join("bench/data-own");
    let werkbank = Werkbank::start(&own_content(), &data, &[])?;
    let answer = werkbank.client()?.get(path, CODING)?;
    let nginx = Nginx::start(&folder(), path, &answer)?;
    let ours = format!("http://{}{path}", werkbank.address);
    let theirs = format!("http://{}{path}", nginx.address);
    wrk::load(&ours, CODING, 1)?;
    wrk::load(&theirs, CODING, 1)?;
    let (mut we, mut they): (Vec<Load>, Vec<Load>) = (Vec::new(), Vec::new());
    for pair in 0..PAIRS {
        // Who goes first changes, so that neither always has the warmer core.
        if pair % 2 == 0 {
            we.push(wrk::load(&ours, CODING, SECONDS)?);
        }
        they.push(wrk::load(&theirs, CODING, SECONDS)?);
        if pair % 2 == 1 {
            we.push(wrk::load(&ours, CODING, SECONDS)?);
        }
        let (w, t) = (we[pair], they[pair]);
        say(&format!("{path}: {:.0} and {:.0} a second, {:.3}", w.rate, t.rate, w.rate / t.rate));
    }
    let rates = |loads: &[Load]| loads.iter().map(|load| load.rate).collect::<Vec<_>>();
    let tails = |loads: &[Load]| loads.iter().map(|load| load.p99).collect::<Vec<_>>();
    let ratios: Vec<f64> = we.iter().zip(&they).map(|(w, t)| w.rate / t.rate).collect();
    Ok(format!(
        "| `{path}` | {} B | {:.0} | {:.0} | {} | {} ms | {} ms |\n",
        answer.body.len(),
        median(&rates(&we)),
        median(&rates(&they)),
        spread(&ratios, 3),
        spread(&tails(&we), 2),
        spread(&tails(&they), 2),
    ))
}

/// Instructions each of them needs for a request.
fn counted(path: &str) -> Result<String> {
    let (content, data) = (own_content(), run::target().join("bench/data-own"));
    let out = run::target().join("bench/callgrind.out");
    let file = format!("--callgrind-out-file={}", out.display());
    let valgrind = ["valgrind", "--quiet", "--tool=callgrind", "--instr-atstart=no", &file];
    let _ = std::fs::remove_file(&out);
    let mut command = werkbank::command(&valgrind, &content, &data, &[]);
    let werkbank = Werkbank::spawn(&mut command)?;
    let answer = werkbank.client()?.get(path, CODING)?;
    let ours = count(werkbank.id(), &werkbank.address, path, &out)?;
    drop(werkbank);

    let _ = std::fs::remove_file(&out);
    let nginx = Nginx::start_in(&valgrind, &folder(), path, &answer)?;
    let theirs = count(nginx.id(), &nginx.address, path, &out)?;
    Ok(format!("| `{path}` | {ours} | {theirs} |\n"))
}

/// Counts while requests run, without what start-up and end cost.
fn count(id: u32, address: &str, path: &str, out: &std::path::Path) -> Result<u64> {
    let control = |arg: &str| {
        run(Command::new("callgrind_control")
            .arg(arg)
            .arg(id.to_string())
            .stdout(std::process::Stdio::null()))
    };
    let mut client = crate::http::Client::connect(address)?;
    for _ in 0..100 {
        client.get(path, CODING)?;
    }
    control("--instr=on")?;
    for _ in 0..COUNTED {
        let _: Answer = client.get(path, CODING)?;
    }
    control("--dump")?;
    // A dump gets a number behind the name.
    let dump = files::read_text(&out.with_file_name("callgrind.out.1"))
        .or_else(|_| files::read_text(out))?;
    let total = dump.lines().find_map(|line| {
        line.strip_prefix("summary:").or(line.strip_prefix("totals:"))?.trim().parse::<u64>().ok()
    });
    let _ = std::fs::remove_file(out.with_file_name("callgrind.out.1"));
    Ok(total.ok_or("callgrind wrote no total")? / COUNTED)
}
