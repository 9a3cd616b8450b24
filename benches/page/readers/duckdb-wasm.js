// DuckDB-WASM's own reader into a table, told the columns, and a count for each.
import { addText, load, query } from "../engines/duckdb-wasm.js";

export { load };

const NUMBERS = { line: "INTEGER", value: "DOUBLE", value_high: "DOUBLE" };

export async function open(files, columns) {
  const text = files["observations.csv"];
  const names = text.slice(0, text.indexOf("\n")).trim().split(",");
  const types = names.map((name) => `'${name}': '${NUMBERS[name] ?? "VARCHAR"}'`);
  await addText("figures.csv", text);
  await query(
    `CREATE TABLE figures AS SELECT * FROM
     read_csv('figures.csv', header = true, auto_detect = false, columns = {${types.join(", ")}})`,
  );
  const counts = [];
  for (const column of columns) {
    const found = await query(`SELECT ${column} AS name, count(*)::INTEGER AS n FROM figures GROUP BY ${column}`);
    counts.push(new Map(found.toArray().map(({ name, n }) => [name, n])));
  }
  const sum = async () => (await query("SELECT sum(value) AS sum FROM figures")).get(0).sum;
  return { counts, sum };
}
