// The page of the benchmark: a driver outside asks for what stands in `window.bench`, one engine a page, so
// that no engine finds the heap of another.
import init from "/program/guatu-bench.js";
import * as draw from "./draw.js";
import * as facet from "./facet.js";
import * as memory from "./memory.js";
import * as open from "./open.js";

window.bench = init().then(() => ({ draw, facet, memory, open }));
