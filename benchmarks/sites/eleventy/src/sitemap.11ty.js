// The sitemap: every page but older pages of lists, each with the date of the newest digest on it.
import { everywhere } from "../lib/lists.js";
import { iso, site } from "../lib/site.js";

export const data = { permalink: "/sitemap.xml" };

const PAIRED = new Set(["home", "category"]);

export function render({ collections }) {
  const entries = [];
  for (const { language, own } of collections.fixed) {
    const below = (url) => url.slice(language.home.length);
    const paired = (url, date) => entries.push(entry(url, date, everywhere(below(url))));
    own.forEach((item) => paired(item.url, item.date));
    for (const name of ["archive/", "tags/"]) paired(`${language.home}${name}`, own[0].date);
  }
  for (const { kind, language, url, number, items } of collections.lists) {
    if (number === 1) entries.push(entry(url, items[0].date, PAIRED.has(kind) ? everywhere(url.slice(language.home.length)) : []));
  }
  for (const { language, url, months } of collections.years) {
    entries.push(entry(url, months.values().next().value[0].date, everywhere(url.slice(language.home.length))));
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join("")}</urlset>
`;
}

function entry(url, date, others) {
  const link = (code, place) => `\n<xhtml:link rel="alternate" hreflang="${code}" href="${site.url}${place}"/>`;
  const links = others.length ? [...others.map((other) => link(other.code, other.url)), link("x-default", others[0].url)] : [];
  return `<url><loc>${site.url}${url}</loc><lastmod>${iso(date)}</lastmod>${links.join("")}</url>\n`;
}
