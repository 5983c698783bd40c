//! Who may ask, and what they ask about.

use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::http::{HeaderMap, header};

use super::live::Live;

/// A review behind a token.
pub(super) struct Session {
    live: Mutex<Live>,
    port: u16,
    token: String,
}

impl Session {
    pub(super) const fn new(live: Live, port: u16, token: String) -> Self {
        Self {
            live: Mutex::new(live),
            port,
            token,
        }
    }

    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/{}/", self.port, self.token)
    }

    pub(super) fn live(&self) -> MutexGuard<'_, Live> {
        // What a panic left behind is whole: every change is on the disk before it is held.
        self.live.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns why a request is refused: it is meant for another host, comes from another page, or knows no token.
    pub(super) fn refusal(&self, headers: &HeaderMap, token: &str) -> Option<&'static str> {
        let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
        let hosts = [
            format!("127.0.0.1:{}", self.port),
            format!("localhost:{}", self.port),
        ];
        let is_host = |host: &str| hosts.iter().any(|own| own == host);
        let is_origin = |origin: &str| origin.strip_prefix("http://").is_some_and(is_host);
        if !text(header::HOST).is_some_and(is_host) {
            return Some("this server answers on 127.0.0.1 only");
        }
        if text(header::ORIGIN).is_some_and(|origin| !is_origin(origin)) {
            return Some("this server answers its own page only");
        }
        let site = headers.get("sec-fetch-site");
        if site.is_some_and(|site| site != "same-origin" && site != "none") {
            return Some("this server answers its own page only");
        }
        let is_token = equal(token.as_bytes(), self.token.as_bytes());
        (!is_token)
            .then_some("open the whole address that `undross review` printed; it ends with a token")
    }
}

/// Compares in a time that does not tell how much is right.
fn equal(one: &[u8], two: &[u8]) -> bool {
    let different = one.iter().zip(two).fold(0, |all, (a, b)| all | (a ^ b));
    one.len() == two.len() && different == 0
}
