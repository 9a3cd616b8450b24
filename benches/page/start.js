// What a page of the same figures would be with ECharts: the targets of the plans with their newest outcomes,
// a chart for each theme, out of the same data and one minified file.
const files = await (await fetch("/dist/data.json")).json();
const figures = table(files["observations.csv"]);
const indicators = new Map(table(files["indicators.csv"]).map((one) => [one.id, one]));

/** For each target that is a number the newest outcome of the same indicator and area. */
function rows() {
  const newest = new Map();
  for (const figure of figures) {
    const key = `${figure.indicator} ${figure.area}`;
    const known = newest.get(key);
    const isOutcome = figure.kind !== "target" && figure.kind !== "context" && figure.value !== "";
    if (isOutcome && !(known?.period > figure.period)) newest.set(key, figure);
  }
  const targets = figures.filter(({ kind, value }) => kind === "target" && value !== "");
  return targets.map((target) => ({ target, outcome: newest.get(`${target.indicator} ${target.area}`) }));
}

const themes = Map.groupBy(rows(), ({ target }) => indicators.get(target.indicator)?.theme ?? "");
for (const [theme, all] of themes) {
  const element = document.createElement("div");
  element.style.height = `${60 + 28 * all.length}px`;
  document.body.append(element);
  const chart = globalThis.echarts.init(element);
  const share = ({ value }, target) => (100 * Number(value)) / (Number(target.value) || 1);
  chart.setOption({
    animation: false,
    title: { text: theme },
    grid: { left: 320, right: 60, top: 36, bottom: 4 },
    xAxis: { type: "value", show: false, max: 160 },
    yAxis: {
      type: "category",
      inverse: true,
      axisLabel: { interval: 0 },
      data: all.map(({ target }) => `${indicators.get(target.indicator)?.name_zh ?? target.indicator} ${target.period}`),
    },
    series: [
      { type: "bar", data: all.map(({ target, outcome }) => (outcome ? share(outcome, target) : null)) },
      { type: "scatter", symbol: "rect", symbolSize: [2, 16], data: all.map((_, at) => [100, at]) },
    ],
  });
  chart.getZr().flush();
}
document.documentElement.dataset.state = "ready";
performance.measure("guatu:first-view");

/** Rows of a table as objects; a cell may be quoted. */
function table(text) {
  const [head, ...lines] = text.trim().split(/\r?\n/u).map(cells);
  return lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at] ?? ""])));
}

function cells(line) {
  const found = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu);
  return Array.from(found, ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}
