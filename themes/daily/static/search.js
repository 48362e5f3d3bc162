// Looks words up in the page's own index, which Pagefind has made, and lists what has them.
const SHOWN = 10; // results at a time
const PAUSE = 250; // milliseconds without a key before the words are looked up
for (const block of document.querySelectorAll("script[type='text/html']")) block.outerHTML = block.textContent;
const form = document.querySelector("form.search");
const { index, ...says } = form.dataset;
const words = form.elements.q;
const section = form.elements.in;
const status = document.querySelector(".search-status");
const list = document.querySelector(".search-results");
const more = document.querySelector(".search-more");
const card = document.querySelector("template").content;
const lang = document.documentElement.lang;
const number = new Intl.NumberFormat(lang);
let latest = 0; // the number of the newest search; an older one that ends late shows nothing
let found = [];
let loaded;

function pagefind() {
  loaded ??= import(`${index}pagefind.js`).then(async (module) => {
    // On the page itself, whose policy holds: a worker is a script more to load, and has a policy of its own.
    await module.options({ baseUrl: "/", noWorker: true, ranking: { metaWeights: { folded: 5, date: 0, day: 0 } } });
    return module;
  });
  loaded.catch(() => (loaded = undefined)); // so that the next search tries again
  return loaded;
}

// As the texts are indexed: composed, with d for đ, which Unicode does not take apart as it does ế, and no apostrophes.
const folded = (text) => text.normalize("NFC").replace(/đ/gi, "d").replace(/['’ʼ]/g, " ").trim();

const parts = (text) => folded(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

// Of a word that is in no text Pagefind looks up the beginning, down to a letter. So one of the best results must have
// each word: as it begins, or of a long one so much that it may be another form of it ("opened", "opens").
function holds(best, query) {
  const there = best.map(({ content, meta }) => parts(`${content} ${meta.title}`));
  const near = (word) => word.slice(0, word.length < 5 ? word.length : Math.max(4, Math.ceil(word.length * 0.6)));
  const has = (text, word) => text.some((other) => other.startsWith(near(word)));
  return there.some((text) => parts(query).every((word) => has(text, word)));
}

function shown({ url, meta, filters }) {
  const item = card.cloneNode(true);
  const [label, time, link, teaser] = [".label", "time", "a", ".teaser"].map((each) => item.querySelector(each));
  link.href = url;
  link.textContent = meta.title;
  teaser.textContent = meta.excerpt ?? "";
  label.textContent = filters.category?.[0] ?? "";
  if (meta.date) {
    time.dateTime = meta.date;
    time.textContent = meta.day;
  } else time.remove();
  if (!label.textContent) label.remove();
  return item;
}

async function extend(search) {
  const start = list.children.length;
  const some = await Promise.all(found.slice(start, start + SHOWN).map((each) => each.data()));
  if (search !== latest) return;
  list.append(...some.map(shown));
  more.hidden = list.children.length >= found.length;
  return list.children[start];
}

async function look() {
  const search = ++latest;
  const [query, category] = [words.value.trim(), section?.value ?? ""];
  remember(query, category);
  if (!query) return show(search, [], "");
  status.textContent = says.busy;
  try {
    const answer = await (await pagefind()).search(folded(query), category ? { filters: { category } } : {});
    const best = await Promise.all(answer.results.slice(0, SHOWN).map((each) => each.data()));
    const results = holds(best, query) ? answer.results : [];
    await show(search, results, results.length ? says.found.replace("{count}", number.format(results.length)) : says.none);
  } catch (error) {
    console.error(error);
    await show(search, [], says.failed);
  }
}

async function show(search, results, text) {
  if (search !== latest) return;
  found = results;
  list.replaceChildren();
  await extend(search);
  if (search === latest) status.textContent = text;
}

// The address names the search, so that it can be shared and is there again on the way back.
function remember(q, category) {
  const place = new URL(location.href);
  place.search = new URLSearchParams({ ...(q && { q }), ...(category && { in: category }) });
  history.replaceState(null, "", place);
}

let waiting;
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  look();
});
words.addEventListener("focus", () => pagefind().then((module) => module.init(), () => {}), { once: true });
more.addEventListener("click", async () => (await extend(latest))?.querySelector("a").focus());

const asked = new URLSearchParams(location.search);
words.value = asked.get("q") ?? "";
if (section) section.value = asked.get("in") ?? "";
if (section?.selectedIndex < 0) section.value = "";
if (words.value) look();
