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

/// A figure in its document, with the line and the link to it; in plain words with what it says there,
/// for which the standard has no place.
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
    let document = document_plain(document, lang);
    let plain = match lang {
        Lang::Zh => format!("{document}，{line}：“{printed}”（{said}），{address}"),
        Lang::En => format!("{document}, {line}: “{printed}” ({said}), {address}"),
    };
    Citation { standard, plain }
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

/// 主要责任者. 题名[文献类型标识/文献载体标识]. 文号. 日期
fn document_standard(document: &Document, lang: Lang) -> String {
    let mark = match document.kind {
        DocumentKind::PlanReport | DocumentKind::ProgressReport | DocumentKind::WorkReport => "R",
        DocumentKind::News => "N",
        DocumentKind::TaskDivision => "Z",
    };
    let title = format!("{}[{mark}/OL]", document.title.get(lang));
    stated(
        [&document.issuer, &title, &document.number, day(document)],
        ". ",
    )
}

/// The document in plain words.
fn document_plain(document: &Document, lang: Lang) -> String {
    let title = document.title.get(lang);
    let (title, between) = match lang {
        Lang::Zh => (&*format!("《{title}》"), "，"),
        Lang::En => (title, ", "),
    };
    stated(
        [&document.issuer, title, &document.number, day(document)],
        between,
    )
}

/// What is stated of these, with a sign between.
fn stated(parts: [&str; 4], between: &str) -> String {
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(between)
}

/// When it was delivered, or else published; empty where neither is stated.
fn day(document: &Document) -> &str {
    if document.delivered.is_empty() {
        &document.published
    } else {
        &document.delivered
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::dataset::{Tables, load};
    use crate::view::link;

    const VISIT: Visit<'_> = Visit {
        date: "2026-11-23",
        address: Some("https://example.org/guatu/"),
    };

    fn data() -> Dataset {
        load(&Tables::built_in()).expect("no fault")
    }

    #[test]
    fn a_view_is_cited_as_a_data_set_with_edition_day_and_link() {
        let data = data();
        let (state, _) = link::read("#/table?area=420106", &data);
        let cited = of_view(&data, &state, VISIT);
        let link = "https://example.org/guatu/#/table?area=420106&edition=2026.11.0";
        let title = data.title.get(Lang::Zh);
        assert_eq!(
            cited.standard,
            format!("{title}: 表格[DS/OL]. 2026.11.0版. [2026-11-23]. {link}.")
        );
        assert_eq!(
            cited.plain,
            format!("《{title}》“表格”，2026.11.0版数据，2026-11-23查阅，{link}")
        );
        let (state, _) = link::read("#/board?lang=en", &data);
        let title = data.title.get(Lang::En);
        let link = "https://example.org/guatu/#/board?edition=2026.11.0&lang=en";
        assert_eq!(
            of_view(&data, &state, VISIT).standard,
            format!("{title}[DS/OL]. Edition 2026.11.0. [2026-11-23]. {link}.")
        );
    }

    #[test]
    fn a_figure_is_cited_in_its_document_by_line_with_what_it_says_there() {
        let data = data();
        let mut figures = data.iter();
        let figure = figures.find(|figure| figure.document.id.starts_with("wuchang-14fyp"));
        let figure = figure.expect("a figure of the division of tasks");
        let (line, id) = (figure.line, figure.id);
        let cited = of_figure(&data, &ViewState::default(), &figure, VISIT);
        let whole = format!(
            "武昌区人民政府办公室. 武昌区国民经济和社会发展第十四个五年规划和2035年远景目标纲要任务分工方案[Z/OL]. \
             武昌政办〔2022〕11号. 2022-04-29: 第{line}行[2026-11-23]. https://example.org/guatu/\
             #/source/wuchang-14fyp-task-division?line={line}&at={id}&edition=2026.11.0.",
        );
        assert_eq!(cited.standard, whole);
        assert!(
            cited.plain.starts_with("武昌区人民政府办公室，《武昌区"),
            "{}",
            cited.plain
        );
        let quoted = format!(
            "，2022-04-29，第{line}行：“{}”（{}，",
            figure.as_printed,
            figure.indicator.name.get(Lang::Zh),
        );
        assert!(cited.plain.contains(&quoted), "{}", cited.plain);
    }

    #[test]
    fn what_a_document_does_not_state_is_left_out_with_its_sign() {
        let data = data();
        let mut figures = data.iter();
        let figure = figures.find(|figure| figure.document.id.starts_with("jianghan"));
        let figure = figure.expect("a figure without a day");
        let visit = Visit {
            address: None,
            ..VISIT
        };
        for lang in [Lang::Zh, Lang::En] {
            let state = ViewState {
                lang,
                ..ViewState::default()
            };
            let cited = of_figure(&data, &state, &figure, visit);
            let title = figure.document.title.get(lang);
            let line = source::line(figure.line, lang);
            let head =
                format!("江汉区人民政府. {title}[R/OL]: {line}[2026-11-23]. guatu.html#/source/");
            assert!(cited.standard.starts_with(&head), "{}", cited.standard);
            assert!(!cited.plain.contains(", ,") && !cited.plain.contains("，，"));
        }
    }
}
