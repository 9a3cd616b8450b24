// Arquero: a filter, then a count a facet. Facets without a choice share the filtered table.
import { Choices } from "./choices.js";
import { script } from "./load.js";

export const load = () => script("/peers/arquero/dist/arquero.min.js");

export function build({ codes, domains, values, period }) {
  const { aq } = globalThis;
  const columns = Object.fromEntries(codes.map((column, at) => [`c${at}`, column.slice()]));
  const table = aq.table({ ...columns, value: values.slice() });
  const choices = new Choices(domains.length);
  const count = (rows, column) => {
    const counts = new Uint32Array(domains[column]);
    const grouped = rows.groupby(`c${column}`).count();
    const [keys, found] = [grouped.array(`c${column}`), grouped.array("count")];
    keys.forEach((key, at) => (counts[key] = found[at]));
    return counts;
  };
  return {
    reset: () => choices.reset(),
    change(change) {
      choices.change(change);
      const counts = [];
      const passing = filtered(table, choices.conditions());
      for (const column of choices.free) counts[column] = count(passing, column);
      for (const column of choices.bound) {
        counts[column] = count(filtered(table, choices.conditions(column)), column);
      }
      const means = new Float64Array(domains[period]).fill(NaN);
      const grouped = passing.groupby(`c${period}`).rollup({ mean: aq.op.mean("value") });
      const [keys, found] = [grouped.array(`c${period}`), grouped.array("mean")];
      keys.forEach((key, at) => (means[key] = found[at]));
      return { counts, means };
    },
  };
}

/** Arquero compiles an expression that is given as text; comparing is quicker than looking up. */
function filtered(table, conditions) {
  if (conditions.length === 0) return table;
  const any = ([column, codes]) => codes.map((code) => `d.c${column} === ${code}`).join(" || ");
  return table.filter(`d => ${conditions.map((one) => `(${any(one)})`).join(" && ")}`);
}
