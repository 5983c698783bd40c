//! How a diff is shown, as the user chooses it.

use clap::ValueEnum;
use undross::Error;

use crate::cli::out::Out;
use crate::cli::paint::Color;

/// Lines of the page around a removal, side by side.
const CONTEXT: usize = 2;

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Output")]
pub(super) struct OutputArgs {
    /// Form of the diff [default: unified]
    #[arg(long, value_name = "FORM", group = "form")]
    format: Option<Form>,
    /// Short for --format unified
    #[arg(long, group = "form")]
    unified: bool,
    /// Short for --format side-by-side
    #[arg(long, group = "form")]
    side_by_side: bool,
    /// Short for --format json
    #[arg(long, group = "form")]
    json: bool,
    /// Show removals of one kind once for all captures, with how many there are: what is least sure first
    #[arg(long, conflicts_with_all = ["rewrites", "context"])]
    group: bool,
    /// Also show what the passes rewrite, word by word
    #[arg(long)]
    rewrites: bool,
    /// Lines of the page around a removal, side by side [default: 2]
    #[arg(long, value_name = "LINES")]
    context: Option<usize>,
    /// Columns of the terminal, side by side [default: as many as there are, else 160]
    #[arg(long, value_name = "COLUMNS")]
    width: Option<u16>,
    /// When to colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,
    /// Write to the terminal itself, not to UNDROSS_PAGER, PAGER or less
    #[arg(long)]
    no_pager: bool,
}

/// Form of a diff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// A patch of each capture; `patch -R` takes it back
    Unified,
    /// The page on the left, what stays of it on the right
    SideBySide,
    /// One JSON object for each capture that has a removal
    Json,
    /// A page for a browser that needs nothing beside itself
    Html,
    /// SARIF 2.1.0, for tools that show findings beside the source
    Sarif,
    /// Annotations of GitHub Actions
    Github,
}

/// What is shown as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// A capture with its removals.
    Capture,
    /// Removals of one kind.
    Kind,
}

/// What is shown beside the removals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// Nothing.
    Nothing,
    /// What the passes rewrite.
    Rewrites,
}

/// How to show a diff: choices that go together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) form: Form,
    pub(super) unit: Unit,
    pub(super) beside: Beside,
    pub(super) context: usize,
    pub(super) width: Option<u16>,
}

impl OutputArgs {
    /// Returns the choices, unless they do not go together.
    pub(super) fn look(&self) -> Result<Look, Error> {
        let form = self.form();
        let has_rewrites = matches!(form, Form::Unified | Form::SideBySide | Form::Json);
        let is_columns = form == Form::SideBySide;
        let wrong = match self {
            _ if self.context.is_some() && !is_columns => "`--context` goes with `--side-by-side`",
            _ if self.width.is_some() && !is_columns => "`--width` goes with `--side-by-side`",
            _ if self.rewrites && !has_rewrites => {
                "`--rewrites` goes with `--unified`, `--side-by-side` and `--json`"
            }
            _ if self.group && matches!(form, Form::Sarif | Form::Github) => {
                "`--group` does not go with a form that names places; choose unified, side-by-side, json or html"
            }
            _ => return Ok(self.chosen(form)),
        };
        Err(Error::Usage(wrong.to_owned()))
    }

    /// Opens what the diff is written to.
    pub(super) fn open(&self) -> Out {
        match self.no_pager {
            true => Out::new(),
            false => Out::paged(),
        }
    }

    fn form(&self) -> Form {
        match self.format {
            Some(form) => form,
            None if self.side_by_side => Form::SideBySide,
            None if self.json => Form::Json,
            None => Form::Unified,
        }
    }

    fn chosen(&self, form: Form) -> Look {
        Look {
            form,
            unit: if self.group {
                Unit::Kind
            } else {
                Unit::Capture
            },
            beside: match self.rewrites {
                true => Beside::Rewrites,
                false => Beside::Nothing,
            },
            context: self.context.unwrap_or(CONTEXT),
            width: self.width,
        }
    }
}
