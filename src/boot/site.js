// Starts the program of the site: the head of the page names its two files, glue and WebAssembly.
// No `await` at the top: WebKit reports the failure of one nowhere, and guard.js would not hear it.
(async () => {
  const glue = document.head.querySelector("link[data-program]");
  const program = fetch(glue.dataset.program);
  const { default: start } = await import(glue.href);
  await start({ module_or_path: program });
})();
