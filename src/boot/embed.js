// <guatu-view>: a view of the explorer in any page. docs/embedding.md tells how it is used.
(() => {
  "use strict";
  if (customElements.get("guatu-view")) return;

  // The explorer stands beside this script; opened from disk it is the single file.
  const home = new URL(".", document.currentScript?.src || document.baseURI);
  const explorer = home.protocol === "file:" ? new URL("guatu.html", home) : home;
  const styles = new CSSStyleSheet();
  styles.replaceSync(
    ":host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;height:480px;border:0}",
  );

  // The page that an element shows, and the link of the view in it.
  const wanted = (element) => {
    const get = (name) => element.getAttribute(name);
    const page = new URL(get("href") || get("src") || explorer, document.baseURI);
    if (!/^(https?|file):$/.test(page.protocol)) throw new TypeError(`guatu-view: ${page}`);
    const own = `#/${get("view") || "board"}?${get("filters") || ""}`;
    const [view, query = ""] = ((get("href") && page.hash) || own).split("?");
    page.hash = "";
    const keys = new Map();
    for (const pair of query.split("&").filter(Boolean)) {
      const [key, ...value] = pair.split("=");
      keys.set(key, value.join("="));
    }
    const set = (key, value) => value && keys.set(key, encodeURIComponent(value));
    set("lang", get("lang") && (/^en/i.test(get("lang")) ? "en" : "zh"));
    set("appearance", get("theme"));
    set("embed", "1");
    set("hide", (get("hide") || "").split(/[\s,~]+/).filter(Boolean).join("~"));
    const link = `${view}?${[...keys].map((pair) => pair.join("=")).join("&")}`;
    return { page, link };
  };

  const pathOf = (link) => link.split("?")[0];

  class GuatuView extends HTMLElement {
    static get observedAttributes() {
      return ["href", "src", "view", "filters", "hide", "height", "lang", "theme", "title", "aria-label"];
    }

    constructor() {
      super();
      this.attachShadow({ mode: "open" }).adoptedStyleSheets = [styles];
    }

    connectedCallback() {
      addEventListener("message", this);
      this.update();
    }

    disconnectedCallback() {
      removeEventListener("message", this);
      this.shadowRoot.replaceChildren();
      this.page = null;
    }

    attributeChangedCallback(name) {
      if (!this.isConnected) return;
      // Set again, the view comes back from where the reader has gone.
      if (!["height", "title", "aria-label"].includes(name)) this.shown = null;
      this.update();
    }

    update() {
      const { page, link } = wanted(this);
      if (String(this.page) !== page.href) {
        // A new frame and not another address: that would be a step in the host's history.
        this.frame = document.createElement("iframe");
        Object.assign(this, { page, shown: link, path: pathOf(link), isReady: false });
        Object.assign(this.frame, { loading: "lazy", allow: "clipboard-write", src: page.href + link });
        this.shadowRoot.replaceChildren(this.frame);
      }
      this.frame.title = this.title || this.getAttribute("aria-label") || "挂图 Guatu";
      const grew = !this.fixed;
      this.fixed = Math.max(0, parseFloat(this.getAttribute("height")) || 0);
      if (this.fixed) this.frame.style.height = `${this.fixed}px`;
      // The height of the content is told anew.
      else if (this.isReady && !grew) this.tell("hello");
      if (this.isReady && this.shown !== link) {
        Object.assign(this, { shown: link, path: pathOf(link) });
        this.tell("view", link);
      }
    }

    // A page from disk has an origin without a name: there its window alone says who it is.
    tell(type, value) {
      const origin = this.page.protocol === "file:" ? "*" : this.page.origin;
      this.frame.contentWindow.postMessage({ guatu: 1, type, value }, origin);
    }

    handleEvent({ source, origin, data }) {
      if (source !== this.frame?.contentWindow || !data || data.guatu !== 1) return;
      if (this.page.protocol !== "file:" && origin !== this.page.origin) return;
      const { type, value } = data;
      if (type === "ready") {
        this.isReady = true;
        this.tell("hello");
        this.update();
      } else if (type === "height" && Number.isFinite(value) && value > 0 && value <= 100000) {
        if (!this.fixed) this.frame.style.height = `${Math.ceil(value)}px`;
      } else if (type === "link" && typeof value === "string" && /^#\/.{0,4000}$/.test(value)) {
        this.moved(value);
      }
    }

    // The reader has changed the view; another one begins at its top.
    moved(link) {
      const path = pathOf(link);
      if (this.path !== path && this.getBoundingClientRect().top < 0) this.scrollIntoView();
      this.path = path;
      const detail = { link, href: this.page.href + link };
      this.dispatchEvent(new CustomEvent("guatu:link", { bubbles: true, detail }));
    }
  }

  customElements.define("guatu-view", GuatuView);
})();
