// Starts the program of the single file. It stands behind the glue of wasm-bindgen in one script,
// and so keeps its names to itself. No `await` at the top, for the reason that site.js gives.
(async () => {
  const packed = atob(document.getElementById("guatu-program").textContent);
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  await __wbg_init({ module_or_path: await new Response(inflated).arrayBuffer() });
})();
