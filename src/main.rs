//! The command line of undross.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
