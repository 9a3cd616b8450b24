// How quickly the program's memory is read from end to end, in one pass.
import { Bytes } from "/program/guatu-bench.js";
import { rest, timed } from "./clock.js";

/** The times of so many passes over so many bytes. */
export async function run(bytes, passes) {
  const all = new Bytes(bytes);
  const times = [];
  for (let pass = 0; pass < passes; pass++) {
    await rest();
    const [time, zeros] = await timed(() => all.read());
    if (zeros !== 0) throw new Error("no byte is zero");
    times.push(time);
  }
  return times;
}
