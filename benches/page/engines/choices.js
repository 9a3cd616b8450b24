// What is chosen, for engines that ask a query a facet.

/** The choices by column, and which queries a change needs: columns without a choice share one condition. */
export class Choices {
  constructor(columns) {
    this.columns = columns;
    this.reset();
  }

  reset() {
    this.chosen = Array.from({ length: this.columns }, () => []);
  }

  change({ column, codes }) {
    this.chosen[column] = codes;
  }

  /** The choices as conditions `[column, codes]`, that of one column left out. */
  conditions(but = -1) {
    const all = this.chosen.map((codes, column) => [column, codes]);
    return all.filter(([column, codes]) => codes.length > 0 && column !== but);
  }

  /** The columns without a choice: their counts are of the rows that pass everything. */
  get free() {
    return this.numbers.filter((column) => this.chosen[column].length === 0);
  }

  /** The columns with a choice: each counts other rows. */
  get bound() {
    return this.numbers.filter((column) => this.chosen[column].length > 0);
  }

  get numbers() {
    return this.chosen.map((_, column) => column);
  }
}
