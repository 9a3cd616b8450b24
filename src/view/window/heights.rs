//! The heights of the rows of a long list: those that are known, and a guess for the others.

/// So many rows have one sum.
const BLOCK: usize = 512;

/// The heights of all rows.
#[derive(Clone, Debug)]
pub(super) struct Heights {
    /// 0 where it is not known.
    known: Vec<f32>,
    /// For each block the sum of the known heights, and how many they are.
    blocks: Vec<(f64, u32)>,
    /// The height of a row that is not known.
    pub guess: f64,
    /// Whether no row has been measured.
    pub is_guessed: bool,
}

impl Heights {
    /// None is known of so many rows.
    pub fn new(rows: usize, guess: f64) -> Self {
        Self {
            known: vec![0.0; rows],
            blocks: vec![(0.0, 0); rows.div_ceil(BLOCK)],
            guess,
            is_guessed: true,
        }
    }

    /// Takes the height of a row.
    pub fn set(&mut self, row: usize, height: f64) {
        let (Some(known), Some((sum, count))) =
            (self.known.get_mut(row), self.blocks.get_mut(row / BLOCK))
        else {
            return;
        };
        if *known == 0.0 {
            *count += 1;
        }
        *sum += height - f64::from(*known);
        *known = height as f32;
    }

    fn of(&self, known: f32) -> f64 {
        if known == 0.0 {
            self.guess
        } else {
            f64::from(known)
        }
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.known.len()
    }

    /// The height of a row, where it is known; none past the end.
    pub fn known(&self, row: usize) -> Option<f64> {
        self.known.get(row).map(|known| f64::from(*known))
    }

    /// The length of a block.
    fn block(&self, index: usize) -> f64 {
        let (sum, count) = self.blocks.get(index).copied().unwrap_or_default();
        let rows = self.known.len().saturating_sub(index * BLOCK).min(BLOCK);
        sum + (rows as f64 - f64::from(count)) * self.guess
    }

    /// The length of all rows.
    pub fn total(&self) -> f64 {
        (0..self.blocks.len()).map(|index| self.block(index)).sum()
    }

    /// Where a row begins.
    pub fn offset(&self, row: usize) -> f64 {
        let block = row / BLOCK;
        let before: f64 = (0..block).map(|index| self.block(index)).sum();
        let own = self.known.iter().take(row).skip(block * BLOCK);
        before + own.map(|known| self.of(*known)).sum::<f64>()
    }

    /// The row at a place; the first or the last where it lies outside.
    pub fn row_at(&self, place: f64) -> usize {
        let mut left = place;
        let mut block = 0;
        while block + 1 < self.blocks.len() && left >= self.block(block) {
            left -= self.block(block);
            block += 1;
        }
        let mut row = block * BLOCK;
        for known in self.known.iter().skip(row).take(BLOCK) {
            left -= self.of(*known);
            if left < 0.0 {
                break;
            }
            row += 1;
        }
        row.min(self.known.len().saturating_sub(1))
    }
}
