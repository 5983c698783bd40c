//! The command line of undross.

mod cli;

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Rules and records ask for many small pieces of memory; this allocator has them sooner than those of most systems.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    cli::main()
}
