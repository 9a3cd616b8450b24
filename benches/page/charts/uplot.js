// uPlot, as its own demonstrations of many points: columns, no markers, a redraw that makes its paths anew.
import { walk } from "/program/guatu-bench.js";
import { script } from "../engines/load.js";
import { HEIGHT, WIDTH, box, times } from "./box.js";

export const load = () => script("/peers/uplot/dist/uPlot.iife.min.js");

export async function setUp(_kind, count) {
  let drawn;
  const next = () => new Promise((done) => (drawn = done));
  const first = next();
  const chart = new globalThis.uPlot(
    {
      width: WIDTH,
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      series: [{}, { stroke: "#0b5cad", width: 2, points: { show: false } }],
      hooks: { draw: [() => drawn()] },
    },
    [times(count), walk(count)],
    box(HEIGHT),
  );
  await first;
  const draw = async () => {
    const done = next();
    chart.redraw();
    await done;
  };
  return { canvas: chart.ctx.canvas, draw };
}
