// Before anything is drawn: the page takes language, colours, size of text and whether it is an embed from
// its link, as the program will. And when the program cannot start it shows a plain sentence of index.html, and what
// failed: an old browser, WebAssembly switched off, a file that did not come. A failure may name its
// own sentence, as that of the data does. A classic script in old syntax, so that the browsers that
// need the sentence can run it. It has no say once the program has set `data-state` itself.
(function () {
  var page = document.documentElement;
  var failure;

  function linked(key, values) {
    var found = new RegExp("[?&]" + key + "=(" + values + ")(&|$)").exec(location.hash);
    return found && found[1];
  }

  function fail(event) {
    var target = event.target || {};
    // A style sheet or a picture that did not come does not stop the program.
    var resource = target.tagName && target.tagName !== "SCRIPT";
    if (resource || page.getAttribute("data-state") !== "loading") return;
    page.setAttribute("data-state", "failed");
    failure = event;
    say();
  }

  function say() {
    if (!failure) return;
    var reason = failure.reason || {};
    // A script whose file did not come, or was refused for its integrity.
    var source = (failure.target || {}).src;
    var named = reason.sentence || (source ? "guatu-no-program" : "guatu-fallback");
    var sentence = document.getElementById(named);
    if (!sentence) return;
    sentence.querySelector("pre").textContent = reason.message || failure.message || source || "";
    sentence.hidden = false;
    // The way back to the view, as its link is; another page may have none.
    var back = document.getElementById("guatu-back");
    if (!back) return;
    var link = back.querySelector("a");
    link.href = link.textContent = location.href;
    back.hidden = false;
  }

  if (linked("lang", "en")) page.lang = "en";
  page.setAttribute("data-appearance", linked("appearance", "light|dark") || "system");
  page.setAttribute("data-text", linked("text", "large") || "normal");
  // An embed has no head from the first, as in what the program writes there.
  var hidden = linked("hide", "[a-z~]*");
  if (hidden !== null || linked("embed", "1")) {
    page.setAttribute("data-embed", (hidden || "").replace(/~/g, " "));
  }
  // Errors of elements do not bubble: only a capturing listener hears them.
  window.addEventListener("error", fail, true);
  window.addEventListener("unhandledrejection", fail);
  document.addEventListener("DOMContentLoaded", say);
  if (!("noModule" in document.createElement("script"))) fail({});
})();
