//! The places of a page that state what it is.

use super::{Metadata, Stated};

/// Bytes of a value from which it is no title, name or date.
const LONGEST: usize = 2_000;

/// A field, the place that states it, and how well: the least wins.
pub(super) struct Place {
    field: fn(&mut Metadata) -> &mut Option<Stated>,
    from: &'static str,
}

/// `<meta>` names and properties, for each field the most telling first.
pub(super) const METAS: &[(&str, Place)] = &[
    ("og:title", title("og:title")),
    ("twitter:title", title("twitter:title")),
    ("dc.title", title("meta:dc.title")),
    ("dcterms.title", title("meta:dcterms.title")),
    ("headline", title("meta:headline")),
    ("author", author("meta:author")),
    ("article:author_name", author("article:author_name")),
    ("article:author", author("article:author")),
    ("dc.creator", author("meta:dc.creator")),
    ("dcterms.creator", author("meta:dcterms.creator")),
    ("parsely-author", author("meta:parsely-author")),
    ("sailthru.author", author("meta:sailthru.author")),
    ("article:published_time", date("article:published_time")),
    ("og:published_time", date("og:published_time")),
    ("datepublished", date("meta:datepublished")),
    ("dc.date.issued", date("meta:dc.date.issued")),
    ("dcterms.created", date("meta:dcterms.created")),
    ("dc.date", date("meta:dc.date")),
    ("dcterms.date", date("meta:dcterms.date")),
    ("parsely-pub-date", date("meta:parsely-pub-date")),
    ("sailthru.date", date("meta:sailthru.date")),
    ("publish-date", date("meta:publish-date")),
    ("publishdate", date("meta:publishdate")),
    ("pubdate", date("meta:pubdate")),
    ("date", date("meta:date")),
    ("og:site_name", site("og:site_name")),
    ("application-name", site("meta:application-name")),
    ("og:locale", language("og:locale")),
    ("content-language", language("meta:content-language")),
    ("og:url", url("og:url")),
    ("og:description", description("og:description")),
    ("description", description("meta:description")),
    ("twitter:description", description("twitter:description")),
    ("dc.description", description("meta:dc.description")),
];

/// Microdata, for each field the most telling first.
pub(super) const PROPERTIES: &[(&str, Place)] = &[
    ("headline", title("microdata:headline")),
    ("author", author("microdata:author")),
    ("datepublished", date("microdata:datePublished")),
    ("inlanguage", language("microdata:inLanguage")),
];

pub(super) const fn title(from: &'static str) -> Place {
    Place {
        field: |data| &mut data.title,
        from,
    }
}

pub(super) const fn author(from: &'static str) -> Place {
    Place {
        field: |data| &mut data.author,
        from,
    }
}

pub(super) const fn date(from: &'static str) -> Place {
    Place {
        field: |data| &mut data.date,
        from,
    }
}

pub(super) const fn site(from: &'static str) -> Place {
    Place {
        field: |data| &mut data.site,
        from,
    }
}

pub(super) const fn language(from: &'static str) -> Place {
    Place {
        field: |data| &mut data.language,
        from,
    }
}

pub(super) const fn url(from: &'static str) -> Place {
    Place {
        field: |data| &mut data.url,
        from,
    }
}

pub(super) const fn description(from: &'static str) -> Place {
    Place {
        field: |data| &mut data.description,
        from,
    }
}

impl Place {
    /// States a value, where a better place has not.
    pub(super) fn state(&self, data: &mut Metadata, value: Option<String>) {
        let field = (self.field)(data);
        if field.is_none() {
            *field = value.filter(|value| self.takes(value)).map(|value| Stated {
                value,
                from: self.from,
            });
        }
    }

    /// States a value in the place of any other.
    pub(super) fn prefer(&self, data: &mut Metadata, value: Option<String>) {
        if value.is_some() {
            *(self.field)(data) = None;
            self.state(data, value);
        }
    }

    /// Tells whether a value can be what it says it is: an author is no address.
    fn takes(&self, value: &str) -> bool {
        let is_address = value.starts_with("http://") || value.starts_with("https://");
        value.len() <= LONGEST && !(is_address && self.from.contains("author"))
    }
}
