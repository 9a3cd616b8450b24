//! The enumerations of the tables: each value with the code that stands in the CSV and in links.

/// Defines an enumeration whose variants have a printed code.
#[macro_export]
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$note])* $variant,)+
        }

        impl $name {
            /// Every value, in the order of the definition.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Every code, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The code that stands in the tables.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// The value that a code stands for.
            #[must_use]
            pub fn parse(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}

codes! {
    /// What kind of document a source is.
    DocumentKind {
        /// Execution of a plan and draft of the next.
        PlanReport = "plan_report",
        /// Work done in a part of a year.
        ProgressReport = "progress_report",
        /// A government work report.
        WorkReport = "work_report",
        /// A news report of a document.
        News = "news",
        /// Who does what under a plan.
        TaskDivision = "task_division",
        /// Figures gathered from documents, such as those of a province from its districts.
        Statistics = "statistics",
    }
}

codes! {
    /// What became of a figure from one edition of the data to another.
    Changed {
        /// It is new.
        Added = "added",
        /// A field of it is another.
        Revised = "revised",
        /// It is gone.
        Removed = "removed",
        /// No figure is otherwise; the row says that the editions were compared.
        None = "none",
    }
}

codes! {
    /// What sort of quantity an indicator is.
    Measure {
        /// An amount over a period, or at its end.
        Level = "level",
        /// A rate of change.
        Growth = "growth",
        /// A share or a figure per head.
        Ratio = "ratio",
        /// A number of things.
        Count = "count",
        /// An amount at a moment.
        Stock = "stock",
        /// A place in an order.
        Rank = "rank",
        /// A sum from a start on.
        Cumulative = "cumulative",
    }
}

codes! {
    /// Which way is better; never assumed.
    Direction {
        /// More is better.
        Up = "up",
        /// Less is better.
        Down = "down",
        /// Neither.
        None = "none",
    }
}

codes! {
    /// What a printed figure is. The order is that of precedence at the same date.
    Kind {
        /// An outcome.
        Actual = "actual",
        /// An outcome that the document itself calls expected.
        Estimate = "estimate",
        /// An outcome for a part of the period.
        ToDate = "to_date",
        /// A promise.
        Target = "target",
        /// Background, or somebody else's figure.
        Context = "context",
    }
}

impl Kind {
    /// Whether a figure of this kind can be the outcome of a target.
    #[must_use]
    pub const fn is_outcome(self) -> bool {
        matches!(self, Self::Actual | Self::Estimate | Self::ToDate)
    }
}

codes! {
    /// How a printed figure bounds the quantity.
    Comparator {
        /// The figure itself.
        Equal = "=",
        /// At least.
        AtLeast = ">=",
        /// More than.
        MoreThan = ">",
        /// At most.
        AtMost = "<=",
        /// Less than.
        LessThan = "<",
        /// About.
        About = "~",
    }
}

codes! {
    /// Whether a target binds the government.
    Class {
        /// 约束性.
        Binding = "binding",
        /// 预期性.
        Anticipatory = "anticipatory",
    }
}

codes! {
    /// Whether the period stands beside the figure.
    PeriodBasis {
        /// It is printed in the sentence, or at the head of its table or list.
        Printed = "printed",
        /// It is inferred from the document's scope.
        Inferred = "inferred",
    }
}

codes! {
    /// A unit's part in a task or an indicator.
    Role {
        /// 牵头单位.
        Lead = "lead",
        /// 责任单位.
        Responsible = "responsible",
    }
}

codes! {
    /// How two printings relate: `from` is … `to`.
    RelationKind {
        /// The same fact printed twice.
        SameFact = "same_fact",
        /// The same quantity at a later cut-off.
        LaterCutoff = "later_cutoff",
        /// A restatement.
        Restates = "restates",
        /// A part of the other.
        PartOf = "part_of",
        /// A share of the other.
        ShareOf = "share_of",
        /// An outcome of the other, which is its target.
        TargetOf = "target_of",
        /// Two figures that cannot both hold.
        Conflicts = "conflicts",
        /// Alike, but not to be compared.
        NotComparable = "not_comparable",
    }
}

codes! {
    /// How far a project has come.
    Stage {
        /// 储备, 谋划.
        Reserve = "reserve",
        /// 前期工作.
        Preparation = "preparation",
        /// 开工.
        Started = "started",
        /// 在建.
        Building = "building",
        /// 封顶.
        ToppedOut = "topped_out",
        /// 完工, 建成; a renewal that is done.
        Completed = "completed",
        /// 开业, 投用, 通车.
        Opened = "opened",
        /// Promised, with no word on how far it is.
        Planned = "planned",
    }
}

codes! {
    /// Why a numeral of a text is no measurement.
    Reason {
        /// A date, or a year that is named.
        Date = "date",
        /// The number of a document.
        DocumentNumber = "document_number",
        /// A part of a name.
        ProperName = "proper_name",
        /// The number of a heading, a list's item or a note.
        HeadingNumber = "heading_number",
        /// The bound that sorts what is counted (亿元以上项目).
        Threshold = "threshold",
        /// Too damaged to be read.
        Damaged = "damaged",
        /// A place in a series (第十四个).
        Ordinal = "ordinal",
        /// What belongs to the page around the text.
        Navigation = "navigation",
        /// A count of the text's own points, or of a slogan's parts.
        Enumeration = "enumeration",
        /// Anything else.
        Other = "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_reads_back_as_its_own_value() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.code()), Some(*kind));
        }
        assert_eq!(Kind::parse("Actual"), None);
    }
}
