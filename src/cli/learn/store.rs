//! The folder of profiles and counts.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use undross::Error;
use undross::corpus::Folder;
use undross::learn::{Counts, Sample, Samples, SiteProfile, furniture, shape};

/// Folder of the counts, below that of the profiles.
const COUNTS: &str = "counts";
/// Longest name of a file, in bytes, before its ending.
const LONGEST_NAME: usize = 100;

/// A folder of profiles with their counts.
pub(super) struct Store {
    folder: Folder,
    counts: PathBuf,
}

impl Store {
    /// Opens the folder of an earlier run, or a new one.
    pub(super) fn open(root: &Path) -> Result<Self, Error> {
        let counts = root.join(COUNTS);
        let mut folder = Folder::open(root)?;
        if !counts.is_dir() && folder.is_used()? {
            return Err(Error::OutputExists(root.to_owned()));
        }
        folder.lock()?;
        Ok(Self { folder, counts })
    }

    /// Adds samples to what the files hold.
    pub(super) fn add(&self, samples: Samples) -> Result<(), Error> {
        for (site, sample) in samples.into_sites() {
            self.add_site(site, sample)?;
        }
        Ok(())
    }

    /// Adds the counts of another folder.
    pub(super) fn join(&self, other: &Path) -> Result<(), Error> {
        for path in files(&other.join(COUNTS), "jsonl")? {
            let counts = read_counts(&path)?;
            self.add_site(counts.site, counts.sample)?;
        }
        Ok(())
    }

    fn add_site(&self, site: String, sample: Sample) -> Result<(), Error> {
        let name = PathBuf::from(COUNTS).join(format!("{}.jsonl", name_of(&site)));
        let path = self.folder.root().join(&name);
        let mut counts = match path.exists() {
            true => read_counts(&path)?,
            false => Counts::of(site),
        };
        counts.sample.join(sample);
        self.folder.write(&name, &counts.to_lines())
    }

    /// Writes the profile of each site with lines; returns them with their paths.
    pub(super) fn write_profiles(&self) -> Result<Vec<(PathBuf, SiteProfile)>, Error> {
        let mut written = Vec::new();
        if !self.counts.is_dir() {
            return Ok(written);
        }
        for path in files(&self.counts, "jsonl")? {
            let mut counts = read_counts(&path)?;
            let name = format!("{}.toml", name_of(&counts.site));
            let before = self.before(&name, &counts.site)?;
            let mut profile = SiteProfile {
                site: counts.site.clone(),
                lines: furniture(&counts.sample),
            };
            counts.review(&mut profile, &before);
            if !profile.lines.is_empty() || !before.lines.is_empty() {
                self.folder
                    .write(Path::new(&name), profile.to_toml().as_bytes())?;
            }
            let file = path.file_name().map(|file| Path::new(COUNTS).join(file));
            self.folder
                .write(&file.unwrap_or_default(), &counts.to_lines())?;
            if !profile.lines.is_empty() {
                written.push((self.folder.root().join(name), profile));
            }
        }
        Ok(written)
    }

    /// Reads the profile of a site as somebody left it.
    fn before(&self, name: &str, site: &str) -> Result<SiteProfile, Error> {
        let path = self.folder.root().join(name);
        match path.exists() {
            true => read_profile(&path),
            false => Ok(SiteProfile {
                site: site.to_owned(),
                lines: Vec::new(),
            }),
        }
    }
}

/// Reads all profiles of a folder.
pub(in crate::cli) fn profiles(folder: &Path) -> Result<Vec<SiteProfile>, Error> {
    files(folder, "toml")?
        .iter()
        .map(|path| read_profile(path))
        .collect()
}

fn read_profile(path: &Path) -> Result<SiteProfile, Error> {
    SiteProfile::of_toml(&read(path)?).map_err(|message| {
        let message = message.trim_end();
        Error::Usage(format!("{}: {message}", path.display()))
    })
}

fn read_counts(path: &Path) -> Result<Counts, Error> {
    Counts::of_lines(&read(path)?).map_err(|line| {
        let path = path.display();
        Error::Usage(format!(
            "{path}:{line}: not the counts of a site; learn anew into another folder"
        ))
    })
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|error| Error::read(path, error))
}

/// Lists the files of a folder with an ending, in order.
fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Error> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let entries = entries.map_err(|error| match error.kind() {
        ErrorKind::NotFound => Error::Usage(format!(
            "`{}` is no folder of profiles; `undross learn INPUTS -o DIR` makes one",
            folder.display()
        )),
        _ => Error::read(folder, error),
    })?;
    let paths = entries.into_iter().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|end| end == ending))
        .collect();
    paths.sort();
    Ok(paths)
}

/// Names the files of a site: as it is called, with a hash where not every system takes that for a name.
fn name_of(site: &str) -> String {
    let plain = |c: char| matches!(c, 'a'..='z' | '0'..='9' | '-' | '.' | '_');
    if site.chars().all(plain) && site.len() <= LONGEST_NAME && !site.starts_with('.') {
        return site.to_owned();
    }
    let name = site.chars().map(|c| if plain(c) { c } else { '_' });
    let name: String = name.take(LONGEST_NAME).collect();
    format!(
        "{}-{:016x}",
        name.trim_start_matches('.'),
        shape(site).key()
    )
}
