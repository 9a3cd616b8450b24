// Papa Parse, in its quick mode where nothing is quoted, a dictionary for each column, and crossfilter2 with its
// groups. Only what is counted is kept of a row.
import * as engine from "../engines/crossfilter2.js";
import { script } from "../engines/load.js";

export async function load() {
  await engine.load();
  await script("/peers/papaparse/papaparse.min.js");
}

export function open(files, columns) {
  const text = files["observations.csv"];
  const known = columns.map(() => new Map());
  const codes = columns.map(() => []);
  const values = [];
  let places;
  let place;
  const step = ({ data: cells }) => {
    if (places === undefined) {
      places = columns.map((column) => cells.indexOf(column));
      place = cells.indexOf("value");
      return;
    }
    places.forEach((from, at) => {
      const cell = cells[from];
      let code = known[at].get(cell);
      if (code === undefined) known[at].set(cell, (code = known[at].size));
      codes[at].push(code);
    });
    values.push(Number(cells[place]));
  };
  globalThis.Papa.parse(text, { fastMode: !text.includes('"'), skipEmptyLines: true, step });
  const domains = known.map((names) => names.size);
  const set = engine.build({ rows: values.length, codes: codes.map((all) => Uint16Array.from(all)), domains, values, period: 1 });
  const answer = set.change({ column: 0, codes: [] });
  const counts = known.map((names, at) => new Map([...names].map(([name, code]) => [name, answer.counts[at][code]])));
  return { counts, sum: () => values.reduce((sum, value) => sum + value, 0) };
}
