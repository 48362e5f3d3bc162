// Tells an open page of builds: it loads itself again when its own file has changed, takes a new style sheet in
// without that, and shows what is wrong until it is fixed. The address of this script says which build the page shows.

import { show } from "./overlay.js";

const here = new URL(import.meta.url);
const missing = here.searchParams.has("missing"); // this is the page for addresses at which there is nothing
const root = decoded(new URL("..", here).pathname);
const KEPT = "puntina-scroll";
let stamp = here.searchParams.get("since") ?? "";
let stream = null;

// A hidden page does not listen: a browser has six connections for each host, and a page that is shown again is told
// all that it has missed.
function listen() {
  if (stream || document.hidden) return;
  stream = new EventSource(new URL(`events?since=${encodeURIComponent(stamp)}`, here));
  stream.addEventListener("built", (event) => hear(JSON.parse(event.data)));
  stream.addEventListener("error", () => {
    if (stream?.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
    stop();
    setTimeout(listen, 1000);
  });
}

function stop() {
  stream?.close();
  stream = null;
}

function hear(news) {
  stamp = news.stamp;
  const changed = new Set(news.changed);
  if (news.all || isOurs(changed) || usesOther(changed)) {
    again();
    return;
  }
  swapSheets(changed);
  show(news.problems, news.words);
}

// Whether the page's own file is among the changed, under any of the names by which it is reached.
function isOurs(changed) {
  const place = decoded(location.pathname).replace(/\/index\.html$/, "/");
  const names = [place, `${place}/`, `${place}.html`, ...(missing ? [`${root}404.html`] : [])];
  return names.some((name) => changed.has(name));
}

// Whether a script or a picture that the page has loaded is among them; style sheets and what they use are swapped.
function usesOther(changed) {
  return loaded((entry) => entry.initiatorType !== "css" && !isSheet(entry.name)).some((name) => changed.has(name));
}

function swapSheets(changed) {
  const links = [...document.querySelectorAll('link[rel~="stylesheet"][href]')].filter(isLocal);
  const named = links.filter((link) => changed.has(placeOf(link.href)));
  // A sheet or a font that another sheet asks for is had anew by taking in all of them.
  const deeper = loaded((entry) => entry.initiatorType === "css" || isSheet(entry.name));
  const linked = new Set(links.map((link) => placeOf(link.href)));
  const all = deeper.some((name) => changed.has(name) && !linked.has(name));
  (all ? links : named).forEach(swap);
}

// The new sheet is loaded beside the old one, which goes only then, so that nothing is ever seen unstyled.
const leaving = new WeakSet();
function swap(old) {
  if (leaving.has(old)) return;
  leaving.add(old);
  const fresh = old.cloneNode();
  const address = new URL(old.href);
  address.searchParams.set("live", stamp);
  fresh.href = address;
  fresh.addEventListener("load", () => old.remove());
  fresh.addEventListener("error", () => {
    leaving.delete(old);
    fresh.remove();
  });
  old.after(fresh);
}

function loaded(wanted) {
  const entries = performance.getEntriesByType("resource").filter((entry) => isLocal({ href: entry.name }));
  return entries.filter(wanted).map((entry) => placeOf(entry.name));
}

const isSheet = (address) => new URL(address).pathname.endsWith(".css");
const isLocal = (link) => new URL(link.href).origin === location.origin;
const placeOf = (address) => decoded(new URL(address).pathname);

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function again() {
  stop();
  keep({ page: location.href, x: scrollX, y: scrollY });
  location.reload();
}

// Storage can be switched off; then the browser's own memory of where the reader was has to do.
function keep(place) {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(place));
  } catch {}
}

function goBack() {
  try {
    const place = JSON.parse(sessionStorage.getItem(KEPT));
    sessionStorage.removeItem(KEPT);
    if (place?.page === location.href) scrollTo({ left: place.x, top: place.y, behavior: "instant" });
  } catch {}
}

if (document.readyState === "complete") goBack();
else addEventListener("load", goBack, { once: true });
document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
addEventListener("pagehide", stop);
addEventListener("pageshow", listen);
listen();
