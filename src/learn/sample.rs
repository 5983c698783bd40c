//! The captures of a site that are learned from: enough of them, whichever order they come in.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::seen::Seen;

/// Captures that are kept of a site: shares are told to about three in a hundred.
const MOST: usize = 256;

/// Some captures of one site.
///
/// Those with the smallest hashes stay, so that a sample depends on the captures alone: joining samples is
/// commutative, associative and idempotent, and captures that show the same count once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sample(BTreeMap<u64, Seen>);

/// The samples of all sites, by the name of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Samples {
    sites: BTreeMap<String, Sample>,
}

impl Sample {
    /// Adds a capture; returns by how many bytes the sample grew at most.
    pub fn add(&mut self, seen: Seen) -> usize {
        let bytes = seen.bytes();
        match self.0.entry(seen.key()) {
            Entry::Vacant(place) => {
                place.insert(seen);
            }
            // Of two captures that show the same, the one that comes first by name gives its id, and the likes.
            Entry::Occupied(mut place) if seen.id < place.get().id => {
                place.insert(seen);
            }
            Entry::Occupied(_) => return 0,
        }
        if self.0.len() > MOST {
            self.0.pop_last();
        }
        bytes
    }

    /// Joins another sample of the same site.
    pub fn join(&mut self, other: Self) {
        for seen in other.0.into_values() {
            self.add(seen);
        }
    }

    /// Returns the captures, in the order of their hashes.
    pub fn captures(&self) -> impl Iterator<Item = &Seen> {
        self.0.values()
    }
}

impl Samples {
    /// Adds a capture of a site; returns by how many bytes the samples grew at most.
    pub fn add(&mut self, site: &str, seen: Seen) -> usize {
        if let Some(sample) = self.sites.get_mut(site) {
            return sample.add(seen);
        }
        let mut sample = Sample::default();
        let bytes = sample.add(seen) + site.len();
        self.sites.insert(site.to_owned(), sample);
        bytes
    }

    /// Hands the samples over, by site.
    pub fn into_sites(self) -> impl Iterator<Item = (String, Sample)> {
        self.sites.into_iter()
    }
}
