//! What a proof card holds under its head: from the numbers that count to the last step.

use yew::prelude::*;

use super::calculator::Calculator;
use super::pace::pace_bar;
use crate::assess::Edition;
use crate::dataset::Row;
use crate::text::proof::{self, Body, Fact, Forecast, Line, Step};
use crate::text::{Msg, label};
use crate::ui::context::Shared;
use crate::ui::parts::{CopyText, printing_place, quoted, status_class};

/// The body of a card.
pub fn card(shared: &Shared, edition: &Edition<'_>) -> Html {
    let (data, lang, one) = (&*shared.data, shared.lang(), &edition.one);
    let card = proof::proof(data, one, &edition.again, lang);
    let class = status_class(one.assessment.judgement.status);
    html! {
        <div class="proof-body">
            { delivered(shared, edition) }
            { facts(&card.facts) }
            { card.bar.as_ref().map(|bar| pace_bar(shared, bar, class)) }
            <dl class="proof-rows">{ for card.lines.iter().map(|line| row(shared, line)) }</dl>
            { card.forecast.map(|forecast| calculator(one.target, forecast)) }
            <CopyText text={proof::text(data, one, &edition.again, lang)} words={shared.msg(Msg::CopyProof)} />
        </div>
    }
}

/// The calculator: a new one for each language, whose units differ from those that were typed in.
fn calculator(target: Row, forecast: Forecast) -> Html {
    let key = forecast.unit.clone();
    html! { <Calculator {key} {target} {forecast} /> }
}

/// The document that states the target, and its day.
fn delivered(shared: &Shared, edition: &Edition<'_>) -> Html {
    let document = edition.target.document;
    let name = label::document(&shared.data, document, shared.lang());
    let day = Some(&document.delivered).filter(|day| !day.is_empty());
    let head = shared.msg(label::delivered(document.kind));
    html! {
        <p class="proof-document">
            { name }
            { day.map(|day| html! { <>{ " · " }{ head }{ " " }<time datetime={day.to_string()}>{ &**day }</time></> }) }
        </p>
    }
}

fn facts(facts: &[Fact]) -> Html {
    if facts.is_empty() {
        return html! {};
    }
    html! {
        <dl class="proof-facts">
            for fact in facts { <div><dt>{ fact.name }</dt><dd>{ &fact.value }</dd></div> }
        </dl>
    }
}

/// A line of the proof.
fn row(shared: &Shared, line: &Line) -> Html {
    let body = match &line.body {
        Body::Words(words) => html! { words },
        Body::Verdict(words) => html! { <b>{ words }</b> },
        Body::Figure(words, row) => figure(shared, words, *row),
        Body::Steps(each) => steps(each),
    };
    html! { <><dt>{ line.head }</dt><dd>{ body }</dd></> }
}

/// A figure of the proof, and the way to where it is printed.
fn figure(shared: &Shared, words: &str, row: Row) -> Html {
    let Some(source) = shared.data.observation(row) else {
        return html! {};
    };
    html! {
        <>
            <b>{ words.to_owned() }</b>
            { " " }
            { quoted(shared, source.as_printed) }
            <small>{ printing_place(shared, &source) }</small>
        </>
    }
}

/// Formulas under each other, the results at the right.
fn steps(steps: &[Step]) -> Html {
    html! {
        <table role="table" class="proof-steps">
            <tbody role="rowgroup">
                for step in steps {
                    <tr role="row">
                        <th role="rowheader" scope="row">{ step.name }</th>
                        <td role="cell">{ &step.formula }</td>
                        <td role="cell">{ "= " }{ &step.result }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}
