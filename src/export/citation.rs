//! How a view and a figure are cited: by GB/T 7714—2015, and in plain words.
//!
//! The standard's order is 主要责任者. 题名: 其他题名信息[文献类型标识/文献载体标识]. 版本项. 出版年: 引文页码[引用日期].
//! 获取和访问路径. What a document does not state is left out with its sign.

use crate::dataset::{Dataset, Document, DocumentKind, Lang, Observation};
use crate::text::{figure, period, source, view};
use crate::view::{Page, Place, ViewState};

use super::sheet::shared_link;

/// When and from where something is cited.
#[derive(Clone, Copy, Debug)]
pub struct Visit<'a> {
    /// The day, ISO 8601.
    pub date: &'a str,
    /// The address of the page; none where it was opened from a file.
    pub address: Option<&'a str>,
}

/// Both forms of a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// By GB/T 7714—2015.
    pub standard: String,
    /// In plain words.
    pub plain: String,
}

/// The data as a view shows them.
#[must_use]
pub fn of_view(data: &Dataset, state: &ViewState, visit: Visit<'_>) -> Citation {
    let (lang, edition, day) = (state.lang, &data.edition, visit.date);
    let title = data.title.get(lang);
    let view = view::name(data, state);
    let link = shared_link(data, state, visit.address);
    let whole = if view == title {
        title.to_owned()
    } else {
        format!("{title}: {view}")
    };
    match lang {
        Lang::Zh => Citation {
            standard: format!("{whole}[DS/OL]. {edition}版. [{day}]. {link}."),
            plain: format!(
                "《{title}》{}，{edition}版数据，{day}查阅，{link}",
                if view == title {
                    String::new()
                } else {
                    format!("“{view}”")
                }
            ),
        },
        Lang::En => Citation {
            standard: format!("{whole}[DS/OL]. Edition {edition}. [{day}]. {link}."),
            plain: format!("{whole}, edition {edition} of the data, seen on {day}, {link}"),
        },
    }
}

/// A figure in its document, with the line, what it says there, and the link to it.
#[must_use]
pub fn of_figure(
    data: &Dataset,
    state: &ViewState,
    figure: &Observation<'_>,
    visit: Visit<'_>,
) -> Citation {
    let lang = state.lang;
    let place = Place::of(data, figure.row);
    let state = ViewState {
        page: Page::Sources,
        at: place,
        lang,
        ..ViewState::default()
    };
    let address = shared_link(data, &state, visit.address);
    let line = source::line(figure.line, lang);
    let (document, printed) = (figure.document, figure.as_printed);
    let said = said(figure, lang);
    let standard = format!(
        "{}: {line}[{}]. {address}.",
        document_standard(document, lang),
        visit.date,
    );
    match lang {
        Lang::Zh => Citation {
            standard: format!("{standard}引文：“{printed}”（{said}）。"),
            plain: format!(
                "{}{line}：“{printed}”（{said}），{address}",
                plain(document, lang)
            ),
        },
        Lang::En => Citation {
            standard: format!("{standard} Quoted: “{printed}” ({said})."),
            plain: format!(
                "{}{line}: “{printed}” ({said}), {address}",
                plain(document, lang)
            ),
        },
    }
}

/// What the figure means: indicator, area, period, kind and value.
fn said(figure: &Observation<'_>, lang: Lang) -> String {
    let facts = [
        figure.indicator.name.get(lang),
        figure.area.name.get(lang),
        &period::of(figure, lang),
        &figure::with_kind(figure, lang),
    ];
    facts.join(if lang == Lang::Zh { "，" } else { ", " })
}

/// 主要责任者. 题名[文献类型标识]. 文号. 日期
fn document_standard(document: &Document, lang: Lang) -> String {
    let mark = match document.kind {
        DocumentKind::PlanReport | DocumentKind::ProgressReport | DocumentKind::WorkReport => "R",
        DocumentKind::News => "N",
        DocumentKind::TaskDivision => "Z",
    };
    let title = format!("{}[{mark}]", document.title.get(lang));
    let parts = [&*document.issuer, &title, &document.number, day(document)];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(". ")
}

/// The document in plain words, up to the line.
fn plain(document: &Document, lang: Lang) -> String {
    let title = document.title.get(lang);
    let title = match lang {
        Lang::Zh => format!("《{title}》"),
        Lang::En => title.to_owned(),
    };
    let parts = [
        &*document.issuer,
        &title,
        &document.number,
        day(document),
        "",
    ];
    let kept = parts.iter().enumerate();
    let kept = kept.filter(|(index, part)| *index == parts.len() - 1 || !part.is_empty());
    let kept: Vec<&str> = kept.map(|(_, part)| *part).collect();
    kept.join(if lang == Lang::Zh { "，" } else { ", " })
}

/// When it was delivered, or else published; empty where neither is stated.
fn day(document: &Document) -> &str {
    if document.delivered.is_empty() {
        &document.published
    } else {
        &document.delivered
    }
}
