//! Other methods for targets of several years, shown beside the rules and never in their place.
//!
//! The growth ratio is that of Statistics Canada and Open SDG, the extrapolation that of the UN
//! progress chart as Eustat uses it, the projection that of the German weather symbols.

use super::rules::root;
use crate::dataset::Row;

/// A figure from before, by which the yearly change is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Earlier {
    /// Its value.
    pub value: f64,
    /// How many years it is older than the value now.
    pub years: f64,
    /// Its row; none for an index, which starts from 1.
    pub row: Option<Row>,
}

/// A way from a base to a target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Way {
    /// The value at the start.
    pub base: f64,
    /// The value now.
    pub now: f64,
    /// The value to be reached.
    pub target: f64,
    /// The years that are over.
    pub over: f64,
    /// All years.
    pub all: f64,
    /// The oldest figure of the last five years.
    pub earlier: Option<Earlier>,
}

impl Way {
    /// The mean yearly change of the last five years, or of those that are known.
    #[must_use]
    pub fn change(&self) -> Option<f64> {
        let earlier = self.earlier?;
        finite((self.now - earlier.value) / earlier.years)
    }

    /// The observed and the required yearly growth. Not defined where the base is 0 or a sign changes.
    #[must_use]
    pub fn rates(&self) -> Option<(f64, f64)> {
        let observed = root(self.now / self.base, self.over)?;
        let required = root(self.target / self.base, self.all)?;
        Some((observed, required))
    }
}

/// What another method says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Track {
    /// On track.
    On,
    /// Nearly, or moderate.
    Nearly,
    /// Too slow, limited, or off track.
    Slow,
    /// In the wrong direction.
    Wrong,
}

/// A method's number and what it makes of it; none where it is not defined.
pub type Result = Option<(f64, Track)>;

/// What the other methods say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Others {
    /// The way that they judge.
    pub way: Way,
    /// The observed growth over the growth that is required.
    pub ratio: Result,
    /// The share of the way that is covered in the end if growth goes on.
    pub extrapolation: Result,
    /// The share of what is left that is missed in the end if the yearly change goes on.
    pub projection: Result,
}

impl Others {
    /// All three for a way.
    #[must_use]
    pub fn of(way: &Way) -> Self {
        Self {
            way: *way,
            ratio: growth_ratio(way),
            extrapolation: extrapolation(way),
            projection: projection(way),
        }
    }

    /// Whether one of them contradicts what the rules say of the target being on its way.
    #[must_use]
    pub fn contradict(&self, is_on_track: bool) -> bool {
        let results = [self.ratio, self.extrapolation, self.projection];
        let mut tracks = results
            .iter()
            .flatten()
            .map(|(_, track)| *track == Track::On);
        tracks.any(|on| on != is_on_track)
    }
}

fn finite(number: f64) -> Option<f64> {
    number.is_finite().then_some(number)
}

fn growth_ratio(way: &Way) -> Result {
    let (observed, required) = way.rates()?;
    let ratio = finite(observed / required)?;
    let track = match ratio {
        _ if ratio >= 0.95 => Track::On,
        _ if ratio >= 0.60 => Track::Nearly,
        _ if ratio >= 0.0 => Track::Slow,
        _ => Track::Wrong,
    };
    Some((ratio, track))
}

fn extrapolation(way: &Way) -> Result {
    let (observed, _) = way.rates()?;
    let end = way.base * (1.0 + observed).powf(way.all);
    let covered = finite((end - way.base) / (way.target - way.base))?;
    let track = match covered {
        _ if covered >= 0.95 => Track::On,
        _ if covered >= 0.10 => Track::Slow,
        _ => Track::Wrong,
    };
    Some((covered, track))
}

fn projection(way: &Way) -> Result {
    let change = way.change()?;
    let left = way.target - way.now;
    let end = way.now + change * (way.all - way.over);
    let missed = finite((way.target - end) / left)?;
    let is_reached = (left > 0.0) != (way.target > way.base);
    let track = match missed {
        _ if is_reached || missed < 0.05 => Track::On,
        _ if change * left < 0.0 => Track::Wrong,
        _ if missed <= 0.20 => Track::Nearly,
        _ => Track::Slow,
    };
    Some((missed, track))
}
