// The works `line` and `bars`: a redraw, up to pixels that can be read.
import { rest, timed } from "./clock.js";

let draw;
let canvas;

/** Draws once, before anything is measured: gives how long the first drawing took. */
export async function prepare(name, kind, count) {
  const { load, setUp } = await import(`./charts/${name}.js`);
  await load?.();
  const [time, drawing] = await timed(() => setUp(kind, count));
  draw = drawing.draw;
  canvas = drawing.canvas;
  if (count > 0 && !isPainted()) throw new Error(`${name} drew nothing`);
  return time;
}

/** The times of so many redraws. */
export async function run(redraws) {
  const times = [];
  for (let at = 0; at < redraws; at++) {
    await rest();
    const [time] = await timed(async () => {
      await draw();
      // A canvas may keep its orders until somebody looks.
      canvas.getContext("2d").getImageData(0, 0, 1, 1);
    });
    times.push(time);
  }
  return times;
}

/** Whether two pixels differ. */
function isPainted() {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const pixels = new Uint32Array(data.buffer);
  return pixels.some((pixel) => pixel !== pixels[0]);
}
