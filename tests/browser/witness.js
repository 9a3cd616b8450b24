// Stands first in the copies of the pages that most flows run in, before the policy, and notes in
// an attribute what a console would show: what the policy stopped, errors, warnings. It also keeps the media queries that the page asks.
(() => {
  const heard = [];
  const note = (words) => {
    heard.push(words);
    document.documentElement.dataset.witness = JSON.stringify(heard);
  };
  addEventListener("securitypolicyviolation", (event) =>
    note(`policy: ${event.effectiveDirective} ${event.blockedURI}`),
  );
  // Errors of elements do not bubble.
  addEventListener("error", (event) => note(`error: ${event.message ?? event.target.outerHTML}`), true);
  addEventListener("unhandledrejection", (event) => note(`rejection: ${event.reason}`));
  // A flow moves the window to another screen by these: no engine lets a test do it.
  const lists = (window.mediaLists = []);
  const matchMedia = window.matchMedia.bind(window);
  window.matchMedia = (query) => {
    const list = matchMedia(query);
    lists.push(list);
    return list;
  };
  for (const level of ["error", "warn"]) console[level] = (...words) => note(`${level}: ${words}`);
})();
