//! The reader's clock.

/// The day of the reader, ISO 8601.
#[must_use]
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    let (year, month) = (now.get_full_year(), now.get_month() + 1);
    format!("{year:04}-{month:02}-{:02}", now.get_date())
}
