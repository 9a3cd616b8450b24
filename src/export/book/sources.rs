//! The sheet of documents that figures are taken from.

use super::columns::{Column, date, link, msg, number, out, text};
use super::{Export, Sheet};
use crate::text::{Msg, Out, label, period};
use crate::view::{Page, Place};

const COLUMNS: [Column; 13] = [
    text("title", out(Out::HeadTitle)),
    text("area_name", msg(Msg::ColumnArea)),
    text("kind_name", out(Out::HeadDocumentKind)),
    text("issuer", out(Out::HeadIssuer)),
    text("number", msg(Msg::Number)),
    date("delivered", out(Out::HeadDelivered)),
    date("published", out(Out::HeadPublished)),
    text("covers_name", out(Out::HeadCovers)),
    number("figures", out(Out::HeadFigures)),
    link("link", out(Out::FactLink)),
    text("id", out(Out::HeadDocumentId)),
    text("covers", out(Out::HeadIsoPeriod)),
    text("sha256", out(Out::HeadSum)),
];

/// The documents of the figures that are chosen, each with how many there are.
pub(super) fn sources(export: &Export<'_>) -> Sheet {
    let (data, lang) = (export.data(), export.lang());
    let mut counts = vec![0_u32; data.documents.len()];
    for figure in export.rows() {
        if let Some(count) = counts.get_mut(usize::from(figure.document_code)) {
            *count += 1;
        }
    }
    let documents = (0..).zip(&data.documents).zip(counts);
    let used = documents.filter(|(_, count)| *count > 0);
    let rows = used.map(|((code, document), count)| {
        let area = data.area(document.area);
        vec![
            document.title.get(lang).to_owned(),
            area.map_or("", |area| area.name.get(lang)).to_owned(),
            label::document_kind(document.kind).get(lang).to_owned(),
            document.issuer.to_string(),
            document.number.to_string(),
            document.delivered.to_string(),
            document.published.to_string(),
            period::words(document.covers, lang),
            count.to_string(),
            export.link(Page::Sources, Some(Place::document(code)), None),
            document.id.to_string(),
            document.covers.to_string(),
            document.sha256.to_string(),
        ]
    });
    Sheet {
        name: "documents",
        label: msg(Msg::Sources),
        columns: COLUMNS.to_vec(),
        rows: rows.collect(),
    }
}
