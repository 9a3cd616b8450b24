// What is on the screen, read off the attributes that the page promises to hosts.
const all = (root, selector, read) => [...root.querySelectorAll(selector)].map(read);
const choices = (box) =>
  all(box, "input[type=checkbox]", (input) => [
    input.value,
    { label: input.closest("label").textContent.trim(), checked: input.checked },
  ]);
// The table has only the rows near the screen: which they are, of how many, and whether all that is
// in sight is filled with them.
const table = document.querySelector("table.figures");
const frame = table?.parentElement;
const view = () => {
  const place = frame.getBoundingClientRect();
  const [top, bottom] = [Math.max(place.top, 0), Math.min(place.bottom, innerHeight)];
  const rows = all(table, "[data-observation]:not(.visually-hidden)", (row) => row.getBoundingClientRect());
  return rows.length > 0 && rows[0].top <= Math.max(top, table.tBodies[0].getBoundingClientRect().top)
    && rows.at(-1).bottom >= Math.min(bottom, table.tBodies[0].getBoundingClientRect().bottom) - 1;
};
return {
  table: table && {
    count: table.getAttribute("aria-rowcount") - 1,
    indexes: all(table, "[data-observation]", (row) => row.getAttribute("aria-rowindex") - 2),
    filled: view(),
  },
  lang: document.documentElement.lang,
  link: location.hash,
  count: Number(document.getElementById("result-count").dataset.count),
  cards: all(document, "a[data-indicator]", (card) => card.dataset.indicator),
  rows: all(document, "[data-observation]", (row) => row.dataset.observation),
  charts: all(document, "canvas[data-chart]", (canvas) => canvas.dataset.chart),
  indicator: document.querySelector("article[data-indicator]")?.dataset.indicator ?? null,
  search: document.querySelector("input[type=search]")?.value ?? "",
  choices: Object.fromEntries(
    all(document, "fieldset[data-facet]", (box) => [
      box.dataset.facet,
      Object.fromEntries(choices(box)),
    ]),
  ),
};
