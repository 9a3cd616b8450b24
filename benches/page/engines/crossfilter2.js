// crossfilter2 over row numbers, with dimensions that read the columns: no object a row. Its groups leave out
// the filter of their own dimension, so a second dimension of the periods, never filtered, has the means.
import { script } from "./load.js";

export const load = () => script("/peers/crossfilter2/crossfilter.min.js");

export function build({ rows, codes, domains, values, period }) {
  const all = globalThis.crossfilter(Array.from({ length: rows }, (_, row) => row));
  const dimensions = codes.map((column) => all.dimension((row) => column[row]));
  const groups = dimensions.map((dimension) => dimension.group().reduceCount());
  const periods = codes[period];
  const means = all.dimension((row) => periods[row]).group().reduce(
    (mean, row) => {
      mean.sum += values[row];
      mean.count++;
      return mean;
    },
    (mean, row) => {
      mean.sum -= values[row];
      mean.count--;
      return mean;
    },
    () => ({ sum: 0, count: 0 }),
  );
  return {
    reset: () => dimensions.forEach((dimension) => dimension.filterAll()),
    change({ column, codes }) {
      choose(dimensions[column], codes, domains[column]);
      const answer = {
        counts: domains.map((domain) => new Uint32Array(domain)),
        means: new Float64Array(domains[period]).fill(NaN),
      };
      groups.forEach((group, at) => {
        for (const { key, value } of group.all()) answer.counts[at][key] = value;
      });
      for (const { key, value } of means.all()) answer.means[key] = value.sum / value.count;
      return answer;
    },
  };
}

/** One value by its index, several by a table. */
function choose(dimension, codes, domain) {
  if (codes.length === 0) dimension.filterAll();
  else if (codes.length === 1) dimension.filterExact(codes[0]);
  else {
    const chosen = new Uint8Array(domain);
    for (const code of codes) chosen[code] = 1;
    dimension.filterFunction((code) => chosen[code] === 1);
  }
}
