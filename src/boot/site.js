// Starts the program of the site. The head of the page names its three files: glue, WebAssembly and
// data. They are asked for at once, and the program is compiled while the data come.
// No `await` at the top: WebKit reports the failure of one nowhere, and guard.js would not hear it.
(async () => {
  // The name of the data stays when the data change, so a copy in the cache is asked after.
  const read = async (address) => {
    try {
      const answer = await fetch(address, { cache: "no-cache" });
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      return await answer.json();
    } catch (error) {
      const failure = new Error(`${address}: ${error.message}`);
      throw Object.assign(failure, { sentence: "guatu-no-data" });
    }
  };
  const glue = document.head.querySelector("link[rel=modulepreload]");
  const program = fetch(glue.dataset.program);
  const files = read(glue.dataset.tables);
  const { default: load, start } = await import(glue.href);
  await load({ module_or_path: program });
  // The program that makes files, asked for with the first of them.
  const maker = document.head.querySelector("link[rel=guatu-files]");
  let made;
  const loaded = async () => {
    const exports = await import(maker.href);
    await exports.default({ module_or_path: fetch(maker.dataset.program) });
    return exports;
  };
  start(await files, () => (made ??= loaded()));
})();
