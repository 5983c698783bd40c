//! What a request that changes something says.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::Response;
use serde::de::DeserializeOwned;

use super::answers::refused;

/// The body of a request, read as JSON; another site cannot send that without being asked first.
pub(super) struct Asked<B>(pub(super) B);

impl<B: DeserializeOwned, S: Send + Sync> FromRequest<S> for Asked<B> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"application/json")) {
            let reason = "a change is sent as application/json";
            return Err(refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, reason));
        }
        let body = Bytes::from_request(request, state).await;
        let body = body.map_err(|error| refused(error.status(), &error.body_text()))?;
        let asked = serde_json::from_slice(&body).map_err(|error| {
            let reason = format!("the request cannot be read: {error}");
            refused(StatusCode::BAD_REQUEST, &reason)
        })?;
        Ok(Self(asked))
    }
}
