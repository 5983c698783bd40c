//! What a Mac puts into archives beside the files.

/// Names it where it is counted.
pub(super) const OF_MAC: &str = "files of a Mac's own";

/// Tells whether a member is no file of its user: what the Finder knows of a folder, or of another file.
pub(super) fn is_of_mac(name: &[u8]) -> bool {
    let mut parts = name.split(|byte| *byte == b'/').rev();
    let file = parts.next().unwrap_or_default();
    file == b".DS_Store" || file.starts_with(b"._") || parts.any(|folder| folder == b"__MACOSX")
}
