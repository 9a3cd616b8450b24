// Starts the program of the site. The head of the page names its three files: glue, WebAssembly and
// data. They are asked for at once, and the program is compiled while the data come.
// No `await` at the top: WebKit reports the failure of one nowhere, and guard.js would not hear it.
(async () => {
  // A failure names the sentence of the page that says what it means.
  const named = (address, sentence) => (error) => {
    throw Object.assign(new Error(`${address}: ${error.message}`), { sentence });
  };
  const fetched = async (address, options) => {
    const answer = await fetch(address, options);
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    return answer;
  };
  // The name of the data stays when the data change, so a copy in the cache is asked after. The service
  // worker hears for which version, and whether it is the one that it has kept itself.
  const read = async ({ tables, version, kept }) => {
    const headers = { "guatu-version": version, ...(kept !== undefined && { "guatu-kept": "" }) };
    const answer = await fetched(tables, { cache: "no-cache", headers });
    const copy = answer.clone();
    return { files: await answer.json(), copy };
  };
  // The site without a network (worker.js). A page in a frame leaves nothing behind at its host.
  const stay = async ({ tables, version, kept }, copy) => {
    if (!("serviceWorker" in navigator) || window.top !== window) return;
    const isKnown = navigator.serviceWorker.controller !== null;
    const registration = await navigator.serviceWorker.register("sw.js");
    if (!isKnown || kept !== undefined) return;
    // A host may have put other data in place of those that were kept. Not so where a new version is
    // coming: these data may be that version's, and it will keep them itself.
    await registration.update();
    const name = `guatu ${registration.scope} ${version}`;
    if (registration.installing || registration.waiting || !(await caches.has(name))) return;
    const cache = await caches.open(name);
    await cache.put(new URL(tables, registration.scope), copy);
  };
  // Single file and guides are not kept: without a network there is no way to them.
  const mark = () => {
    const isAway = glue.dataset.kept !== undefined || !navigator.onLine;
    document.documentElement.toggleAttribute("data-offline", isAway);
  };
  // A module whose integrity is that of its link. Only an element can say it, and a module that one has
  // loaded is what `import` gives; not every engine minds the integrity of a preload.
  const checked = async ({ href, integrity }) => {
    const script = document.createElement("script");
    const loaded = new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = () => reject(new Error("the script did not come or was refused"));
    });
    Object.assign(script, { type: "module", src: href, integrity });
    document.head.append(script);
    await loaded;
    return import(href);
  };
  // The module of the views, asked for after the first view (views.js); where the link opens another view
  // than the board, along with the program, whose first view it draws.
  const views = document.getElementById("guatu-views");
  const brought = () => fetched(views.href, { integrity: views.integrity });
  let coming = /^(#\/?(board)?)?($|\?)/.test(location.hash) ? undefined : brought();
  coming?.catch(() => {});
  views.load = () => {
    const first = coming;
    coming = undefined;
    return first ?? brought();
  };
  // The program that makes files, asked for with the first of them.
  const maker = document.head.querySelector("link[rel=guatu-files]");
  const made = async () => {
    const { program, programIntegrity: integrity = "" } = maker.dataset;
    const exports = await checked(maker);
    await exports.default({ module_or_path: fetched(program, { integrity }) });
    return exports;
  };
  // The next file asks again after a failure. A script that did not come browsers ask for again only when the
  // page is loaded anew, which the dialog advises.
  let making;
  const makes = () =>
    (making ??= made().catch((error) => {
      making = undefined;
      throw error;
    }));
  const glue = document.head.querySelector("link[rel=modulepreload]");
  const { program: file, programIntegrity: integrity = "", tables } = glue.dataset;
  mark();
  addEventListener("online", mark);
  addEventListener("offline", mark);
  const program = fetched(file, { integrity }).catch(named(file, "guatu-no-program"));
  const data = read(glue.dataset).catch(named(tables, "guatu-no-data"));
  const code = checked(glue).catch(named(glue.href, "guatu-no-program"));
  const { default: load, start } = await code;
  await load({ module_or_path: program });
  const { files, copy } = await data;
  start(files, makes);
  // Whoever forbids all this has the site as it was.
  (window.requestIdleCallback ?? setTimeout)(() => stay(glue.dataset, copy).catch(() => {}));
})();
