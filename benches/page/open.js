// The work `open`: from the texts of a package to the counts of four of its columns, once. And what the page's
// own code does with the package then.
import { Checksum } from "./checksum.js";
import { rest, timed } from "./clock.js";

const COLUMNS = ["area", "period", "kind", "document"];

const files = async (rows) => (await fetch(`/packages/${rows}/data.json`)).json();

/** Opens a package, and gives how long that took with the checksum of the counts and of all values. */
export async function run(name, rows) {
  const texts = await files(rows);
  const { load, open } = await import(`./readers/${name}.js`);
  await load?.();
  const [time, { counts, sum }] = await timed(() => open(texts, COLUMNS));
  const checksum = new Checksum();
  for (const column of counts) {
    const present = [...column].filter(([, count]) => count > 0);
    for (const [value, count] of present.sort(([a], [b]) => (a < b ? -1 : 1))) {
      for (const letter of value) checksum.add(letter.codePointAt(0));
      checksum.add(Number(count));
    }
  }
  // One decimal is printed: tenths are whole.
  const tenths = Math.round((await sum()) * 10);
  checksum.add(tenths % 2 ** 32);
  checksum.add(Math.floor(tenths / 2 ** 32));
  return { time, checksum: checksum.toString() };
}

/** What ours holds for a row beyond the texts. */
export async function bytesPerRow(rows) {
  const reader = await import("./readers/guatu.js");
  return reader.bytesPerRow(await files(rows));
}

/** The times of so many presses of ours. The script is run once before, unmeasured. */
export async function presses(rows, count) {
  const reader = await import("./readers/guatu.js");
  const { press, again } = reader.presses(await files(rows), count);
  for (let step = 0; step < count; step++) press(step);
  again();
  const times = [];
  for (let step = 0; step < count; step++) {
    await rest();
    const [time] = await timed(() => press(step));
    times.push(time);
  }
  return times;
}
