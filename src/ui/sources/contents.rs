//! The table of a document's sections.

use std::rc::Rc;

use yew::prelude::*;

use crate::dataset::Code;
use crate::query::sources::Section;
use crate::text::source;
use crate::ui::context::{Shared, use_shared};
use crate::ui::parts::{use_listed, use_steps};
use crate::view::{Action, Place};

/// So many sections are named at once. They stand above the text, which would move with each that came later.
const SCREEN: usize = 200;

/// Properties of [`Contents`], both required.
#[derive(Clone, Properties)]
pub struct ContentsProps {
    /// The document.
    pub document: Code,
    /// Its sections.
    pub sections: Rc<Vec<Section>>,
}

impl PartialEq for ContentsProps {
    fn eq(&self, other: &Self) -> bool {
        self.document == other.document && Rc::ptr_eq(&self.sections, &other.sections)
    }
}

/// The table of sections: each leads to its first figure.
#[component]
pub fn Contents(props: &ContentsProps) -> Html {
    let shared = &use_shared();
    let ContentsProps { document, sections } = props;
    // Each section that is gone to has the same sections again.
    let of: Vec<_> = sections.iter().map(Section::first).collect();
    let found = shared.data.documents.get(usize::from(*document));
    let id = found.map_or("", |document| &document.id);
    let links = format!("[data-document='{id}'] .contents a");
    let steps = use_steps(shared, (*document, of), SCREEN, &links);
    let (count, further) = use_listed(shared, &steps, sections.len());
    let mut above: Vec<&str> = Vec::new();
    let mut entries = Vec::new();
    for section in sections.iter().take(count) {
        let path: Vec<&str> = section.path.split(" / ").collect();
        let same = above.iter().zip(&path).take_while(|(a, b)| a == b).count();
        // What follows the last sub-heading of a heading stands under the heading again.
        let same = same.min(path.len().saturating_sub(1));
        for (depth, heading) in path.iter().enumerate().skip(same) {
            let is_last = depth + 1 == path.len();
            let own = is_last.then_some(section);
            entries.push(entry(shared, *document, heading, depth, own));
        }
        above = path;
    }
    html! {
        <>
            <ol class="contents">{ entries.into_iter().collect::<Html>() }</ol>
            { further }
        </>
    }
}

/// A heading; one with figures of its own is a link with their number.
fn entry(
    shared: &Shared,
    document: Code,
    heading: &str,
    depth: usize,
    section: Option<&Section>,
) -> Html {
    let class = match depth {
        0 => "contents-top",
        1 => "contents-sub",
        _ => "contents-deep",
    };
    let Some(section) = section else {
        return html! { <li {class} lang="zh-CN">{ heading }</li> };
    };
    let line = section.lines.first().map(|line| line.number);
    let place = line.map_or(Place::document(document), |line| {
        Place::line(document, line)
    });
    let href = shared.link(Action::Open(place));
    let count = source::shown_of(section.shown(), section.all, shared.lang());
    html! {
        <li {class}>
            <a {href} lang="zh-CN">{ heading }</a>
            <span class="contents-count">{ count }</span>
        </li>
    }
}
