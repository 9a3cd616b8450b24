//! One document: what it is, its sections with their figures, and what else it names.

use std::rc::Rc;

use yew::prelude::*;

use super::contents::Contents;
use super::coverage::coverage;
use super::excluded::excluded;
use super::glossary::terms_of_document;
use super::lines::SectionLines;
use super::nothing;
use super::projects::projects_of_document;
use super::tasks::tasks_of_document;
use crate::dataset::Document;
use crate::query::Selection;
use crate::query::sources::{self, Section};
use crate::text::{Msg, label, period, source};
use crate::ui::context::{Shared, use_shared};
use crate::ui::parts::{SelectionProps, explained, use_listed, use_steps};
use crate::view::{Action, Page, Place};

/// Properties of [`DocumentPage`], both required.
#[derive(Clone, Properties)]
pub struct DocumentProps {
    /// The document, and the line that is pointed at.
    pub at: Place,
    /// The answer to the filters.
    pub selection: Rc<Selection>,
}

impl PartialEq for DocumentProps {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at && Rc::ptr_eq(&self.selection, &other.selection)
    }
}

/// So many sections fill a screen.
const SCREEN: usize = 4;

/// One document.
#[component]
pub fn DocumentPage(props: &DocumentProps) -> Html {
    let shared = use_shared();
    let unfolded = use_state(|| true);
    let at = props.at;
    let sections = {
        let (data, index) = (Rc::clone(&shared.data), Rc::clone(&shared.index));
        use_memo(props.clone(), move |props| {
            sources::sections(&data, &index, &props.selection, at.document, at.line)
        })
    };
    let is_pointed = |section: &Section| {
        let mut lines = section.lines.iter();
        lines.any(|line| Some(line.number) == at.line)
    };
    let pointed = sections.iter().position(is_pointed);
    let first = pointed.map_or(SCREEN, |place| SCREEN.max(place + 1));
    let of = SelectionProps {
        selection: Rc::clone(&props.selection),
    };
    let steps = use_steps(
        &shared,
        (of, at.document),
        first,
        ".document > .fold summary",
    );
    let all = sections.len();
    let (count, further) = use_listed(&shared, &steps, all);
    // What stands below the sections comes after them, unless the link points there.
    let is_below = at.line.is_some() && pointed.is_none();
    let has_rest = steps.are_done(all) || count == all || is_below;
    let found = {
        let (data, index) = (Rc::clone(&shared.data), Rc::clone(&shared.index));
        use_memo(at.document, move |document| {
            sources::coverage(&data, &index, *document)
        })
    };
    let Some(document) = shared.data.documents.get(usize::from(at.document)) else {
        return html! {};
    };
    let fold = {
        let unfolded = unfolded.clone();
        Callback::from(move |_: MouseEvent| unfolded.set(!*unfolded))
    };
    let fold_words = if *unfolded {
        Msg::CollapseAll
    } else {
        Msg::ExpandAll
    };
    html! {
        <article class="document" data-document={document.id.to_string()}>
            <header class="document-title">
                <p class="muted">
                    <a href={shared.link(Action::Go(Page::Sources))}>{ shared.msg(Msg::Documents) }</a>
                    { " / " }
                    { shared.msg(label::document_kind(document.kind)) }
                </p>
                <h1>{ explained(&shared, document.title.get(shared.lang())) }</h1>
                { facts(&shared, document) }
                { overtaken(&shared, document) }
                <p class="lines-of">{ source::lines_of(document, shared.lang()) }</p>
                { coverage(&shared, &found) }
            </header>
            if sections.is_empty() {
                { nothing(&shared, Msg::NothingFound) }
            } else {
                <nav class="panel document-contents" aria-label={shared.msg(Msg::Contents)}>
                    <h2>
                        { shared.msg(Msg::Contents) }
                        <button type="button" class="quiet" onclick={fold}>{ shared.msg(fold_words) }</button>
                    </h2>
                    <Contents document={at.document} sections={Rc::clone(&sections)} />
                </nav>
            }
            for (place, section) in sections.iter().enumerate().take(count) {
                <SectionLines
                    key={format!("{:?}", section.first())}
                    sections={Rc::clone(&sections)}
                    {place}
                    {at}
                    unfolded={*unfolded}
                />
            }
            { further }
            if has_rest {
                { tasks_of_document(&shared, at) }
                { projects_of_document(&shared, at) }
                { terms_of_document(&shared, at) }
                { excluded(&shared, at) }
            }
        </article>
    }
}

/// Area, issuer, number and dates.
pub fn facts(shared: &Shared, document: &Document) -> Html {
    let lang = shared.lang();
    let area = shared.data.area(document.area);
    let area = area.map_or_else(String::new, |area| area.name.get(lang).to_owned());
    let covers = period::words(document.covers, lang);
    let facts: [(Msg, &str); 6] = [
        (Msg::ColumnArea, &area),
        (Msg::Issuer, &document.issuer),
        (Msg::Number, &document.number),
        (Msg::Covers, &covers),
        (label::delivered(document.kind), &document.delivered),
        (Msg::Published, &document.published),
    ];
    let is_undated = document.delivered.is_empty() && document.published.is_empty();
    html! {
        <dl class="facts">
            for (msg, text) in facts.into_iter().filter(|(_, text)| !text.is_empty()) {
                <div key={shared.msg(msg)}>
                    <dt>{ shared.msg(msg) }</dt>
                    <dd lang={matches!(msg, Msg::Issuer | Msg::Number).then_some("zh-CN")}>{ text }</dd>
                </div>
            }
            if is_undated {
                <div><dt>{ shared.msg(label::delivered(document.kind)) }</dt><dd>{ shared.msg(Msg::NoDate) }</dd></div>
            }
        </dl>
    }
}

/// That the document was published after a later one had been delivered.
pub fn overtaken(shared: &Shared, document: &Document) -> Html {
    let data = &shared.data;
    let by = sources::overtaken_by(data, document);
    let by = by.and_then(|code| data.documents.get(usize::from(code)));
    let words = by.map(|by| source::overtaken(data, document, by, shared.lang()));
    html! { if let Some(words) = words { <p class="overtaken">{ words }</p> } }
}
