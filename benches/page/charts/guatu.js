// The page's own charts, by plotters on a canvas.
import { Drawing } from "/program/guatu-bench.js";
import { HEIGHT, WIDTH, box } from "./box.js";

export function setUp(kind, count) {
  const drawing = kind === "line" ? Drawing.line(count) : Drawing.bars(count);
  const height = kind === "line" ? HEIGHT : drawing.height(WIDTH);
  const canvas = document.createElement("canvas");
  box(height).append(canvas);
  const draw = () => drawing.draw(canvas, WIDTH, height);
  draw();
  return { canvas, draw };
}
