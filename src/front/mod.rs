//! The page before its program: what search engines, readers without JavaScript or WebAssembly and
//! printers of the raw page get, and what stands on the screen until the first view is drawn.
//!
//! Start at [`Front`]. The build writes it into `index.html` and into the single file, and the page into a single
//! file with other data; a figure reads in it as it does on the board, by the same functions. Everything that comes
//! from the data is escaped. This folder knows no page: it gives pieces of HTML.

mod column;
mod describe;
mod descriptor;
mod table;

pub use descriptor::Said;

use self::table::Headlines;
use crate::dataset::{Dataset, Lang, Tables};
use crate::query::FacetIndex;
use crate::text::{self, Msg, escaped};

/// The views that the head of the page leads to, as in the program's own head.
const VIEWS: [(&str, Msg); 5] = [
    ("board", Msg::Board),
    ("chart", Msg::Chart),
    ("table", Msg::Table),
    ("units", Msg::Units),
    ("sources", Msg::Sources),
];

/// What the page says before its program, each piece as HTML: all of the page's own text that hangs on the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Front {
    /// What stands in `<title>`.
    pub title: String,
    /// The tags behind it that describe the page to programs.
    pub about: String,
    /// The head of the page: its name and the views.
    pub head: String,
    /// The way back, and the headline figures.
    pub figures: String,
}

impl Front {
    /// The front of a package that was read from these tables.
    #[must_use]
    pub fn new(data: &Dataset, index: &FacetIndex, tables: &Tables) -> Self {
        let headlines = Headlines::new(data, index);
        let both = |write: &dyn Fn(Lang) -> String| [Lang::Zh, Lang::En].map(write).concat();
        let title = [&data.title.zh, " · ", Msg::Brand.get(Lang::Zh)].concat();
        Self {
            title: escaped(&title),
            about: describe::tags(data, tables, &headlines.indicators()),
            head: [
                "<header class=\"header\">",
                &both(&|lang| head(data, lang)),
                "<div class=\"search\"></div></header>",
            ]
            .concat(),
            figures: back(data) + &both(&|lang| headlines.html(lang)),
        }
    }

    /// The pieces by their names, as the places of the single file have them.
    #[must_use]
    pub fn pieces(&self) -> [(String, String); 4] {
        [
            ("title", &self.title),
            ("about", &self.about),
            ("head", &self.head),
            ("figures", &self.figures),
        ]
        .map(|(name, piece)| (name.to_owned(), piece.clone()))
    }
}

/// The name and the views, where the program's own will stand.
fn head(data: &Dataset, lang: Lang) -> String {
    let code = code_of(lang);
    // The language is the first that a link says, as the program writes it.
    let query = if lang == Lang::En { "?lang=en" } else { "" };
    let views =
        VIEWS.map(|(view, msg)| format!("<a href=\"#/{view}{query}\">{}</a>", msg.get(lang)));
    let views = views.concat();
    format!(
        "<span class=\"brand\" lang=\"{code}\"><b>{}</b><span>{}</span></span>\
         <nav class=\"tabs\" lang=\"{code}\" aria-label=\"{}\">{views}</nav>",
        Msg::Brand.get(lang),
        escaped(data.title.get(lang)),
        Msg::Views.get(lang),
    )
}

/// Where the program fails: which edition this is and the way back to the view, whose address guard.js puts in.
fn back(data: &Dataset) -> String {
    let words = |lang: Lang| {
        [
            Msg::Edition.get(lang),
            " ",
            &data.edition,
            " · ",
            text::Front::Back.get(lang),
        ]
        .concat()
    };
    format!(
        "<p id=\"guatu-back\" hidden>{} <span lang=\"en\">{}</span> <a></a></p>",
        escaped(&words(Lang::Zh)),
        escaped(&words(Lang::En))
    )
}

/// A language as HTML names it.
const fn code_of(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    }
}
