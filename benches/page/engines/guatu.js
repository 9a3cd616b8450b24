// The scan of the page's own program, in WebAssembly.
import { Facets } from "/program/guatu-bench.js";

export function build({ codes, domains, values }) {
  const facets = new Facets();
  for (const column of codes) facets.add(Uint16Array.from(column));
  facets.build(values);
  const starts = domains.map((_, at) => domains.slice(0, at).reduce((sum, domain) => sum + domain, 0));
  return {
    reset: () => facets.reset(),
    bytesPerRow: () => facets.bytes_per_row(),
    change({ column, codes }) {
      const flat = facets.change(column, Uint16Array.from(codes));
      const counts = starts.map((start, at) => flat.subarray(start, start + domains[at]));
      return { counts, means: facets.means() };
    },
  };
}
