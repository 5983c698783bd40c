//! Web pages that lie beside the repository: `pages/<data set>/pages/*.html.gz`.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;

use crate::shell;

/// One page of a data set.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct PageFile {
    pub(crate) dataset: String,
    pub(crate) id: String,
    pub(crate) path: PathBuf,
}

impl PageFile {
    /// Reads the bytes of the page as they were fetched.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, String> {
        let at = |error| format!("{}: {error}", self.path.display());
        let file = File::open(&self.path).map_err(at)?;
        let mut bytes = Vec::new();
        MultiGzDecoder::new(file)
            .read_to_end(&mut bytes)
            .map_err(at)?;
        Ok(bytes)
    }
}

/// Finds all pages of all data sets of a folder, in order.
pub(crate) fn find(folder: &Path) -> Result<Vec<PageFile>, String> {
    let mut pages = Vec::new();
    for dataset in shell::entries(folder)? {
        let held = dataset.join("pages");
        if held.is_dir() {
            pages.extend(
                shell::entries(&held)?
                    .into_iter()
                    .filter_map(|path| page(&dataset, path)),
            );
        }
    }
    match pages.is_empty() {
        true => Err(format!(
            "no pages/*.html.gz in the folders of {}",
            folder.display()
        )),
        false => Ok(pages),
    }
}

fn page(dataset: &Path, path: PathBuf) -> Option<PageFile> {
    let id = path
        .file_name()?
        .to_str()?
        .strip_suffix(".html.gz")?
        .to_owned();
    let dataset = dataset.file_name()?.to_str()?.to_owned();
    Some(PageFile { dataset, id, path })
}
