// The page's own way: all tables checked, the ledger of targets, the index of facets and the board's cards, up to
// the first counts.
import init, { Package, Texts } from "/program/guatu-bench.js";

export function open(files, columns) {
  const opened = Package.open(texts(files));
  const counts = columns.map((column) => {
    const names = opened.names(column);
    return new Map(Array.from(opened.counts(column), (count, at) => [names[at], count]));
  });
  return { counts, sum: () => opened.sum() };
}

/** What is held for a row beyond the texts: by how much the program's memory grows with a second package. The
 * first leaves room behind that only opening needs, and the second opens in that. */
export async function bytesPerRow(files) {
  const { memory } = await init();
  const tables = texts(files);
  const first = Package.open(tables);
  const before = memory.buffer.byteLength;
  const second = Package.open(tables);
  const grown = memory.buffer.byteLength - before;
  return (grown - second.text_bytes()) / first.rows();
}

/** The page's answers to a script of presses, each begun with the one before. */
export function presses(files, count) {
  const opened = Package.open(texts(files));
  opened.rehearse(count);
  return { press: (step) => opened.press(step), again: () => opened.rehearse(count) };
}

function texts(files) {
  const all = new Texts();
  for (const [name, text] of Object.entries(files)) all.insert(name, text);
  return all;
}
