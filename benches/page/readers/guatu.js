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

/** What is held for a row beyond the texts: by how much the program's memory grows with each further package.
 * Reading the texts and opening leave room behind, which the first packages fill. */
export async function bytesPerRow(files) {
  const { memory } = await init();
  const tables = texts(files);
  const opened = [];
  const bytesAfter = (count) => {
    while (opened.length < count) opened.push(Package.open(tables));
    return memory.buffer.byteLength;
  };
  const [some, more] = [4, 8];
  const grown = -bytesAfter(some) + bytesAfter(more);
  return (grown / (more - some) - opened[0].text_bytes()) / opened[0].rows();
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
