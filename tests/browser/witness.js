// Stands first in the copies of the pages that most flows run in, before the policy, and notes in
// an attribute what a console would show: what the policy stopped, errors, warnings.
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
  for (const level of ["error", "warn"]) console[level] = (...words) => note(`${level}: ${words}`);
})();
