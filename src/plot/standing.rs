//! How the targets of a chart stand.

use crate::assess::{Ledger, Status};
use crate::chart::Standing;
use crate::dataset::{Lang, Row};
use crate::text::{Msg, proof};

/// The statuses in the order in which a sentence tells them: what needs a reader's eye comes first.
pub(super) const WORST_FIRST: [Status; 11] = [
    Status::Missed,
    Status::Reversing,
    Status::Behind,
    Status::SlightlyBehind,
    Status::NotAssessable,
    Status::Awaiting,
    Status::OnPace,
    Status::Ahead,
    Status::MetEarly,
    Status::Met,
    Status::ReportedMet,
];

/// How a target stands by an outcome that is shown with it. A filter may leave another outcome than the
/// one that decided: beside that the status would be read as its own.
pub(super) fn standing(ledger: &Ledger, target: Row, outcome: Row, lang: Lang) -> Standing {
    let one = ledger.get(target).filter(|one| {
        one.outcome == Some(outcome) || one.assessment.judgement.parts.contains(&outcome)
    });
    one.map_or_else(
        || Standing {
            status: Status::NotAssessable,
            words: Msg::NotNewest.get(lang).to_owned(),
        },
        |one| Standing {
            status: one.assessment.judgement.status,
            words: proof::status(one, lang),
        },
    )
}
