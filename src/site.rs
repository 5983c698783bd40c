//! The site of a capture: what its address, its folder or its owner says.

use crate::capture::Capture;
use crate::page::Page;

/// Names the site that a capture is of.
///
/// What is said from outside comes first, then the host of an id that is an address, the host of the address that the
/// page states, the folder of the id; `None` where there is none of these.
pub fn site_of(capture: &Capture<'_>, page: &Page<'_>) -> Option<String> {
    let stated = || page.markup()?.metadata.url.as_ref();
    capture
        .site
        .clone()
        .or_else(|| host_of(&capture.id))
        .or_else(|| host_of(&stated()?.value))
        .or_else(|| folder_of(&capture.id))
}

/// Returns the host of an address with its scheme, in lower case, without `www.` and the port.
///
/// ```
/// use undross::site::host_of;
///
/// assert_eq!(host_of("https://www.Example.org:443/a?b").as_deref(), Some("example.org"));
/// assert_eq!(host_of("example.org/a"), None);
/// ```
pub fn host_of(address: &str) -> Option<String> {
    let (scheme, rest) = address.trim().split_once("://")?;
    let named = !scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphabetic());
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?.to_lowercase();
    let host = host.split(':').next().unwrap_or(&host);
    let host = host.strip_prefix("www.").unwrap_or(host);
    (named && !host.is_empty()).then(|| host.to_owned())
}

/// Tells whether a site is the one that somebody names: by its host, with or without `www.`, by an address, or by its folder.
///
/// Upper and lower case are alike.
pub fn is_named(site: &str, name: &str) -> bool {
    let host = host_of(name).unwrap_or_else(|| name.trim().to_lowercase());
    let site = site.to_lowercase();
    site == host || host.strip_prefix("www.") == Some(&site)
}

/// Returns the folder of an id that is a path: the first part that is named like a host, else all parts but the last.
pub(crate) fn folder_of(id: &str) -> Option<String> {
    let (folder, _) = id.rsplit_once('/')?;
    let host = folder.split('/').find(|part| is_host(part));
    Some(host.unwrap_or(folder).to_owned())
}

/// Tells whether a folder is named like a host: words with dots between them, the last of letters only.
fn is_host(part: &str) -> bool {
    let Some((first, last)) = part.rsplit_once('.') else {
        return false;
    };
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    let letters = last.len() >= 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic());
    letters && !first.is_empty() && first.chars().all(word)
}
