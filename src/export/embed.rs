//! The lines that put a view on a page of another site: docs/embedding.md explains them.

use std::fmt::Write as _;

use crate::dataset::{Dataset, Lang};
use crate::text::escaped;
use crate::view::{Appearance, ViewState, link};

/// A view as it is to stand on the page: its state, with the parts that it does without, and its name for
/// assistive technology.
#[derive(Clone, Copy, Debug)]
pub struct Embedding<'a> {
    /// The data.
    pub data: &'a Dataset,
    /// The view, in the language and the colours that it is to have.
    pub state: &'a ViewState,
    /// The name of the frame.
    pub title: &'a str,
    /// Where the explorer stands for others: `https://…`, a folder with its `/` or a page, without a query.
    pub address: &'a str,
}

impl Embedding<'_> {
    /// The script and the element, which grows with its content.
    #[must_use]
    pub fn element(&self) -> String {
        let page = self.address;
        let (folder, file) = page.rsplit_once('/').unwrap_or((page, ""));
        let plain = ViewState {
            lang: Lang::default(),
            appearance: Appearance::default(),
            ..self.state.alone()
        };
        let link = link::write(&plain, self.data);
        let link = link.trim_start_matches("#/");
        let (view, filters) = link.split_once('?').unwrap_or((link, ""));
        let hidden = self.state.embed.unwrap_or_default().keys(" ");
        let lang = match self.state.lang {
            Lang::Zh => "",
            Lang::En => "en",
        };
        let theme = match self.state.appearance {
            Appearance::System => "",
            Appearance::Light => "light",
            Appearance::Dark => "dark",
        };
        let src = match file {
            "" | "index.html" => "",
            _ => page,
        };
        let mut lines = format!(
            "<script src=\"{}/embed.js\" defer></script>\n<guatu-view",
            escaped(folder)
        );
        for (name, value) in [
            ("src", src),
            ("view", view),
            ("filters", filters),
            ("hide", &hidden),
            ("lang", lang),
            ("theme", theme),
            ("title", self.title),
        ] {
            if !value.is_empty() {
                let _ = write!(lines, " {name}=\"{}\"", escaped(value));
            }
        }
        lines + "></guatu-view>"
    }

    /// A frame of a fixed height, in CSS pixels.
    #[must_use]
    pub fn frame(&self, height: u32) -> String {
        let address = format!("{}{}", self.address, link::write(self.state, self.data));
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" frameborder=\"0\" loading=\"lazy\"></iframe>",
            escaped(&address),
            escaped(self.title)
        )
    }
}
