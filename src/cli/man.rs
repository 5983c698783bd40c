//! `undross man`: manual pages.

use std::path::{Path, PathBuf};

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use undross::Error;
use undross::corpus::Folder;

use super::out::Out;
use super::{Cli, Ending};

/// Print the manual page, or write one for every command
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  undross man | man -l -
  undross man -o ~/.local/share/man/man1")]
pub(super) struct Args {
    /// Folder for a page a command; pages of the same name are replaced
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> Result<Ending, Error> {
    let mut command = Cli::command();
    command.build();
    let Some(folder) = &args.out else {
        let mut out = Out::new();
        out.push(page(command)?)?;
        out.flush()?;
        return Ok(Ending::Fine);
    };
    let folder = Folder::open(folder)?;
    let inner = |command: &&Command| command.get_name() != "help";
    let commands: Vec<Command> = command.get_subcommands().filter(inner).cloned().collect();
    for command in commands.into_iter().chain([command]) {
        let name = command.get_display_name().unwrap_or("undross");
        let file = format!("{name}.1");
        folder.write(Path::new(&file), &page(command)?)?;
    }
    Ok(Ending::Fine)
}

fn page(command: Command) -> Result<Vec<u8>, Error> {
    let mut page = Vec::new();
    Man::new(command)
        .source(concat!("undross ", env!("CARGO_PKG_VERSION")))
        .render(&mut page)
        .map_err(|error| Error::write("the manual page", error))?;
    Ok(page)
}
