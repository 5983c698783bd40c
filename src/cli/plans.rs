//! What applies to each capture: the nearest configuration and the nearest decisions at or above the folder of its file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use undross::config::Origin::CommandLine;
use undross::config::{self, Chosen, Config, List, nearest};
use undross::learn::SiteProfile;
use undross::model::{Headline, Profile};
use undross::record::sha256;
use undross::review::{self, Decisions};
use undross::rules::RULES;
use undross::settings::unknown;
use undross::{Error, Plan};

use super::args::SettingsArgs;
use super::out::say;

/// All plans of a run, each compiled once.
pub(super) struct Plans {
    all: Vec<Planned>,
    /// The number of the plan by folder.
    folders: BTreeMap<PathBuf, usize>,
}

/// A plan, and where its choices were made.
pub(super) struct Planned {
    pub(super) config: Config,
    pub(super) plan: Plan,
    /// The file of decisions that apply.
    pub(super) decisions: Option<PathBuf>,
}

/// The files that make a plan: a configuration, and decisions.
type Files = [Option<PathBuf>; 2];

impl Plans {
    /// Compiles what applies to captures in some folders.
    pub(super) fn new(
        args: &SettingsArgs,
        max_bytes: Option<u64>,
        folders: BTreeSet<PathBuf>,
    ) -> Result<Self, Error> {
        let mut maker = Maker::new(args, max_bytes)?;
        let mut numbers: BTreeMap<Files, usize> = BTreeMap::new();
        let mut plans = Self {
            all: Vec::new(),
            folders: BTreeMap::new(),
        };
        for folder in folders {
            let files = files_for(args, &folder);
            let number = match numbers.get(&files) {
                Some(&number) => number,
                None => {
                    plans.all.push(maker.planned(&files, &plans.all)?);
                    numbers.insert(files, numbers.len());
                    plans.all.len() - 1
                }
            };
            plans.folders.insert(folder, number);
        }
        Ok(plans)
    }

    /// Returns the number of the plan for captures in a folder; a folder that came later has that of the folder above.
    pub(super) fn number(&self, folder: &Path) -> usize {
        let mut above = folder.ancestors();
        above
            .find_map(|folder| self.folders.get(folder))
            .copied()
            .unwrap_or(0)
    }

    /// Returns a plan by its number.
    pub(super) fn get(&self, number: usize) -> &Planned {
        &self.all[number]
    }

    pub(super) fn all(&self) -> &[Planned] {
        &self.all
    }

    /// Lists the names of the rules of all plans, each once.
    pub(super) fn rules(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for rule in self.all.iter().flat_map(|one| one.plan.rules()) {
            if !names.contains(&rule.id.as_ref()) {
                names.push(&rule.id);
            }
        }
        names
    }

    /// Returns a hash of all plans; that of the plan itself where there is one.
    pub(super) fn hash(&self) -> String {
        let hashes: BTreeSet<&str> = self.all.iter().map(|one| one.plan.hash()).collect();
        match hashes.len() {
            1 => self.all[0].plan.hash().to_owned(),
            _ => sha256(Vec::from_iter(hashes).join(" ").as_bytes()),
        }
    }

    /// Returns the largest capture that any plan reads.
    pub(super) fn max_bytes(&self) -> u64 {
        let sizes = self.all.iter().map(|one| one.config.max_bytes.value);
        sizes.max().unwrap_or(config::MAX_BYTES)
    }
}

fn files_for(args: &SettingsArgs, folder: &Path) -> Files {
    let config = match &args.config {
        _ if args.no_config => None,
        Some(path) => Some(path.clone()),
        None => nearest(config::FILE_NAME, folder),
    };
    let decisions = match &args.decisions {
        _ if args.no_decisions => None,
        Some(path) => Some(path.clone()),
        None => nearest(review::FILE_NAME, folder),
    };
    [config, decisions]
}

/// Makes plans of their files, and reads what several of them share once.
struct Maker<'a> {
    args: &'a SettingsArgs,
    max_bytes: Option<u64>,
    profiles: Option<Vec<SiteProfile>>,
    decisions: BTreeMap<PathBuf, Decisions>,
}

impl<'a> Maker<'a> {
    fn new(args: &'a SettingsArgs, max_bytes: Option<u64>) -> Result<Self, Error> {
        let profiles = args.profile_dir.as_deref();
        Ok(Self {
            args,
            max_bytes,
            profiles: profiles.map(super::learn::profiles).transpose()?,
            decisions: BTreeMap::new(),
        })
    }

    fn planned(
        &mut self,
        [config, decisions]: &Files,
        others: &[Planned],
    ) -> Result<Planned, Error> {
        let mut config = read_config(self.args, config.as_deref())?;
        if let Some(value) = self.max_bytes {
            let origin = CommandLine;
            config.max_bytes = Chosen { value, origin };
        }
        let mut plan = config.plan_beside(others.iter().map(|one| &one.plan))?;
        if let Some(profiles) = &self.profiles {
            plan = plan.with_learned(profiles);
        }
        if let Some(path) = decisions {
            plan = plan.with_decisions(self.decisions(path)?);
        }
        Ok(Planned {
            config,
            plan,
            decisions: decisions.clone(),
        })
    }

    fn decisions(&mut self, path: &Path) -> Result<Decisions, Error> {
        if let Some(read) = self.decisions.get(path) {
            return Ok(read.clone());
        }
        let read = read_decisions(path)?;
        self.decisions.insert(path.to_owned(), read.clone());
        Ok(read)
    }
}

/// Reads the configuration that applies in a folder, or to a file, with the command line on top.
pub(super) fn config_of(args: &SettingsArgs, input: &Path) -> Result<Config, Error> {
    let [path, _] = files_for(args, input);
    read_config(args, path.as_deref())
}

fn read_config(args: &SettingsArgs, path: Option<&Path>) -> Result<Config, Error> {
    let mut config = match path {
        Some(path) => Config::load(path)?,
        None => Config::default(),
    };
    config.choose(List::RulesOff, &args.rules_off);
    config.choose(List::RulesOnly, &args.rules_only);
    config.choose(List::PassesOff, &args.passes_off);
    config.choose(List::PassesOn, &args.passes_on);
    choose(&mut config.profile, args.profile.as_deref(), Profile::ALL);
    choose(
        &mut config.headline,
        args.headline.as_deref(),
        Headline::ALL,
    );
    Ok(config)
}

/// Lets a word of the command line win over the file.
fn choose<T: Copy>(chosen: &mut Chosen<T>, name: Option<&str>, words: &[(&str, T)]) {
    let word = words.iter().find(|(word, _)| Some(*word) == name);
    if let Some(&(_, value)) = word {
        let origin = CommandLine;
        *chosen = Chosen { value, origin };
    }
}

/// Reads the decisions of a review, and says which of them cannot be used.
fn read_decisions(path: &Path) -> Result<Decisions, Error> {
    let bytes = std::fs::read(path).map_err(|error| Error::read(path, error))?;
    let (decisions, damage) = Decisions::read(&bytes);
    let shown = path.display();
    for damage in damage {
        say(format_args!("undross: {shown}:{damage}"));
    }
    let known: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    let rules: BTreeSet<String> = decisions.iter().filter_map(|one| one.key.rule).collect();
    let of_site = |rule: &String| rule.starts_with("site:");
    for rule in rules
        .iter()
        .filter(|rule| !of_site(rule) && !known.contains(&rule.as_str()))
    {
        let words = unknown("rule", rule, &known);
        say(format_args!(
            "undross: {shown}: {words}; decisions on it do nothing"
        ));
    }
    Ok(decisions)
}
