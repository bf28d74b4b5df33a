//! As much HTTP as measuring needs: GET over one connection that stays open.

use crate::Result;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;

/// A connection to a server.
pub struct Client {
    address: String,
    stream: BufReader<TcpStream>,
}

/// What came back.
pub struct Answer {
    /// The status, such as 200.
    pub status: u16,
    /// Names in lower case, with their values, in the order they came.
    pub headers: Vec<(String, String)>,
    /// The body as it travelled.
    pub body: Vec<u8>,
}

impl Client {
    /// Connects to `address`, such as `127.0.0.1:3000`.
    pub fn connect(address: &str) -> Result<Client> {
        let stream = TcpStream::connect(address).map_err(|e| format!("{address}: {e}"))?;
        stream.set_nodelay(true).map_err(|e| format!("{address}: {e}"))?;
        Ok(Client { address: address.to_owned(), stream: BufReader::new(stream) })
    }

    /// Asks for a path; anything but 200 is an error.
    pub fn get(&mut self, path: &str, coding: &str) -> Result<Answer> {
        let answer = self.ask(path, coding).map_err(|e| format!("{}{path}: {e}", self.address))?;
        if answer.status == 200 {
            Ok(answer)
        } else {
            Err(format!("{}{path}: {}", self.address, answer.status))
        }
    }

    fn ask(&mut self, path: &str, coding: &str) -> std::io::Result<Answer> {
        let unreadable = || std::io::Error::from(std::io::ErrorKind::InvalidData);
        // In one piece, as browsers send it: a server that gets it bit by bit reads many times.
        let asked = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nAccept-Encoding: {coding}\r\n\r\n",
            self.address
        );
        self.stream.get_mut().write_all(asked.as_bytes())?;
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|n| n.parse().ok()).ok_or_else(unreadable)?;
        let mut headers = Vec::new();
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            if line.trim_end().is_empty() {
                break;
            }
            let (name, value) = line.split_once(':').ok_or_else(unreadable)?;
            headers.push((name.to_lowercase(), value.trim().to_owned()));
        }
        let length = headers.iter().find(|(name, _)| name == "content-length");
        let length = length.and_then(|(_, n)| n.parse().ok()).ok_or_else(unreadable)?;
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(Answer { status, headers, body })
    }
}
