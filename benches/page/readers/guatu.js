// The program's reader of CSV, with a dictionary for each column.
import { Facets } from "/program/guatu-bench.js";
import { numbered } from "./numbered.js";

export function open(text, domains) {
  const facets = Facets.open(text);
  const flat = facets.change(0, new Uint16Array());
  let start = 0;
  return domains.map((domain, column) => {
    const names = facets.names(column);
    const counts = flat.subarray(start, start + names.length);
    start += domain;
    return numbered(domain, names, counts);
  });
}
