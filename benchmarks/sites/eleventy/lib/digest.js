// What lists, pages and feeds show of a digest; its texts are taken apart once a build.
import { pin } from "./frame.js";
import { escape, iso, languages, longDate } from "./site.js";

const made = { parts: new Map(), card: new Map(), plain: new Map() };

export function forget() {
  Object.values(made).forEach((each) => each.clear());
}

function once(name, item, make) {
  const known = made[name];
  let value = known.get(item.url);
  if (value === undefined) known.set(item.url, (value = make(item)));
  return value;
}

export const languageOf = (item) => languages.get(item.data.lang);

// Points and summary as HTML, the summary as text, and its first sentence.
export function parts(item) {
  return once("parts", item, () => split(item.content));
}

export function split(content) {
  const [points, rest] = content.split("<p>📌 ");
  const summary = rest.trim().slice(0, -"</p>".length);
  const plain = summary.replace(/<[^>]*>/g, "");
  const end = plain.indexOf(". ");
  return { points, summary, plain, teaser: end < 0 ? plain : plain.slice(0, end + 1) };
}

export function category(item) {
  const { home, titles } = languageOf(item);
  return `<a class="label" href="${home}category/${item.data.category}/">${titles.category.get(item.data.category)}</a>`;
}

const opening = (lead, label) => `<li${lead ? ` class="lead"` : ""}><article class="card">\n<p class="kicker">\n${label}`;
const labelled = (item) => `${category(item)}\n`;

export const card = (item) => once("card", item, () => opening(false, labelled(item)) + time(item) + teaser(item));
export const plainCard = (item) => once("plain", item, () => opening(false, "") + time(item) + teaser(item));
export const leadCard = (item) => `${opening(true, labelled(item))}${time(item)}${teaser(item, true)}`;

function time(item) {
  return `<time datetime="${iso(item.date)}">${longDate(item.date, languageOf(item))}</time>
</p>
<h2 class="title"><a href="${item.url}">${escape(item.data.title)}</a></h2>
`;
}

function teaser(item, lead = false) {
  return `<p class="teaser${lead ? " note" : ""}">${lead ? `${pin()}\n` : ""}${parts(item).teaser}</p>\n</article>\n</li>\n`;
}
