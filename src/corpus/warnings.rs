//! What is odd about inputs, though nothing of them is lost.

use std::sync::{Mutex, PoisonError};

use super::containers::Origin;
use super::job::Failure;

/// Warnings that nobody took yet.
#[derive(Debug, Default)]
pub(super) struct Warnings(Mutex<Vec<Failure>>);

impl Warnings {
    pub(super) fn add(&self, origin: &Origin, reason: String) {
        let warning = Failure {
            id: origin.id(),
            place: origin.place.clone(),
            reason,
        };
        let mut warnings = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        warnings.push(warning);
    }

    /// Takes all that there are.
    pub(super) fn take(&self) -> Vec<Failure> {
        let mut warnings = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut warnings)
    }
}
