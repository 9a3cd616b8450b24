// The generated set: every engine gets the same columns, as narrow as their codes allow.
import * as program from "/program/guatu-bench.js";

/** The columns of codes, the values, and what there is to know of them. */
export function generated(rows, spread) {
  const domains = Array.from(program.domains());
  const codes = domains.map((domain, index) => {
    const wide = program.column(index, rows, spread === "skewed");
    return domain < 256 ? new Uint8Array(wide) : wide;
  });
  return { rows, domains, codes, values: program.values(rows), period: program.period() };
}

/** The changes: a column, and the codes that are chosen of it then, none to clear it. */
export function script(count) {
  const flat = Array.from(program.script(count));
  const changes = [];
  for (let at = 0; at < flat.length; at += 2 + flat[at + 1]) {
    changes.push({ column: flat[at], codes: flat.slice(at + 2, at + 2 + flat[at + 1]) });
  }
  return changes;
}
