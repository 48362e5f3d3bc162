// The archive of each year.
import { frame } from "../lib/frame.js";
import { everywhere } from "../lib/lists.js";
import { counted, escape, iso, site } from "../lib/site.js";

export const data = {
  pagination: { data: "collections.years", size: 1, alias: "year" },
  permalink: ({ year }) => year.url,
};

export function render({ year }) {
  const { language, url } = year;
  const { strings, home } = language;
  const main = `<header class="section-head">
<h1>${year.year}</h1>
<p class="quiet"><a href="${home}archive/">${strings.archive}</a></p>
<p class="quiet">${counted(year.count, language)}</p>
</header>
<div class="section-body">
${[...year.months].map(([key, items]) => month(key, items, language)).join("")}</div>
`;
  return frame(language, {
    url,
    title: `${strings.archive_of} ${year.year} — ${site.name}`,
    description: `${year.year} — ${site.name}`,
    kind: "section",
    name: String(year.year),
    main,
    others: everywhere(`${year.year}/`),
  });
}

function month(key, items, { dates, titles }) {
  const place = items[0].date.getUTCMonth();
  const lines = items.map((item) => `<li>
<time datetime="${iso(item.date)}">${item.date.getUTCDate()}${dates.day[place]}</time>
<span class="line-title"><a href="${item.url}">${escape(item.data.title)}</a></span>
<span class="quiet">${titles.category.get(item.data.category)}</span>
</li>
`);
  return `<section class="group" id="${key}">
<h2>${dates.month[place]}${items[0].date.getUTCFullYear()}</h2>
<ul class="lines">
${lines.join("")}</ul>
</section>
`;
}
