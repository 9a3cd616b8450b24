// ECharts on its canvas, without animation; a line is thinned by its own sampling.
import { Drawing, values, walk } from "/program/guatu-bench.js";
import { script } from "../engines/load.js";
import { HEIGHT, WIDTH, box, times } from "./box.js";

export const load = () => script("/peers/echarts/dist/echarts.min.js");

export function setUp(kind, count) {
  // Both draw the bars as high as ours need for their names.
  const height = kind === "line" ? HEIGHT : Drawing.bars(count).height(WIDTH);
  const element = box(height);
  const chart = globalThis.echarts.init(element, null, { renderer: "canvas", useDirtyRect: false });
  const option = kind === "line" ? line(count) : bars(count);
  chart.setOption(option, { notMerge: true, lazyUpdate: false });
  // Laid out and painted anew from a model that is kept, as ours from a finished chart.
  const draw = () => {
    chart.resize({ silent: true });
    chart.getZr().flush();
  };
  draw();
  return { canvas: element.querySelector("canvas"), draw };
}

function line(count) {
  const at = times(count);
  const data = new Float64Array(2 * count);
  walk(count).forEach((value, index) => data.set([at[index] * 1000, value], 2 * index));
  return {
    animation: false,
    xAxis: { type: "time" },
    yAxis: { type: "value", scale: true },
    series: [{ type: "line", data, sampling: "minmax", showSymbol: false, silent: true }],
  };
}

function bars(count) {
  const all = Array.from(values(count), (value, index) => ({ value, name: `District ${index}` }));
  all.sort((a, b) => a.value - b.value);
  return {
    animation: false,
    grid: { left: 110, right: 70, top: 4, bottom: 4 },
    xAxis: { type: "value", show: false },
    yAxis: { type: "category", data: all.map(({ name }) => name), axisLabel: { interval: 0 } },
    series: [{ type: "bar", data: all.map(({ value }) => value), label: { show: true, position: "right" }, silent: true }],
  };
}
