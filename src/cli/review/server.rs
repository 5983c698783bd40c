//! The local web page: bound to this machine, behind a random token, for one origin.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use undross::Error;

use super::answers;
use super::assets::{INDEX, SCRIPTS, STYLE};
use super::live::Live;
use super::session::Session;

/// Bytes of a request's body that are read.
const BODY: usize = 64 << 10;
/// Bytes of a random token.
const TOKEN: usize = 24;
/// Threads that answer.
const THREADS: usize = 4;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-store"),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
];

/// A server that is bound and does not answer yet.
pub(super) struct Server {
    listener: TcpListener,
    session: Arc<Session>,
}

impl Server {
    /// Binds to a port of this machine, 0 for any that is free.
    pub(super) fn bind(live: Live, port: u16, token: Option<String>) -> Result<Self, Error> {
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
        let bound = listener.and_then(|listener| {
            listener.set_nonblocking(true)?;
            Ok((listener.local_addr()?.port(), listener))
        });
        let (port, listener) = bound.map_err(|error| {
            Error::Usage(format!(
                "port {port} cannot be used: {error}; choose another with --port, or leave it out"
            ))
        })?;
        let token = match token {
            Some(token) => token,
            None => random()?,
        };
        let session = Arc::new(Session::new(live, port, token));
        Ok(Self { listener, session })
    }

    /// Returns the address of the page.
    pub(super) fn address(&self) -> String {
        self.session.address()
    }

    /// Answers until the user stops it.
    pub(super) fn run(self) -> Result<Arc<Session>, Error> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(THREADS)
            .enable_all()
            .build();
        let runtime =
            runtime.map_err(|error| Error::Usage(format!("no threads for the server: {error}")))?;
        let Self { listener, session } = self;
        let router = router(Arc::clone(&session));
        let served = runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            tokio::select! {
                served = axum::serve(listener, router) => served,
                () = stopped() => Ok(()),
            }
        });
        served.map_err(|error| Error::Usage(format!("the server ended: {error}")))?;
        Ok(session)
    }
}

/// Waits until the user stops the process.
async fn stopped() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut ended) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = ended.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

fn random() -> Result<String, Error> {
    let mut bytes = [0; TOKEN];
    getrandom::fill(&mut bytes).map_err(|error| {
        Error::Usage(format!(
            "the system gives no random numbers for the token: {error}"
        ))
    })?;
    let hex = bytes.iter().map(|byte| format!("{byte:02x}"));
    Ok(hex.collect())
}

fn router(session: Arc<Session>) -> Router {
    Router::new()
        .route("/{token}/", get(index))
        .route("/{token}/{file}", get(file))
        .route("/{token}/api/queue", get(answers::queue))
        .route("/{token}/api/group/{id}", get(answers::group))
        .route("/{token}/api/group/{id}/{number}", get(answers::occurrence))
        .route("/{token}/api/capture/{number}", get(answers::capture))
        .route("/{token}/api/changes", get(answers::changes))
        .route("/{token}/api/charts", get(answers::charts))
        .route("/{token}/api/charts/{file}", get(answers::chart))
        .route("/{token}/api/decide", post(answers::decide))
        .route("/{token}/api/undo", post(answers::undo))
        .route("/{token}/api/site-rule", post(answers::add_site_rule))
        .fallback(nothing)
        .layer(DefaultBodyLimit::max(BODY))
        .layer(middleware::from_fn_with_state(Arc::clone(&session), guard))
        .with_state(session)
}

/// Refuses what does not come from the page itself, and adds the headers that keep it to itself.
async fn guard(State(session): State<Arc<Session>>, request: Request, next: Next) -> Response {
    let token = request.uri().path().split('/').nth(1).unwrap_or_default();
    let mut response = match session.refusal(request.headers(), token) {
        Some(reason) => answers::refused(StatusCode::FORBIDDEN, reason),
        None => next.run(request).await,
    };
    for (name, value) in HEADERS {
        let value = HeaderValue::from_static(value);
        response.headers_mut().insert(name, value);
    }
    response
}

async fn index() -> impl IntoResponse {
    typed("text/html; charset=utf-8", INDEX)
}

async fn file(axum::extract::Path((_, name)): axum::extract::Path<(String, String)>) -> Response {
    if name == "style.css" {
        return typed("text/css; charset=utf-8", STYLE).into_response();
    }
    match SCRIPTS.iter().find(|(script, _)| *script == name) {
        Some((_, script)) => typed("text/javascript; charset=utf-8", script).into_response(),
        None => nothing().await,
    }
}

async fn nothing() -> Response {
    answers::refused(StatusCode::NOT_FOUND, "there is nothing at this address")
}

fn typed(kind: &'static str, body: &'static str) -> (HeaderMap, &'static str) {
    let kind = HeaderValue::from_static(kind);
    (HeaderMap::from_iter([(header::CONTENT_TYPE, kind)]), body)
}
