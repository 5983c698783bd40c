//! Stopping a run that writes: what is begun is taken away, what is written is whole.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

use undross::Error;

/// Time that a run has to wind down before the process ends anyway.
const GRACE: Duration = Duration::from_secs(2);
/// Exit code of a run that the user stopped.
const CODE: i32 = 130;

static STOPPED: AtomicBool = AtomicBool::new(false);

/// Lets a signal stop the run between two batches.
pub(super) fn watch() {
    // Without a handler the signal ends the process at once, which loses no more than the unfinished files.
    let _ = ctrlc::set_handler(|| {
        STOPPED.store(true, Ordering::Relaxed);
        sleep(GRACE);
        std::process::exit(CODE);
    });
}

/// Fails if the user stopped the run.
pub(super) fn check() -> Result<(), Error> {
    if STOPPED.load(Ordering::Relaxed) {
        return Err(Error::Interrupted);
    }
    Ok(())
}
