//! The address that links to others begin with.

use crate::browser;
use crate::export::site_address;

/// Under which name the address that a reader typed in is remembered.
pub const SITE: &str = "guatu:site";

/// The page's own address or, opened from a file, the one that was typed in.
pub fn site(typed: &str) -> Option<String> {
    browser::address().or_else(|| site_address(typed))
}

/// As [`site`], with the address that is remembered.
pub fn known_site() -> Option<String> {
    site(&browser::remembered(SITE).unwrap_or_default())
}
