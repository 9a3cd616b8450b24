// Starts the program of the single file from two blocks of the page: the program, and the data. This
// stands behind the glue of wasm-bindgen in one script, and so keeps its names to itself. No `await` at the top, for the reason that site.js gives.
(async () => {
  const inflated = (id) => {
    const packed = atob(document.getElementById(id).textContent);
    const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
  };
  const read = async (id) => {
    try {
      return await inflated(id).json();
    } catch (error) {
      const failure = new Error(`#${id}: not JSON in gzip in base64 (${error.message})`);
      throw Object.assign(failure, { sentence: "guatu-no-data" });
    }
  };
  const bytes = async (id) => inflated(id).arrayBuffer();
  // Inflated after the first view (views.js).
  document.getElementById("guatu-views").load = () => bytes("guatu-views");
  const files = read("guatu-data");
  await __wbg_init({ module_or_path: bytes("guatu-program") });
  // The program that makes files, inflated with the first of them. Its glue is a script of its own.
  let made;
  const loaded = async () => {
    const block = document.getElementById("guatu-files");
    return block.load(await bytes("guatu-files"));
  };
  start(await files, () => (made ??= loaded()));
})();
