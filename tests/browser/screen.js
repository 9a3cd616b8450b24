// What is on the screen, read off the attributes that the page promises to hosts.
const all = (root, selector, read) => [...root.querySelectorAll(selector)].map(read);
const choices = (box) =>
  all(box, "input[type=checkbox]", (input) => [
    input.value,
    { label: input.closest("label").textContent.trim(), checked: input.checked },
  ]);
return {
  lang: document.documentElement.lang,
  link: location.hash,
  count: Number(document.getElementById("result-count").dataset.count),
  cards: all(document, "a[data-indicator]", (card) => card.dataset.indicator),
  rows: all(document, "[data-observation]", (row) => row.dataset.observation),
  charts: all(document, "canvas[data-chart]", (canvas) => canvas.dataset.chart),
  indicator: document.querySelector("article[data-indicator]")?.dataset.indicator ?? null,
  search: document.querySelector("input[type=search]").value,
  choices: Object.fromEntries(
    all(document, "fieldset[data-facet]", (box) => [
      box.dataset.facet,
      Object.fromEntries(choices(box)),
    ]),
  ),
};
