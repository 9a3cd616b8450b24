//! Faults and notes in a table, to be mended one by one, copied and saved.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser;
use crate::export::Table;
use crate::intake::{Finding, Told, told};
use crate::text::{Message, Own, label, number};
use crate::ui::context::{Shared, use_shared};
use crate::ui::parts::{Outcome, Told as ToldOutcome, copied, saved};

/// So many are listed; what is copied and saved has all.
const MOST: usize = 500;

/// The heads of the table.
const HEADS: [Own; 6] = [
    Own::FaultPlace,
    Own::FaultRow,
    Own::FaultColumn,
    Own::FaultWrong,
    Own::FaultRead,
    Own::FaultAllowed,
];

/// Properties of [`Findings`].
#[derive(Properties, PartialEq)]
pub struct FindingsProps {
    /// What was found. Required.
    pub found: Rc<Vec<Finding>>,
}

/// Faults first, then what the reader should look at, then what was assumed.
#[component]
pub fn Findings(props: &FindingsProps) -> Html {
    let shared = use_shared();
    let (faults, others): (Vec<&Finding>, Vec<&Finding>) =
        props.found.iter().partition(|one| one.what.is_fault());
    let (doubts, notes): (Vec<&Finding>, Vec<&Finding>) =
        others.into_iter().partition(|one| one.what.is_doubt());
    html! {
        <>
            if !faults.is_empty() {
                <section class="open-faults">
                    <div role="alert"><h3>{ headed(&shared, Own::FaultsTitle, faults.len()) }</h3></div>
                    <p>{ shared.msg(Own::NothingLoaded) }</p>
                    { table(&shared, &faults) }
                    <Tools found={Rc::clone(&props.found)} />
                </section>
            }
            { listed_notes(&shared, Own::DoubtsTitle, &doubts) }
            { listed_notes(&shared, Own::NotesTitle, &notes) }
        </>
    }
}

/// Notes under the sheet or file that they are of.
fn listed_notes(shared: &Shared, title: Own, notes: &[&Finding]) -> Html {
    let listed = notes.iter().take(MOST);
    let listed: Vec<Told> = listed.map(|one| told(one, shared.lang())).collect();
    let parts = listed.chunk_by(|one, next| one.place == next.place);
    html! {
        if !notes.is_empty() {
            <section class="open-notes">
                <h3>{ headed(shared, title, notes.len()) }</h3>
                for part in parts {
                    <p>{ part.first().map_or("", |one| &one.place) }</p>
                    <ul>
                        for one in part { <li>{ note(one) }</li> }
                    </ul>
                }
                if notes.len() > MOST {
                    <p>{ shared.msg(Own::TooManyFaults) }</p>
                }
            </section>
        }
    }
}

/// A note on a line: where, and what.
fn note(told: &Told) -> Html {
    let place = [&told.row, &told.column, &told.read];
    let place = place.into_iter().filter(|part| !part.is_empty());
    let place = place.map(String::as_str).collect::<Vec<_>>().join(" · ");
    html! { <><span>{ place }</span>{ &told.wrong }</> }
}

/// A name with a number.
pub fn headed(shared: &Shared, name: Own, count: usize) -> String {
    format!(
        "{} {}",
        shared.msg(name),
        number::count(count, shared.lang())
    )
}

/// A table with a part for each sheet or file.
fn table(shared: &Shared, found: &[&Finding]) -> Html {
    let [of_place, heads @ ..] = HEADS;
    let listed = found.iter().take(MOST);
    let listed: Vec<Told> = listed.map(|one| told(one, shared.lang())).collect();
    let parts = listed.chunk_by(|one, next| one.place == next.place);
    html! {
        <>
            <div class="open-table">
                <table role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            for head in heads { <th scope="col" role="columnheader">{ shared.msg(head) }</th> }
                        </tr>
                    </thead>
                    for part in parts {
                        <tbody role="rowgroup">
                            if let Some(Told { place, .. }) = part.first().filter(|one| !one.place.is_empty()) {
                                <tr role="row">
                                    <th role="rowheader" scope="rowgroup" colspan={heads.len().to_string()}>
                                        <span class="visually-hidden">{ label::headed(shared.msg(of_place), "", shared.lang()) }</span>
                                        { place }
                                    </th>
                                </tr>
                            }
                            for one in part { { row(shared, one) } }
                        </tbody>
                    }
                </table>
            </div>
            if found.len() > MOST { <p>{ shared.msg(Own::TooManyFaults) }</p> }
        </>
    }
}

fn row(shared: &Shared, told: &Told) -> Html {
    let cells = cells(told).into_iter().zip(HEADS).skip(1);
    html! {
        <tr role="row" data-fault="true">
            for (cell, head) in cells {
                <td role="cell" data-label={(!cell.is_empty()).then(|| shared.msg(head))}>{ cell }</td>
            }
        </tr>
    }
}

fn cells(told: &Told) -> [String; 6] {
    [
        &told.place,
        &told.row,
        &told.column,
        &told.wrong,
        &told.read,
        &told.allowed,
    ]
    .map(Clone::clone)
}

/// To copy and to save all of them.
#[component]
fn Tools(props: &FindingsProps) -> Html {
    let shared = use_shared();
    let outcome = use_state_eq(|| None);
    let button = |name: &'static str, words: Own, act: fn(&Shared, &[Finding]) -> Outcome| {
        let (shared, found, outcome) = (shared.clone(), Rc::clone(&props.found), outcome.setter());
        let said = shared.msg(words);
        let onclick = Callback::from(move |_: MouseEvent| outcome.set(Some(act(&shared, &found))));
        html! { <button type="button" class="quiet" data-export={name} {onclick}>{ said }</button> }
    };
    html! {
        <div class="plot-export">
            { button("faults-table", Own::CopyFaults, copy) }
            { button("faults-csv", Own::SaveFaults, save) }
            <ToldOutcome outcome={(*outcome).clone()} name={shared.msg(Own::FaultsTitle)} />
        </div>
    }
}

/// All that was found, the faults first, with what each is.
fn listed(shared: &Shared, found: &[Finding]) -> Table {
    let lang = shared.lang();
    let heads = [Own::FaultKind].into_iter().chain(HEADS);
    let heads = heads.map(|head| head.words(lang).to_owned());
    let kind = |one: &Finding| match (one.what.is_fault(), one.what.is_doubt()) {
        (true, _) => Own::Fault,
        (false, true) => Own::DoubtsTitle,
        (false, false) => Own::NotesTitle,
    };
    let of_kind = |sought: Own| {
        let found = found.iter().filter(move |one| kind(one) == sought);
        found.map(move |one| {
            let words = sought.words(lang).to_owned();
            let cells = cells(&told(one, lang)).into_iter();
            std::iter::once(words).chain(cells).collect()
        })
    };
    let kinds = [Own::Fault, Own::DoubtsTitle, Own::NotesTitle];
    Table::new(
        heads.collect(),
        kinds.into_iter().flat_map(of_kind).collect(),
    )
}

fn copy(shared: &Shared, found: &[Finding]) -> Outcome {
    let table = listed(shared, found);
    copied(table.tsv(), &table.html())
}

fn save(shared: &Shared, found: &[Finding]) -> Outcome {
    let text = format!("\u{feff}{}", listed(shared, found).csv());
    let name = [shared.msg(Own::FaultsName), ".csv"].concat();
    saved(browser::save_text(&text, "text/csv;charset=utf-8", &name))
}
