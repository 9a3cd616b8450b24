//! The columns of the table: which there are, which of them are shown.

/// A column of the table, in the order in which columns stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The indicator's name.
    Indicator,
    /// Its name in the other language.
    OtherName,
    /// The indicator's theme.
    Theme,
    /// The area.
    Area,
    /// The period.
    Period,
    /// What the figure is.
    Kind,
    /// Whether the target binds.
    Class,
    /// How the target stands.
    Status,
    /// The plan that a target belongs to.
    Plan,
    /// The figure.
    Value,
    /// Its unit.
    Unit,
    /// The units of government that answer for it.
    Organisation,
    /// The fragment as printed.
    Printed,
    /// Document and line.
    Source,
    /// When the document was delivered, or published.
    Date,
    /// What the reader should know of the printing.
    Note,
}

impl Column {
    /// Every column, in order.
    pub const ALL: [Self; 16] = [
        Self::Indicator,
        Self::OtherName,
        Self::Theme,
        Self::Area,
        Self::Period,
        Self::Kind,
        Self::Class,
        Self::Status,
        Self::Plan,
        Self::Value,
        Self::Unit,
        Self::Organisation,
        Self::Printed,
        Self::Source,
        Self::Date,
        Self::Note,
    ];

    /// The column's name in links and in the page.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Indicator => "indicator",
            Self::OtherName => "other-name",
            Self::Theme => "theme",
            Self::Area => "area",
            Self::Period => "period",
            Self::Kind => "kind",
            Self::Class => "class",
            Self::Status => "status",
            Self::Plan => "plan",
            Self::Value => "value",
            Self::Unit => "unit",
            Self::Organisation => "organisation",
            Self::Printed => "printed",
            Self::Source => "source",
            Self::Date => "date",
            Self::Note => "note",
        }
    }

    /// The column with this name.
    #[must_use]
    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.key() == key)
    }

    /// Whether rows can be ordered by it: fragments and remarks are prose.
    #[must_use]
    pub const fn is_sortable(self) -> bool {
        !matches!(self, Self::Printed | Self::Note)
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// The columns that are shown. The indicator's is always one: it heads the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Columns(u16);

impl Columns {
    /// These columns, and the indicator's.
    #[must_use]
    pub fn of(columns: &[Column]) -> Self {
        let bits = columns.iter().fold(0, |bits, column| bits | column.bit());
        Self(bits | Column::Indicator.bit())
    }

    /// Whether a column is shown.
    #[must_use]
    pub const fn has(self, column: Column) -> bool {
        self.0 & column.bit() != 0
    }

    /// The same with one column more or less.
    #[must_use]
    pub const fn toggled(self, column: Column) -> Self {
        Self((self.0 ^ column.bit()) | Column::Indicator.bit())
    }

    /// The columns that are shown, in order.
    pub fn iter(self) -> impl Iterator<Item = Column> {
        Column::ALL.into_iter().filter(move |c| self.has(*c))
    }
}

impl Default for Columns {
    /// What says what a figure is and where it stands.
    fn default() -> Self {
        Self::of(&[
            Column::Area,
            Column::Period,
            Column::Kind,
            Column::Value,
            Column::Unit,
            Column::Printed,
            Column::Source,
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_in_their_order_and_the_indicator_stays() {
        let columns = Columns::of(&[Column::Note, Column::Area]);
        let shown: Vec<Column> = columns.toggled(Column::Indicator).iter().collect();
        assert_eq!(shown, [Column::Indicator, Column::Area, Column::Note]);
        assert!(!columns.toggled(Column::Note).has(Column::Note));
        assert_eq!(columns.toggled(Column::Kind).toggled(Column::Kind), columns);
    }

    #[test]
    fn every_column_is_found_by_its_name() {
        for column in Column::ALL {
            assert_eq!(Column::find(column.key()), Some(column));
        }
        assert_eq!(Column::find("size"), None);
    }
}
