//! The local page: what it answers, what survives its server, who is refused.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

use super::{groups, here, id_of};
use crate::cli::{FRAMED, Here};

const TOKEN: &str = "0123456789abcdefghijklmn";

/// A page under review, and how to ask for it.
pub(super) struct Page {
    child: Child,
    port: u16,
}

/// What the server answered.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Page {
    pub(super) fn open(here: &Here, options: &str) -> Self {
        Self::of(here, "tidy", options)
    }

    pub(super) fn of(here: &Here, run: &str, options: &str) -> Self {
        let line = format!("review {run} --no-open --token {TOKEN} {options}");
        let mut child = here
            .command(&line)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut address = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut address).unwrap();
        let port = address
            .split([':', '/'])
            .nth(4)
            .and_then(|port| port.parse().ok());
        let port = port.unwrap_or_else(|| panic!("no address in {address:?}"));
        Self { child, port }
    }

    fn send(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        // A server that refuses a long body may close before all of it is sent.
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        Answer {
            status: status.unwrap_or(0),
            head: head.to_owned(),
            body: body.to_owned(),
        }
    }

    fn get_with(&self, path: &str, headers: &str) -> Answer {
        self.send(&format!(
            "GET {path} HTTP/1.1\r\nConnection: close\r\n{headers}\r\n"
        ))
    }

    fn get(&self, path: &str) -> Answer {
        let host = format!("Host: 127.0.0.1:{}\r\n", self.port);
        self.get_with(&format!("/{TOKEN}/{path}"), &host)
    }

    pub(super) fn get_json(&self, path: &str) -> Value {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{}", answer.body);
        serde_json::from_str(&answer.body).unwrap()
    }

    fn post_with(&self, path: &str, body: &str, headers: &str) -> Answer {
        let (port, length) = (self.port, body.len());
        self.send(&format!(
            "POST /{TOKEN}/{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
             Content-Length: {length}\r\n{headers}\r\n{body}"
        ))
    }

    /// Sends what the server says no to; returns its status.
    pub(super) fn refused(&self, path: &str, body: &Value) -> u16 {
        let json = "Content-Type: application/json\r\n";
        self.post_with(path, &body.to_string(), json).status
    }

    pub(super) fn post(&self, path: &str, body: &Value) -> Value {
        let answer = self.post_with(
            path,
            &body.to_string(),
            "Content-Type: application/json\r\n",
        );
        assert_eq!(answer.status, 200, "{}", answer.body);
        serde_json::from_str(&answer.body).unwrap()
    }

    fn decide(&self, group: &str, decision: &Value) -> Value {
        let body = json!({ "group": group, "scope": "group", "decision": decision, "tab": "t" });
        self.post("api/decide", &body)
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn decisions_are_on_the_disk_before_they_are_answered() {
    let here = here();
    let [source, ad] = ["Source link", "[ad_1]"].map(|text| id_of(&here, text));
    let mut page = Page::open(&here, "");
    let said = page.decide(&source, &json!("keep"));
    assert_eq!(said["changed"][0]["decision"], "keep");
    page.child.kill().unwrap();
    page.child.wait().unwrap();
    assert!(here.read("decisions.jsonl").contains("source link"));
    let page = Page::open(&here, "");
    page.decide(&ad, &json!("later"));
    let undone = page.post("api/undo", &json!({ "tab": "t" }));
    assert_eq!(undone["undone"]["group"], json!(ad));
    let undone = page.post("api/undo", &json!({ "tab": "another" }));
    assert_eq!(
        undone["undone"]["group"],
        json!(source),
        "an earlier session can be undone by anybody"
    );
    assert_eq!(here.read("decisions.jsonl"), "");
}

#[test]
fn no_decision_is_lost_between_two_servers_and_a_script() {
    let here = here();
    let ids: Vec<String> = groups(&here, "tidy")
        .iter()
        .map(|group| group["id"].as_str().unwrap().to_owned())
        .collect();
    let pages = [Page::open(&here, ""), Page::open(&here, "")];
    std::thread::scope(|scope| {
        for (page, decision) in pages.iter().zip(["capture", "site"]) {
            let ids = &ids;
            scope.spawn(move || {
                for id in ids.iter().cycle().take(4 * ids.len()) {
                    let body = json!({ "group": id, "scope": decision, "occurrence": 0, "decision": "later", "tab": decision });
                    page.post("api/decide", &body);
                }
            });
        }
        scope.spawn(|| {
            for id in &ids {
                here.run(&format!("review tidy --later {id}")).ends(0);
            }
        });
    });
    let file = here.read("decisions.jsonl");
    assert_eq!(file.lines().count(), 3 * ids.len(), "{file}");
    let said: Value = serde_json::from_str(&pages[0].get("api/changes?since=0").body).unwrap();
    assert_eq!(said["changed"].as_array().unwrap().len(), ids.len());
}

/// Decides on one group after the other; tells whether the server answered that it is done.
fn decided(page: &Page, ids: &[String], (round, number): (usize, usize)) -> bool {
    let (port, note) = (page.port, format!("round {round} number {number}"));
    let id = &ids[number % ids.len()];
    let body = json!({ "group": id, "scope": "group", "decision": "later", "note": note });
    let body = body.to_string();
    let length = body.len();
    let request = format!(
        "POST /{TOKEN}/api/decide HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    let mut answer = String::new();
    let asked = TcpStream::connect(("127.0.0.1", port)).and_then(|mut stream| {
        stream.write_all(request.as_bytes())?;
        stream.read_to_string(&mut answer)
    });
    asked.is_ok() && answer.starts_with("HTTP/1.1 200")
}

/// Ends the server at once, as a machine does that loses its power.
fn kill(page: &Page) {
    let mut kill = Command::new("kill");
    let killed = kill.args(["-9", &page.child.id().to_string()]).status();
    assert!(killed.unwrap().success());
}

#[cfg(unix)]
#[test]
fn a_kill_at_any_moment_leaves_a_whole_file() {
    let here = here();
    let ids: Vec<String> = groups(&here, "tidy")
        .iter()
        .map(|group| group["id"].as_str().unwrap().to_owned())
        .collect();
    for round in 0..12_usize {
        let mut page = Page::open(&here, "");
        let answered = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            let (page, answered, ids) = (&page, &answered, &ids);
            let worker = scope.spawn(move || {
                while decided(page, ids, (round, answered.load(Ordering::Relaxed))) {
                    answered.fetch_add(1, Ordering::Relaxed);
                }
            });
            // Some answers come first, so that any machine is met in the middle of its work.
            while answered.load(Ordering::Relaxed) <= round % 4 && !worker.is_finished() {
                std::thread::yield_now();
            }
            std::thread::sleep(Duration::from_millis(3 * round as u64));
            kill(page);
        });
        page.child.wait().unwrap();
        let (made, file) = (answered.into_inner(), here.read("decisions.jsonl"));
        assert!(made > 0, "the server answered nothing");
        for line in file.lines() {
            assert!(serde_json::from_str::<Value>(line).is_ok(), "{line}");
        }
        // The decision after the last answer may have been written too, in the place of an earlier one on the same group.
        for number in (0..made).rev().take(ids.len() - 1) {
            let note = format!("\"round {round} number {number}\"");
            assert!(
                file.contains(&note),
                "{file}\n{made} answers in round {round}"
            );
        }
    }
    let left: Vec<String> = fs::read_dir(here.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with(".undross-"))
        .collect();
    assert!(left.len() <= 12, "{left:?}");
}

#[test]
fn strangers_are_refused() {
    let here = here();
    let page = Page::open(&here, "");
    let host = format!("Host: 127.0.0.1:{}\r\n", page.port);
    let queue = format!("/{TOKEN}/api/queue");
    assert_eq!(page.get("").status, 200);
    assert_eq!(page.get("api/queue").status, 200);
    let refused = |path: &str, headers: &str| {
        let answer = page.get_with(path, headers);
        assert_eq!(answer.status, 403, "{path} with {headers}: {}", answer.body);
        assert!(!answer.body.contains("autoblog"), "{}", answer.body);
    };
    refused(&queue, "Host: evil.example:80\r\n");
    refused(&queue, &format!("Host: evil.example:{}\r\n", page.port));
    refused(&queue, "");
    refused(&queue, &format!("{host}Origin: http://evil.example\r\n"));
    refused(&queue, &format!("{host}Origin: null\r\n"));
    refused(&queue, &format!("{host}Sec-Fetch-Site: cross-site\r\n"));
    refused("/", &host);
    refused("/api/queue", &host);
    refused("/0123456789abcdefghijklm/api/queue", &host);
    refused("/0123456789abcdefghijklmo/api/queue", &host);
    for path in [
        "../Cargo.toml",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e/records.jsonl",
        "records.jsonl",
        "api/charts/..%2f..%2fx.svg",
    ] {
        let answer = page.get(path);
        assert!(
            [403, 404].contains(&answer.status),
            "{path}: {}",
            answer.status
        );
    }
    for path in [
        "api/group/x",
        "api/group/0000000000000000/0",
        "api/capture/99999",
        "api/capture/-1",
        "api/capture/x",
    ] {
        assert_eq!(page.get(path).status, 404, "{path}");
    }
}

#[test]
fn requests_that_are_too_long_or_no_json_change_nothing() {
    let here = here();
    let page = Page::open(&here, "");
    let id = id_of(&here, "Source link");
    let body = json!({ "group": id, "decision": "keep", "note": "x".repeat(100_000) }).to_string();
    let json = "Content-Type: application/json\r\n";
    assert_eq!(page.post_with("api/decide", &body, json).status, 413);
    let body = json!({ "group": id, "decision": "keep", "note": "x".repeat(10_000) }).to_string();
    assert_eq!(page.post_with("api/decide", &body, json).status, 413);
    let body = json!({ "group": id, "decision": "keep" }).to_string();
    assert_eq!(
        page.post_with("api/decide", &body, "Content-Type: text/plain\r\n")
            .status,
        415
    );
    assert_eq!(page.post_with("api/decide", &body, "").status, 415);
    assert_eq!(page.post_with("api/decide", "{", json).status, 400);
    assert_eq!(
        page.post_with("api/decide", &body.replace("keep", "burn"), json)
            .status,
        400
    );
    assert!(!here.path().join("decisions.jsonl").exists());
}

#[test]
fn the_page_may_load_nothing_from_elsewhere() {
    let here = here();
    let page = Page::open(&here, "");
    for path in ["", "app.js", "style.css", "api/queue", "nothing"] {
        let head = page.get(path).head.to_lowercase();
        assert!(
            head.contains("content-security-policy: default-src 'none'"),
            "{path}: {head}"
        );
        assert!(
            head.contains("referrer-policy: no-referrer") && head.contains("nosniff"),
            "{path}: {head}"
        );
    }
}

#[test]
fn an_occurrence_is_shown_with_what_stands_around_it() {
    let here = here();
    let id = id_of(&here, "Source link");
    let page = Page::open(&here, "");
    let shown: Value = serde_json::from_str(&page.get(&format!("api/group/{id}/0")).body).unwrap();
    let parts = shown["parts"].as_array().unwrap();
    let marked = |mark: &str| -> Vec<&str> {
        let parts = parts.iter().filter(|part| part["mark"] == mark);
        parts.map(|part| part["text"].as_str().unwrap()).collect()
    };
    assert_eq!(marked("this"), ["Source link\n"]);
    assert!(marked("removed").contains(&"[ad_2]\n"), "{shown}");
    assert!(
        marked("same").concat().contains("A vote is expected"),
        "{shown}"
    );
    let number = shown["capture"].as_u64().unwrap();
    let whole: Value =
        serde_json::from_str(&page.get(&format!("api/capture/{number}?view=page")).body).unwrap();
    let text: String = whole["parts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| part["text"].as_str().unwrap())
        .collect();
    assert_eq!(text, FRAMED);
    fs::remove_file(here.path().join("tidy/one.org/a.txt")).unwrap();
    fs::remove_file(here.path().join("tidy/two.org/c.txt")).unwrap();
    let shown: Value = serde_json::from_str(&page.get(&format!("api/group/{id}/0")).body).unwrap();
    assert_eq!(shown["parts"][0]["text"], "Source link\n");
    assert!(
        shown["missing"].as_str().unwrap().contains("a.txt")
            || shown["missing"].as_str().unwrap().contains("c.txt")
    );
}
