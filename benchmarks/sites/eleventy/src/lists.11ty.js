// Every page of home, category and tag lists.
import { card, leadCard, plainCard } from "../lib/digest.js";
import { frame } from "../lib/frame.js";
import { everywhere } from "../lib/lists.js";
import { escape, site } from "../lib/site.js";

export const data = {
  pagination: { data: "collections.lists", size: 1, alias: "list" },
  permalink: ({ list }) => list.url,
};

export function render({ list }) {
  const { language, kind, number } = list;
  const { strings, home } = language;
  const page = number > 1 ? `<p class="quiet">${strings.page} ${number}</p>\n` : "";
  const numbered = number > 1 ? ` — ${strings.page} ${number}` : "";
  if (kind === "home") {
    const title = `${site.name}${numbered || ` — ${escape(language.tagline)}`}`;
    const [lead, ...others] = list.items;
    const main = `${page}<ul class="cards">\n${leadCard(lead)}${others.map(card).join("")}</ul>\n${pager(list)}`;
    return frame(language, { url: list.url, title, description: escape(language.tagline), kind, main, home: true, others: number > 1 ? [] : everywhere("") });
  }
  const tags = kind === "tag" ? `<p class="quiet"><a href="${home}tags/">${strings.tags}</a></p>\n` : "";
  const main = `<header class="section-head">
<h1>${list.title}</h1>
${tags}${page}</header>
<div class="section-body">
<ul class="cards">
${list.items.map(kind === "tag" ? card : plainCard).join("")}</ul>
${pager(list)}</div>
`;
  const others = kind === "category" && number === 1 ? everywhere(`category/${list.slug}/`) : [];
  const title = `${list.title}${numbered} — ${site.name}`;
  return frame(language, { url: list.url, title, description: `${list.title} — ${site.name}`, kind: "section", main, here: list.plain, others, name: list.title });
}

function pager({ language, newest, newer, older }) {
  if (!newer && !older) return "";
  const { strings } = language;
  const link = (kind, url) => (url ? `<li class="${kind}"><a href="${url}">${strings[`${kind}_digests`]}</a></li>\n` : "");
  return `<nav class="pager" aria-label="${strings.pages}">\n<ul>\n${link("newer", newer)}${link("newest", newest)}${link("older", older)}</ul>\n</nav>\n`;
}
