// The archive by year and month, one for each language.
import { frame } from "../lib/frame.js";
import { everywhere } from "../lib/lists.js";
import { counted, escape, site } from "../lib/site.js";

export const data = {
  pagination: { data: "collections.fixed", size: 1, alias: "fixed" },
  permalink: ({ fixed }) => `${fixed.language.home}archive/`,
};

export function render({ fixed: { language, years } }) {
  const { strings, home, dates } = language;
  const months = (year) =>
    [...year.months].map(([key, items]) => `<li><a href="${year.url}#${key}">${dates.alone[items[0].date.getUTCMonth()]}</a> <span class="quiet">${counted(items.length, language)}</span></li>\n`);
  const groups = years.map((year) => `<section class="group">
<h2><a href="${year.url}">${year.year}</a> <span class="quiet">${counted(year.count, language)}</span></h2>
<ul class="columns">
${months(year).join("")}</ul>
</section>
`);
  const main = `<header class="section-head">
<h1>${strings.archive}</h1>
</header>
<div class="section-body">
${groups.join("")}</div>
`;
  return frame(language, { url: `${home}archive/`, title: `${strings.archive} — ${site.name}`, description: escape(language.tagline), kind: "section", main, others: everywhere("archive/") });
}
