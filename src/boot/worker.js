// The service worker: the site without a network. The build puts three constants before this and writes
// it to `sw.js`: VERSION; FILES, with the integrity of each file by its name; and LATER, the names of
// those that are kept when they are first asked for.
//
// A version is kept whole or not at all, and its page and data are never mixed with those of another: a
// page says its version when it asks for its data, and whether it was kept itself (site.js). A file with
// a hash in its name is the same in every version that has it.
const PREFIX = `guatu ${registration.scope} `;
const CACHE = PREFIX + VERSION;
const PAGE = "./";
const DATA = "data.json";
const HASHED = /-[0-9a-f]{12,16}[._][^/]*$/;

// What the page says of its version, and what is added to the page that is kept.
const MARK = `data-version="${VERSION}"`;
const KEPT = "data-kept";

// How long the network is waited for where there is something to show without it.
const PATIENCE = 5000;

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

// A host may add tags to the page, and so its version is what counts.
async function takenPage() {
  for (const cache of ["force-cache", "reload"]) {
    const answer = await fetch(address(PAGE), { cache });
    const text = await answer.text();
    if (!answer.ok || !text.includes(MARK)) continue;
    const headers = new Headers(answer.headers);
    // They are about the bytes as they were sent.
    for (const name of ["content-encoding", "content-length"]) headers.delete(name);
    return new Response(text.replace(MARK, `${MARK} ${KEPT}`), { headers });
  }
  throw new Error("the page is of another version");
}

async function install() {
  const names = Object.keys(FILES);
  const answers = await Promise.all([takenPage(), ...names.map(taken)]);
  if (!answers.every((answer) => answer.ok)) throw new Error("a file did not come");
  // What an earlier version has been asked for goes along.
  answers.push(...(await Promise.all(LATER.map(found))));
  // Anew, where a host has gone back to this version: the newest is the last in the order of caches.
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  const put = (name, at) => answers[at] && cache.put(address(name), answers[at]);
  try {
    await Promise.all([PAGE, ...names, ...LATER].map(put));
  } catch (error) {
    // There is no room.
    await caches.delete(CACHE);
    throw error;
  }
  await skipWaiting();
}

// The caches of the other versions, the oldest first.
async function others() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
}

// The version before stays: a page of it may be open, and ask for a file that no server has any more.
async function activate() {
  const names = await others();
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
}

const kept = (name, cacheName) => caches.match(address(name), { cacheName, ignoreVary: true });

async function found(name) {
  for (const cache of [CACHE, ...(await others())]) {
    const answer = await kept(name, cache);
    if (answer) return answer;
  }
  return undefined;
}

// What the network brings in time; otherwise, or where the server fails, what is kept, if anything is.
async function fresh(request, own) {
  if (!own) return fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, own));
  const answer = fetch(request).then((answer) => (answer.status < 500 ? answer : own));
  return Promise.race([answer.catch(() => own), late]);
}

async function page(request) {
  return fresh(request, await kept(PAGE, CACHE));
}

// Data of the version that asks for them: for a page that was kept none but what was kept with it.
async function data(request) {
  const own = await kept(DATA, PREFIX + request.headers.get("guatu-version"));
  if (request.headers.has("guatu-kept")) return own ?? Response.error();
  return fresh(request, own);
}

async function hashed(request, name) {
  const own = await found(name);
  if (own) return own;
  const answer = await fetch(request);
  if (answer.ok && LATER.includes(name)) {
    const cache = await caches.open(CACHE);
    await cache.put(address(name), answer.clone()).catch(() => {});
  }
  return answer;
}

function answer({ request }) {
  const [path] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !path.startsWith(registration.scope)) return undefined;
  const name = path.slice(registration.scope.length);
  if (name === DATA) return data(request);
  if (HASHED.test(name)) return hashed(request, name);
  const isPage = request.mode === "navigate" && (name === "" || name === "index.html");
  return isPage ? page(request) : undefined;
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const answered = answer(event);
  if (answered) event.respondWith(answered);
});
