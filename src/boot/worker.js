// The service worker: the site without a network. The build puts two constants before this and writes
// it to `sw.js`: VERSION, and FILES with the integrity of each file by its name.
//
// A version is kept whole or not at all, and its page and data are never mixed with those of another:
// what the page is answered with, from the network or from here, its data are answered with too. Files
// with a hash in their name are the same in every version that has them.
const PREFIX = `guatu ${registration.scope} `;
const CACHE = PREFIX + VERSION;
const PAGE = "./";
const DATA = "data.json";
const HASHED = /-[0-9a-f]{12,16}[._][^/]*$/;

// How long the page is waited for where there is a network that brings nothing.
const PATIENCE = 5000;

// Windows whose page came from here.
const offline = new Set();

const address = (name) => new URL(name, registration.scope).href;

// What the page has just loaded is in the browser's own cache, and is not asked for again. Where it
// holds something else the server is asked, and refused where it has another version by now.
async function taken(name) {
  const integrity = FILES[name];
  try {
    return await fetch(address(name), { cache: "force-cache", integrity });
  } catch {
    // A host may put other data in the place of ours.
    if (name === DATA) return fetch(address(name), { cache: "no-cache" });
    return fetch(address(name), { cache: "reload", integrity });
  }
}

async function install() {
  const names = Object.keys(FILES);
  const answers = await Promise.all(names.map(taken));
  if (!answers.every((answer) => answer.ok)) throw new Error("a file did not come");
  const cache = await caches.open(CACHE);
  await Promise.all(names.map((name, index) => cache.put(address(name), answers[index])));
  await skipWaiting();
}

// The version before stays: a page of it may be open, and ask for a file that no server has any more.
async function activate() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
}

async function kept(name) {
  const cache = await caches.open(CACHE);
  return cache.match(address(name), { ignoreVary: true });
}

async function fromNetwork(request) {
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE));
  const answer = await Promise.race([fetch(request), late]);
  if (answer.status >= 500) throw new Error(`HTTP ${answer.status}`);
  return answer;
}

async function page(event) {
  try {
    return await fromNetwork(event.request);
  } catch {
    offline.add(event.resultingClientId);
    return (await kept(PAGE)) ?? Response.error();
  }
}

async function data(event) {
  if (!offline.has(event.clientId)) {
    try {
      return await fromNetwork(event.request);
    } catch {
      // As without a network.
    }
  }
  return (await kept(DATA)) ?? Response.error();
}

async function hashed(request) {
  const known = await caches.match(request.url, { ignoreVary: true });
  return known ?? fetch(request);
}

function answer(event) {
  const { request } = event;
  const [path] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !path.startsWith(registration.scope)) return undefined;
  const name = path.slice(registration.scope.length);
  if (name === DATA) return data(event);
  if (HASHED.test(name)) return hashed(request);
  const isPage = request.mode === "navigate" && (name === "" || name === "index.html");
  return isPage ? page(event) : undefined;
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const answered = answer(event);
  if (answered) event.respondWith(answered);
});
