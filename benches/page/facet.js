// The work `facet`: after each change the counts of every column with its own choice left out, and the mean
// of the values period by period.
import { Checksum } from "./checksum.js";
import { rest, timed } from "./clock.js";
import { generated, script } from "./data.js";

let data;
let engine;

/** Makes the set, before anything is measured. */
export async function prepare(name, rows, spread) {
  data = generated(rows, spread);
  engine = await import(`./engines/${name}.js`);
  await engine.load?.();
}

/** Has the engine take the set in: how long that took, and what it holds for a row then. */
export async function build() {
  const before = await held();
  const columns = [...data.codes, data.values].reduce((sum, column) => sum + column.byteLength, 0);
  const { rows } = data;
  const [time, built] = await timed(() => engine.build(data));
  engine = built;
  // From here on the columns are there only if the engine reads them.
  data = undefined;
  const own = await engine.bytesPerRow?.();
  return { time, bytesPerRow: own ?? ((await held()) - before + columns) / rows };
}

/** The bytes of the page after a collection of garbage. */
async function held() {
  const { bytes } = await performance.measureUserAgentSpecificMemory();
  return bytes;
}

/** The times of all changes, and the checksum of the answers. The script is run once before, unmeasured. */
export async function run(changes) {
  const all = script(changes);
  for (const change of all) await engine.change(change);
  await engine.reset();
  const checksum = new Checksum();
  const times = [];
  for (const change of all) {
    await rest();
    const [time, answer] = await timed(() => engine.change(change));
    times.push(time);
    checksum.addAnswer(answer);
  }
  return { times, checksum: checksum.toString() };
}
