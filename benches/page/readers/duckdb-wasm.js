// DuckDB-WASM's own reader into a table, and a count by grouping sets.
import { addText, load, query } from "../engines/duckdb-wasm.js";
import { numbered } from "./numbered.js";

export { load };

export async function open(text, domains) {
  await addText("figures.csv", text);
  await query("CREATE TABLE figures AS SELECT * FROM read_csv('figures.csv', header = true)");
  const names = domains.map((_, at) => `c${at}`);
  const found = await query(
    `SELECT coalesce(${names.join(", ")}) AS name, count(*)::INTEGER AS n FROM figures
     GROUP BY GROUPING SETS (${names.map((name) => `(${name})`).join(", ")})`,
  );
  const rows = found.toArray();
  return domains.map((domain, at) => {
    const letter = "abcdefg"[at];
    const own = rows.filter(({ name }) => name[0] === letter);
    return numbered(domain, own.map(({ name }) => name), own.map(({ n }) => n));
  });
}
