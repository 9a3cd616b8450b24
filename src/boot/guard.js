// Shows a plain sentence of index.html, and what failed, when the program cannot start: an old
// browser, WebAssembly switched off, a file that did not come. A failure may name its own sentence,
// as that of the data does. A classic script in old syntax, so that the browsers that need the
// sentence can run it. It has no say once the program has set `data-state` itself.
(function () {
  var page = document.documentElement;

  function fail(event) {
    var target = event.target || {};
    // A style sheet or a picture that did not come does not stop the program.
    var resource = target.tagName && target.tagName !== "SCRIPT";
    if (resource || page.getAttribute("data-state") !== "loading") return;
    page.setAttribute("data-state", "failed");
    var reason = event.reason || {};
    var sentence = document.getElementById(reason.sentence || "guatu-fallback");
    if (!sentence) return;
    sentence.querySelector("pre").textContent = reason.message || event.message || target.src || "";
    sentence.hidden = false;
  }

  // Errors of elements do not bubble: only a capturing listener hears them.
  window.addEventListener("error", fail, true);
  window.addEventListener("unhandledrejection", fail);
  if (!("noModule" in document.createElement("script"))) fail({});
})();
