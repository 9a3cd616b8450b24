//! What can be said of a target, and why not more.

use crate::dataset::codes;

codes! {
    /// How a target stands. The order is that of the board's strip.
    Status {
        /// The number was reached over the whole period.
        Met = "met",
        /// It was reached before the period ended.
        MetEarly = "met_early",
        /// The document says in words that it was met.
        ReportedMet = "reported_met",
        /// More is done than time has gone.
        Ahead = "ahead",
        /// As much is done as time has gone.
        OnPace = "on_pace",
        /// A little less is done than time has gone.
        SlightlyBehind = "slightly_behind",
        /// Less is done than time has gone.
        Behind = "behind",
        /// The figure moves away from the target.
        Reversing = "reversing",
        /// The number was not reached over the whole period.
        Missed = "missed",
        /// No outcome within the period is known.
        Awaiting = "awaiting",
        /// There is an outcome, and it does not decide: see [`Reason`].
        NotAssessable = "not_assessable",
    }
}

impl Status {
    /// Whether the target was reached, or is on its way to be.
    #[must_use]
    pub const fn is_on_track(self) -> Option<bool> {
        match self {
            Self::Met | Self::MetEarly | Self::ReportedMet | Self::Ahead | Self::OnPace => {
                Some(true)
            }
            Self::SlightlyBehind | Self::Behind | Self::Reversing | Self::Missed => Some(false),
            Self::Awaiting | Self::NotAssessable => None,
        }
    }

    /// Every status by how much it asks to be looked at: what is missed or behind, then what is not known, for
    /// it may be either, then what is well.
    pub const WORST_FIRST: [Self; 11] = [
        Self::Missed,
        Self::Reversing,
        Self::Behind,
        Self::SlightlyBehind,
        Self::NotAssessable,
        Self::Awaiting,
        Self::OnPace,
        Self::Ahead,
        Self::MetEarly,
        Self::Met,
        Self::ReportedMet,
    ];

    /// Its place among them: 0 is the worst.
    #[must_use]
    pub fn urgency(self) -> usize {
        let mut all = Self::WORST_FIRST.iter();
        let place = all.position(|known| *known == self);
        place.unwrap_or(Self::WORST_FIRST.len())
    }
}

/// The rule that decided, numbered as in the method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// There is no outcome yet.
    NoOutcome = 1,
    /// The target or its outcome is in words.
    Words = 2,
    /// Target and outcome do not measure the same.
    Basis = 3,
    /// A threshold for the whole period.
    Threshold = 4,
    /// A sum over the period, of which a part is over.
    Sum = 5,
    /// A level to be reached at the end of several years.
    Level = 6,
    /// An average growth over several years.
    Growth = 7,
}

/// Why a status cannot be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The target has no number, and the outcome does not say that it was met.
    NoNumber,
    /// The document itself says that the target is not met; target or outcome is in words.
    SaysMissed,
    /// The outcome is in words that do not say whether the number was reached.
    WordsOnly,
    /// The data say that the two must not be compared.
    NotComparable,
    /// The units of the two measure different things.
    OtherDimension,
    /// The outcome is itself a bound, which does not decide.
    Bound,
    /// The outcome is of a part of the period, and does not add up to a whole.
    PartOfPeriod,
    /// Outcomes of some part of the period are missing.
    Gap,
    /// The figure from which the plan starts is missing.
    NoBase,
    /// A share of nothing, or of less than nothing, says nothing.
    NoShare,
    /// Neither more nor less is better, so only the end decides.
    NoDirection,
}

codes! {
    /// What a reader must know beside a status.
    Flag {
        /// It hangs on an estimate.
        Provisional = "provisional",
        /// It changes when the printed figures move by half their last digit.
        Borderline = "borderline",
        /// Another printing of the outcome gives another status.
        Disputed = "disputed",
        /// Another method disagrees.
        MethodDependent = "method_dependent",
    }
}

#[cfg(test)]
mod tests {
    use super::Status;

    #[test]
    fn what_is_missed_is_worse_than_what_is_open_and_that_than_what_is_well() {
        let all = Status::WORST_FIRST;
        for (place, status) in all.iter().enumerate() {
            assert_eq!(status.urgency(), place, "each stands once");
        }
        let known: Vec<_> = all.iter().map(|status| status.is_on_track()).collect();
        let wanted = [[Some(false); 4].as_slice(), &[None; 2], &[Some(true); 5]].concat();
        assert_eq!(known, wanted);
        assert_eq!(all[0], Status::Missed);
    }
}
