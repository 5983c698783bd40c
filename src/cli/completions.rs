//! `undross completions`: completions for a shell.

use clap::CommandFactory;
use clap_complete::Shell;
use undross::Error;

use super::out::Out;
use super::{Cli, Ending};

/// Print completions for a shell
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  undross completions bash > ~/.local/share/bash-completion/completions/undross
  undross completions zsh > ~/.zfunc/_undross
  undross completions fish > ~/.config/fish/completions/undross.fish")]
pub(super) struct Args {
    /// The shell
    shell: Shell,
}

pub(super) fn run(args: &Args) -> Result<Ending, Error> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "undross", &mut script);
    let mut out = Out::new();
    out.push(script)?;
    out.flush()?;
    Ok(Ending::Fine)
}
