//! How a view and a figure are cited: by GB/T 7714—2025, in force since 1 July 2026, and in plain words.
//!
//! A data set: 主要责任者. 题名：其他题名信息[文献类型标识/文献载体标识]. 版本. 发布平台(发布或修改日期)[引用日期].
//! 获取和访问路径. A report: 主要责任者. 题名：报告编号[…]. 发布日期：引文页码. 获取和访问路径. A page of a site:
//! 主要责任者. 题名[EB/OL]. (发布日期)[引用日期]. 获取和访问路径. What is not stated is left out with its sign;
//! Chinese has its own colon, and what is not on the net has no day of access.

use crate::dataset::{Dataset, Document, DocumentKind, Lang, Observation};
use crate::query::documents::dated;
use crate::text::{Msg, edition, figure, filter, period, source, view};
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

impl Visit<'_> {
    /// The address of a view; none where nobody else could open it.
    fn link(&self, data: &Dataset, state: &ViewState) -> Option<String> {
        let address = self.address?;
        Some(shared_link(data, state, Some(address)))
    }
}

/// Both forms of a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// By GB/T 7714—2025.
    pub standard: String,
    /// In plain words.
    pub plain: String,
}

/// The data as a view shows them. A file that is on no site is a data set on a disk; what a reader opened was not
/// published.
#[must_use]
pub fn of_view(data: &Dataset, state: &ViewState, visit: Visit<'_>) -> Citation {
    let (lang, edition, day) = (state.lang, &data.edition, visit.date);
    let unpublished = edition::unpublished(data, lang);
    let title = data.title.get(lang);
    let view = view::name(data, state);
    let has_view = view != title;
    let whole = if has_view {
        [title, colon(lang), &view].concat()
    } else {
        title.to_owned()
    };
    let version = match lang {
        Lang::Zh => format!("{edition}版{unpublished}"),
        Lang::En => format!("Edition {edition}{unpublished}"),
    };
    let plain = match lang {
        Lang::Zh if has_view => format!("《{title}》“{view}”，{edition}版数据{unpublished}"),
        Lang::Zh => format!("《{title}》，{edition}版数据{unpublished}"),
        Lang::En => format!("{whole}, edition {edition} of the data{unpublished}"),
    };
    let plain = if state.page.takes_filters() && state.filters.active() > 0 {
        let between = if lang == Lang::Zh { "，" } else { ", " };
        [&*plain, &filter::words(data, &state.filters, lang)].join(between)
    } else {
        plain
    };
    let published = if data.is_opened {
        String::new()
    } else {
        Msg::Brand.get(lang).to_owned() + &bracketed(&data.created)
    };
    let Some(link) = visit.link(data, state) else {
        let whole = format!("{whole}[DS/DK]");
        return Citation {
            standard: stated([&*whole, &version, &published], ". ") + ".",
            plain,
        };
    };
    let seen = match lang {
        Lang::Zh => format!("，{day}查阅，"),
        Lang::En => format!(", seen on {day}, "),
    };
    Citation {
        standard: format!("{whole}[DS/OL]. {version}. {published}[{day}]. {link}."),
        plain: [plain, seen, link].concat(),
    }
}

/// A figure in its document, with the line and the link to it; in plain words with what it says there and
/// whose transcription it is, for which the standard has no place. Without a link it is the document alone that
/// is cited.
#[must_use]
pub fn of_figure(
    data: &Dataset,
    state: &ViewState,
    figure: &Observation<'_>,
    visit: Visit<'_>,
) -> Citation {
    let lang = state.lang;
    let state = ViewState {
        page: Page::Sources,
        at: Place::of(data, figure.row),
        lang,
        ..ViewState::default()
    };
    let line = source::line(figure.line, lang);
    let address = visit.link(data, &state);
    let standard = document_standard(figure.document, &line, address.as_deref(), visit, lang);
    let (document, printed) = (document_plain(figure.document, lang), figure.as_printed);
    let (said, title, edition) = (said(figure, lang), data.title.get(lang), &data.edition);
    let unpublished = edition::unpublished(data, lang);
    let mut plain = match lang {
        Lang::Zh => {
            format!(
                "{document}，{line}：“{printed}”（{said}），据《{title}》{edition}版数据{unpublished}转录"
            )
        }
        Lang::En => format!(
            "{document}, {line}: “{printed}” ({said}), as transcribed in {title}, edition {edition}{unpublished}"
        ),
    };
    if let Some(address) = address {
        plain.push_str(if lang == Lang::Zh { "，" } else { ", " });
        plain.push_str(&address);
    }
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

/// A report, a compilation or an official document by its line, a page of a site by the day of access.
fn document_standard(
    document: &Document,
    line: &str,
    address: Option<&str>,
    visit: Visit<'_>,
    lang: Lang,
) -> String {
    let (mark, is_page) = match document.kind {
        DocumentKind::PlanReport | DocumentKind::ProgressReport | DocumentKind::WorkReport => {
            ("R", false)
        }
        DocumentKind::News => ("EB", true),
        DocumentKind::TaskDivision => ("Z", false),
        DocumentKind::Statistics => ("G", false),
    };
    let title = stated([&title(document, lang), &document.number], colon(lang));
    let carrier = if address.is_some() { "/OL" } else { "" };
    let day = dated(document);
    let named = stated([&document.issuer, &title], ". ");
    let named = format!("{named}[{mark}{carrier}]");
    let placed = match address {
        Some(_) if is_page => stated(
            [&named, &format!("{}[{}]", bracketed(day), visit.date)],
            ". ",
        ),
        None if is_page => stated([&*named, &bracketed(day)], ". "),
        _ => stated([&*stated([&*named, day], ". "), line], colon(lang)),
    };
    stated([&*placed, address.unwrap_or_default()], ". ") + "."
}

/// What parts a title from what is said of it.
const fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    }
}

/// A day of publication in its brackets; empty where none is known.
fn bracketed(day: &str) -> String {
    if day.is_empty() {
        return String::new();
    }
    format!("({day})")
}

/// The document in plain words.
fn document_plain(document: &Document, lang: Lang) -> String {
    let title = title(document, lang);
    let (title, between) = match lang {
        Lang::Zh => (format!("《{title}》"), "，"),
        Lang::En => (title, ", "),
    };
    stated(
        [&document.issuer, &title, &document.number, dated(document)],
        between,
    )
}

/// The title as a reader finds the document by it: its own, and for readers of another language what it means.
fn title(document: &Document, lang: Lang) -> String {
    let own = document.title.get(Lang::Zh);
    match (lang, document.title.get(lang)) {
        (Lang::En, english) if english != own => format!("{own} [{english}]"),
        _ => own.to_owned(),
    }
}

/// What is stated of these, with a sign between.
fn stated<const N: usize>(parts: [&str; N], between: &str) -> String {
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(between)
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
            format!(
                "{title}：表格[DS/OL]. 2026.11.0版. 挂图({})[2026-11-23]. {link}.",
                data.created
            )
        );
        assert_eq!(
            cited.plain,
            format!(
                "《{title}》“表格”，2026.11.0版数据，已筛选（地区：武昌区），2026-11-23查阅，{link}"
            )
        );
        let (state, _) = link::read("#/board?lang=en", &data);
        let title = data.title.get(Lang::En);
        let link = "https://example.org/guatu/#/board?edition=2026.11.0&lang=en";
        assert_eq!(
            of_view(&data, &state, VISIT).standard,
            format!(
                "{title}[DS/OL]. Edition 2026.11.0. Guatu({})[2026-11-23]. {link}.",
                data.created
            )
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
            "武昌区人民政府办公室. 武昌区国民经济和社会发展第十四个五年规划和2035年远景目标纲要任务分工方案：\
             武昌政办〔2022〕11号[Z/OL]. 2022-04-29：第{line}行. https://example.org/guatu/\
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
        let transcribed = format!("，据《{}》2026.11.0版数据转录，", data.title.get(Lang::Zh));
        assert!(cited.plain.contains(&transcribed), "{}", cited.plain);
        let english = ViewState {
            lang: Lang::En,
            ..ViewState::default()
        };
        let cited = of_figure(&data, &english, &figure, VISIT);
        let title = format!(
            "纲要任务分工方案 [{}]: 武昌政办〔2022〕11号[Z/OL]. ",
            figure.document.title.get(Lang::En)
        );
        assert!(cited.standard.contains(&title), "{}", cited.standard);
    }

    #[test]
    fn a_page_of_a_site_has_its_day_and_the_day_of_access() {
        let data = data();
        let mut figures = data.iter();
        let figure = figures.find(|figure| figure.document.kind == DocumentKind::News);
        let figure = figure.expect("a figure of a page");
        let cited = of_figure(&data, &ViewState::default(), &figure, VISIT).standard;
        let mark = format!(
            "[EB/OL]. ({})[2026-11-23]. https://",
            dated(figure.document)
        );
        assert!(cited.contains(&mark), "{cited}");
    }

    #[test]
    fn statistics_are_cited_as_a_compilation() {
        let mut data = data();
        let document = data.documents.first_mut().expect("a document");
        document.kind = DocumentKind::Statistics;
        let cited = document_standard(document, "L3", None, VISIT, Lang::En);
        assert!(cited.contains("[G]"), "{cited}");
    }

    #[test]
    fn what_is_not_stated_is_left_out_with_its_sign_and_so_is_a_path_that_nobody_can_open() {
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
            let (title, line) = (
                title(figure.document, lang),
                source::line(figure.line, lang),
            );
            let whole = format!("江汉区人民政府. {title}[R]{}{line}.", colon(lang));
            assert_eq!(cited.standard, whole);
            assert!(!cited.plain.contains("guatu.html"), "{}", cited.plain);
            let view = of_view(&data, &state, visit);
            let whole = data.title.get(lang);
            assert!(view.standard.starts_with(&format!("{whole}[DS/DK]. ")));
            let published = format!("({}).", data.created);
            assert!(view.standard.ends_with(&published), "{}", view.standard);
            let mut opened = self::data();
            opened.is_opened = true;
            let view = of_view(&opened, &state, visit);
            assert!(!view.standard.contains(&data.created), "{}", view.standard);
            assert!(!view.plain.contains('#'), "{}", view.plain);
            assert!(!cited.plain.contains(", ,") && !cited.plain.contains("，，"));
        }
    }
}
