// Where a chart stands, in CSS pixels.

export const WIDTH = 900;
export const HEIGHT = 400;

/** An element of the width of a chart. */
export function box(height) {
  const element = document.createElement("div");
  element.style.width = `${WIDTH}px`;
  element.style.height = `${height}px`;
  document.body.append(element);
  return element;
}

/** The times of a line, twenty years of them in seconds, evenly apart. */
export function times(count) {
  const start = Date.UTC(2005, 0, 1) / 1000;
  const step = (20 * 365.25 * 86400) / count;
  return Float64Array.from({ length: count }, (_, at) => start + at * step);
}
