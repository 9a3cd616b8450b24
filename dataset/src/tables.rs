//! The texts of a data package, before anything is read from them.

/// The file that describes the package.
pub(super) const DESCRIPTOR: &str = "datapackage.json";

/// The files of a data package as text, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tables {
    files: Vec<(String, String)>,
}

/// Embeds files of `data/` by name.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! embedded {
    ($($file:literal),+ $(,)?) => {
        [$(($file, include_str!(concat!("../../data/", $file)))),+]
    };
}

impl Tables {
    /// The project's own package, `data/`, for what is built natively. The page is given its data at
    /// its start: the program holds none, so that its size does not grow with them.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn built_in() -> Self {
        let files = embedded![
            "datapackage.json",
            "areas.csv",
            "documents.csv",
            "themes.csv",
            "units.csv",
            "indicators.csv",
            "observations.csv",
            "relations.csv",
            "tasks.csv",
            "organisations.csv",
            "responsibilities.csv",
            "projects.csv",
            "glossary.csv",
            "exclusions.csv",
            "changes.csv",
        ];
        let mut tables = Self::default();
        for (name, text) in files {
            tables.insert(name, text);
        }
        tables
    }

    /// Puts a file in, in place of one of the same name.
    pub fn insert(&mut self, name: &str, text: impl Into<String>) {
        self.files.retain(|(known, _)| known != name);
        self.files.push((name.to_owned(), text.into()));
    }

    /// Whether there is a file of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.files.iter().any(|(known, _)| known == name)
    }

    /// The text of a file, without the mark that spreadsheets put before UTF-8.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.files
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, text)| text.strip_prefix('\u{feff}').unwrap_or(text))
    }
}
