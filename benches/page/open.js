// The work `open`: from CSV text to the counts of all facets, once.
import { csv } from "/program/guatu-bench.js";
import { Checksum } from "./checksum.js";
import { timed } from "./clock.js";
import { generated } from "./data.js";

/** Opens a table, and gives how long that took with the checksum of the first counts. */
export async function run(name, rows) {
  const text = csv(rows);
  const { domains } = generated(1, "uniform");
  const { load, open } = await import(`./readers/${name}.js`);
  await load?.();
  const [time, counts] = await timed(() => open(text, domains));
  const checksum = new Checksum();
  for (const column of counts) for (const count of column) checksum.add(count);
  return { time, checksum: checksum.toString() };
}
