//! Sentences about documents: what of them is accounted for, and which of two is newer.

use crate::dataset::{Code, Dataset, Document, Lang, Observation};
use crate::query::documents::documents;
use crate::query::sources::Coverage;

use super::{Msg, label, number};

/// More documents than this are not all named.
const NAMED: usize = 8;

/// The documents that figures come from: `所据文件：…；…`. Of very many the first in the order of documents, and how
/// many there are.
#[must_use]
pub fn of_documents(data: &Dataset, used: &[Code], lang: Lang) -> String {
    let is_cut = used.len() > NAMED;
    let listed: Vec<Code> = if is_cut {
        let ordered = documents(data).into_iter();
        let own = ordered.filter(|code| used.contains(code));
        own.take(NAMED).collect()
    } else {
        used.to_vec()
    };
    let found = listed.iter();
    let found = found.filter_map(|code| data.documents.get(usize::from(*code)));
    let names = found.map(|document| label::document(data, document, lang));
    let names: Vec<String> = names.collect();
    let names = names.join(if lang == Lang::Zh { "；" } else { "; " });
    let words = match (is_cut, lang) {
        (false, _) => names,
        (true, Lang::Zh) => {
            let all = number::count(used.len(), lang);
            format!("{names}等{all}份文件")
        }
        (true, Lang::En) => {
            let more = number::counted(used.len() - NAMED, lang, "", "more document");
            format!("{names}; and {more}")
        }
    };
    label::headed(Msg::SourceOfChart.get(lang), &words, lang)
}

/// Where in its document a figure is: by its line, and its place among the figures of that line
/// where another one stands in it too.
#[must_use]
pub fn place_in_document(figure: &Observation<'_>, is_line_shared: bool, lang: Lang) -> String {
    let (line, place) = (figure.line, figure.ordinal());
    match (is_line_shared, lang) {
        (false, Lang::Zh) => format!("第{line}行"),
        (false, Lang::En) => format!("line {line}"),
        (true, Lang::Zh) => format!("第{line}行第{place}处"),
        (true, Lang::En) => format!("line {line}, figure {place}"),
    }
}

/// How many are shown of how many there are.
#[must_use]
pub fn shown_of(shown: usize, all: usize, lang: Lang) -> String {
    let is_all = shown == all;
    let [shown, all] = [shown, all].map(|count| number::count(count, lang));
    match (is_all, lang) {
        (true, Lang::Zh) => format!("{all}条"),
        (true, Lang::En) => all,
        (false, Lang::Zh) => format!("显示{shown}条，共{all}条"),
        (false, Lang::En) => format!("{shown} of {all}"),
    }
}

/// What a number of figures is called that stands before these words, and of how many it is.
#[must_use]
pub fn figures_of(shown: usize, all: usize, lang: Lang) -> String {
    let is_all = shown == all;
    let all = number::count(all, lang);
    match (is_all, lang) {
        (true, Lang::Zh) => "条数据".to_owned(),
        (false, Lang::Zh) => format!("条数据，共{all}条"),
        (true, Lang::En) if shown == 1 => "figure".to_owned(),
        (true, Lang::En) => "figures".to_owned(),
        (false, Lang::En) => format!("of {all} figures"),
    }
}

/// `3对`, `3 pairs`.
#[must_use]
pub fn pairs(count: usize, lang: Lang) -> String {
    number::counted(count, lang, "对", "pair")
}

/// `3项`, `3 projects`.
#[must_use]
pub fn projects(count: usize, lang: Lang) -> String {
    number::counted(count, lang, "项", "project")
}

/// `3项`, `3 tasks`.
#[must_use]
pub fn tasks(count: usize, lang: Lang) -> String {
    number::counted(count, lang, "项", "task")
}

/// `3条`, `3 terms`.
#[must_use]
pub fn terms(count: usize, lang: Lang) -> String {
    number::counted(count, lang, "条", "term")
}

/// `300个项目`, `300 projects`: where nothing around says of what.
#[must_use]
pub fn named_projects(count: usize, lang: Lang) -> String {
    number::counted(count, lang, "个项目", "project")
}

/// `20条名词解释`, `20 terms`.
#[must_use]
pub fn named_terms(count: usize, lang: Lang) -> String {
    number::counted(count, lang, "条名词解释", "term")
}

/// How many of a document's numerals stand in the printed text of figures, and how many outside, in the
/// words of a key to a bar of both. Digits can be counted; what is set aside holds numerals in words
/// too. That nothing is left is the audit's to prove.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageWords {
    /// What is counted.
    pub all: String,
    /// Those in the fragments.
    pub inside: String,
    /// The others.
    pub outside: String,
    /// What is set aside, before the list of reasons; empty where nothing is.
    pub set_aside: String,
}

/// The words of a document's coverage.
#[must_use]
pub fn coverage(coverage: &Coverage, lang: Lang) -> CoverageWords {
    let digits = [coverage.numerals, coverage.in_figures, coverage.others()];
    let digits = digits.map(|count| number::count(count as usize, lang));
    let [numerals, in_figures, others] = digits;
    let excluded = number::count(coverage.excluded(), lang);
    let set_aside = match (coverage.excluded(), lang) {
        (0, _) => String::new(),
        (_, Lang::Zh) => format!("不计入数据的（含汉字数字）逐条登记，共{excluded}条："),
        (_, Lang::En) => format!("{excluded} set aside, numerals in words included:"),
    };
    match lang {
        Lang::Zh => CoverageWords {
            all: format!("全文阿拉伯数字{numerals}处"),
            inside: format!("{in_figures}处在数据的原文片段内"),
            outside: format!("{others}处不计入数据"),
            set_aside,
        },
        Lang::En => CoverageWords {
            all: format!("{numerals} numerals in digits"),
            inside: format!("{in_figures} stand in the printed text of figures"),
            outside: format!("{others} are not treated as data"),
            set_aside,
        },
    }
}

/// That a document was published only after a later one had been delivered.
#[must_use]
pub fn overtaken(data: &Dataset, document: &Document, by: &Document, lang: Lang) -> String {
    let (published, delivered) = (&document.published, &by.delivered);
    let other = label::document(data, by, lang);
    match lang {
        Lang::Zh => format!(
            "本文件{published}才公开发布，晚于“{other}”的报告日期（{delivered}）；判定新旧以报告日期为准。"
        ),
        Lang::En => format!(
            "Published on {published}, after a later document ({other}) had been delivered on {delivered}. Which of the two is newer is judged by the day of delivery."
        ),
    }
}

/// How many more figures pass the filters than the board shows, and how many of them repeat one of its
/// targets: the filters count these, and the board does not.
#[must_use]
pub fn beyond_the_board(count: u32, repeated: u32, lang: Lang) -> String {
    let more = number::counted(count as usize, lang, "条数据", "more figure");
    let again = number::count(repeated as usize, lang);
    match (repeated, lang) {
        (0, Lang::Zh) => format!("挂图列目标和主要指标；另有{more}在表格中。"),
        (_, Lang::Zh) => format!(
            "挂图列目标和主要指标，同一目标只列一次；另有{more}在表格中，其中{again}条为目标的重复记载。"
        ),
        (0, Lang::En) => {
            format!("The board shows targets and main indicators; the table has {more}.")
        }
        (_, Lang::En) => format!(
            "The board shows each target once, and main indicators; the table has {more}, {again} of them targets printed again."
        ),
    }
}

/// How many cards of the board are not listed yet.
#[must_use]
pub fn not_listed(count: usize, lang: Lang) -> String {
    let items = number::counted(count, lang, "项", "more item");
    match lang {
        Lang::Zh => format!("另有{items}未列出。"),
        Lang::En => format!("{items} not listed yet."),
    }
}

/// Whose lines are counted, so that a reader can count them too.
#[must_use]
pub fn lines_of(document: &Document, lang: Lang) -> String {
    let Document { id, sha256, .. } = document;
    match lang {
        // The text of a reader's own document is not kept.
        Lang::Zh if sha256.is_empty() => "行号按文件正文计，空行也计。".to_owned(),
        Lang::En if sha256.is_empty() => {
            "Lines are those of the document, blank ones counted.".to_owned()
        }
        Lang::Zh => format!("行号按文本文件{id}.txt计（SHA-256：{sha256}）。"),
        Lang::En => format!("Lines are counted in the text {id}.txt (SHA-256 {sha256})."),
    }
}

/// A line in the margin: `第39行`, `line 39`.
#[must_use]
pub fn line(number: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第{number}行"),
        Lang::En => format!("line {number}"),
    }
}
