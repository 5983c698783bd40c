//! Names of members of archives, made fit for an output folder.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};

/// Ends of names that output files get or lose.
const ENDS: &[&str] = &[".txt", ".diff", ".md"];
/// Stands for a member without a name.
const UNNAMED: &str = "unnamed";

/// Names of an archive that were given out; a hash of each is held.
#[derive(Debug, Default)]
pub(super) struct Names {
    files: HashSet<u64>,
    folders: HashSet<u64>,
    hasher: RandomState,
}

impl Names {
    /// Makes a safe name of a member, below the name of the archive, that no other member has.
    pub(super) fn of(&mut self, archive: &Path, member: &[u8]) -> PathBuf {
        let parts = safe(member);
        let mut number = 1;
        loop {
            let name = numbered(&parts, number);
            if self.take(&name) {
                return archive.join(name);
            }
            number += 1;
        }
    }

    /// Takes a name, unless it or a folder of it is taken by another file.
    fn take(&mut self, name: &str) -> bool {
        let key = |name: &str| self.hasher.hash_one(bare(name));
        let ends = name.char_indices().filter(|(_, letter)| *letter == '/');
        let above: Vec<u64> = ends.map(|(end, _)| key(&name[..end])).collect();
        let key = key(super::sniff::unpacked(Path::new(name))
            .to_str()
            .unwrap_or(name));
        let is_taken = self.files.contains(&key)
            || self.folders.contains(&key)
            || above.iter().any(|folder| self.files.contains(folder));
        if !is_taken {
            self.files.insert(key);
            self.folders.extend(above);
        }
        !is_taken
    }
}

/// Numbers the file, and the first folder too where two do not tell it apart.
fn numbered(parts: &[String], number: u64) -> String {
    let (file, folders) = parts.split_last().expect("a name has a part");
    let mut folders = folders.to_vec();
    let file = match number {
        1 => file.clone(),
        _ => with_number(file, number),
    };
    if let Some(first) = folders
        .first_mut()
        .filter(|_| number > 1 && number.is_multiple_of(3))
    {
        *first = format!("{first}~{number}");
    }
    folders.push(file);
    folders.join("/")
}

/// Puts a number before the extensions.
fn with_number(file: &str, number: u64) -> String {
    let end = file[1..].find('.').map_or(file.len(), |end| end + 1);
    format!("{}~{number}{}", &file[..end], &file[end..])
}

/// Splits a name into parts that cannot lead out of a folder.
fn safe(member: &[u8]) -> Vec<String> {
    let parts = member.split(|byte| *byte == b'/');
    let mut parts: Vec<String> = parts
        .filter(|part| !part.is_empty() && *part != b".")
        .map(safe_part)
        .collect();
    if parts.is_empty() {
        parts.push(UNNAMED.to_owned());
    }
    parts
}

fn safe_part(part: &[u8]) -> String {
    if part == b".." {
        return "%2E%2E".to_owned();
    }
    let mut safe = String::new();
    for chunk in part.utf8_chunks() {
        for letter in chunk.valid().chars() {
            match letter {
                '\\' | ':' | '\0'..='\x1F' | '\x7F' => {
                    let _ = write!(safe, "%{:02X}", u32::from(letter));
                }
                _ => safe.push(letter),
            }
        }
        for byte in chunk.invalid() {
            let _ = write!(safe, "%{byte:02X}");
        }
    }
    safe
}

/// Takes away what output files get or lose at the end.
fn bare(name: &str) -> &str {
    let ends = ENDS.iter().find_map(|end| name.strip_suffix(end));
    ends.unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(members: &[&[u8]]) -> Vec<String> {
        let mut names = Names::default();
        let named = members
            .iter()
            .map(|member| names.of(Path::new("z"), member));
        named.map(|name| name.display().to_string()).collect()
    }

    #[test]
    fn no_name_leads_out_of_the_output_folder() {
        let members: &[&[u8]] = &[
            b"../../a",
            b"/etc/b",
            b"C:\\x\\..\\c",
            b"./d//e",
            b"",
            b"\xFF",
        ];
        let safe = [
            "z/%2E%2E/%2E%2E/a",
            "z/etc/b",
            "z/C%3A%5Cx%5C..%5Cc",
            "z/d/e",
            "z/unnamed",
            "z/%FF",
        ];
        assert_eq!(names(members), safe);
    }

    #[test]
    fn two_members_never_share_an_output_file() {
        let members: &[&[u8]] = &[
            b"a.html",
            b"a.html",
            b"./a.html",
            b"b",
            b"b.txt",
            b"b.txt/c",
            b"a.html.gz",
        ];
        let apart = [
            "z/a.html",
            "z/a~2.html",
            "z/a~3.html",
            "z/b",
            "z/b~2.txt",
            "z/b.txt~3/c~3",
            "z/a~4.html.gz",
        ];
        assert_eq!(names(members), apart);
    }
}
