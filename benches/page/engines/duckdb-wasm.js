// DuckDB-WASM, its bundle with WebAssembly exceptions, in its worker: one statement a change, for each goes
// to the worker and back. Facets without a choice share their rows by grouping sets.
import { Table, makeVector, tableToIPC } from "apache-arrow";
import * as duckdb from "/peers/@duckdb/duckdb-wasm/dist/duckdb-browser.mjs";
import { Choices } from "./choices.js";

const DIST = "/peers/@duckdb/duckdb-wasm/dist/";

let database;
let connection;

export async function load() {
  const worker = new Worker(`${DIST}duckdb-browser-eh.worker.js`);
  database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await database.instantiate(`${location.origin}${DIST}duckdb-eh.wasm`);
  connection = await database.connect();
}

export const query = (sql) => connection.query(sql);

export const addText = (name, text) => database.registerFileText(name, text);

export async function build({ codes, domains, values, period, rows }) {
  const before = await held();
  const vectors = Object.fromEntries(codes.map((column, at) => [`c${at}`, makeVector(column)]));
  const table = new Table({ ...vectors, value: makeVector(values) });
  await connection.insertArrowFromIPCStream(tableToIPC(table, "stream"), { name: "figures", create: true });
  const choices = new Choices(domains.length);
  return {
    reset: () => choices.reset(),
    bytesPerRow: async () => ((await held()) - before) / rows,
    async change(change) {
      choices.change(change);
      return read(await connection.query(statement(choices, period)), domains, period);
    },
  };
}

/** What the database says that it holds. */
async function held() {
  const found = await query("SELECT sum(memory_usage_bytes)::DOUBLE AS bytes FROM duckdb_memory()");
  return found.get(0).bytes;
}

/** Rows of a facet, a code, a count and, of the facet -1, a mean. */
function statement(choices, period) {
  const parts = [
    `SELECT -1 AS facet, c${period} AS code, 0 AS n, avg(value) AS mean
     FROM figures ${where(choices.conditions())} GROUP BY c${period}`,
  ];
  const { free } = choices;
  if (free.length > 0) {
    const names = free.map((column) => `c${column}`);
    const cases = names.map((name, at) => `WHEN grouping(${name}) = 0 THEN ${free[at]}`);
    parts.push(
      `SELECT CASE ${cases.join(" ")} END, coalesce(${names.map((name) => `${name}::USMALLINT`).join(", ")}),
       count(*), NULL FROM figures ${where(choices.conditions())}
       GROUP BY GROUPING SETS (${names.map((name) => `(${name})`).join(", ")})`,
    );
  }
  for (const column of choices.bound) {
    parts.push(
      `SELECT ${column}, c${column}, count(*), NULL
       FROM figures ${where(choices.conditions(column))} GROUP BY c${column}`,
    );
  }
  return parts.join(" UNION ALL ");
}

function where(conditions) {
  const all = conditions.map(([column, codes]) => `c${column} IN (${codes.join(", ")})`);
  return all.length > 0 ? `WHERE ${all.join(" AND ")}` : "";
}

function read(found, domains, period) {
  const counts = domains.map((domain) => new Uint32Array(domain));
  const means = new Float64Array(domains[period]).fill(NaN);
  const [facets, codes, numbers, averages] = ["facet", "code", "n", "mean"].map((name) => found.getChild(name));
  for (let at = 0; at < found.numRows; at++) {
    const facet = facets.get(at);
    if (facet < 0) means[codes.get(at)] = averages.get(at);
    else counts[facet][codes.get(at)] = Number(numbers.get(at));
  }
  return { counts, means };
}
