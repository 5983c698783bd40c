//! `undross config`: the choices that apply, and where each was made.

use std::path::{Path, PathBuf};

use undross::Error;

use super::Ending;
use super::args::SettingsArgs;
use super::out::Out;
use super::plans::config_of;

/// Print the settings that apply, each with its origin
///
/// The output is a configuration file again.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  undross config                    settings for the current folder
  undross config captures/site-a    settings for captures of that folder")]
pub(super) struct Args {
    /// Input whose settings to show [default: the current folder]
    #[arg(value_name = "PATH")]
    input: Option<PathBuf>,
    #[command(flatten)]
    settings: SettingsArgs,
}

pub(super) fn run(args: &Args) -> Result<Ending, Error> {
    let input = args.input.as_deref().unwrap_or(Path::new("."));
    let config = config_of(&args.settings, input)?;
    // A configuration that cannot be followed is not worth showing.
    config.plan()?;
    let mut out = Out::new();
    match &config.path {
        Some(path) => out.line(format_args!("# from {}\n", path.display()))?,
        None => out.line(format_args!("# no undross.toml upward from here\n"))?,
    }
    out.push(config.to_string())?;
    out.flush()?;
    Ok(Ending::Fine)
}
