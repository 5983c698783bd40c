//! The names of a tree, each held once: pages say the same few names again and again.

use foldhash::HashMap;
use html5ever::QualName;

use crate::edit::narrow;

/// Names of elements and attributes, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Names {
    all: Vec<QualName>,
    numbers: HashMap<QualName, u32>,
}

impl Names {
    /// Returns the name that has a number.
    pub(super) fn get(&self, number: u32) -> &QualName {
        &self.all[number as usize]
    }

    /// Returns the number of a name, a new one where it was not met before.
    pub(super) fn number(&mut self, name: QualName) -> u32 {
        if let Some(&number) = self.numbers.get(&name) {
            return number;
        }
        let number = narrow(self.all.len());
        self.all.push(name.clone());
        self.numbers.insert(name, number);
        number
    }
}
