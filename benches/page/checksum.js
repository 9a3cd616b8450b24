// One number for everything that an engine answered (FNV-1a), so that answers are compared and not trusted.

const PRIME = 0x01000193;

export class Checksum {
  hash = 0x811c9dc5;

  add(number) {
    for (let shift = 0; shift < 32; shift += 8) {
      this.hash = Math.imul(this.hash ^ ((number >>> shift) & 255), PRIME);
    }
  }

  /** Counts in the order of columns and codes; means rounded to a millionth, or none. */
  addAnswer({ counts, means }) {
    for (const column of counts) for (const count of column) this.add(count);
    for (const mean of means) {
      const rounded = Number.isFinite(mean) ? Math.round(mean * 1e6) : -1;
      this.add(rounded % 2 ** 32);
      this.add(Math.floor(rounded / 2 ** 32));
    }
  }

  toString() {
    return (this.hash >>> 0).toString(16).padStart(8, "0");
  }
}
