// RSS and Atom of the newest digests of a language, with their whole text.
import { parts } from "./digest.js";
import { escape, iso, longDate, site } from "./site.js";

const SIZE = 50;
const AUTHORITY = "tag:news.example,2025:";

const rfc822 = (date) => date.toUTCString().replace("GMT", "+0000");

function content(item, language) {
  const { strings } = language;
  const { source } = item.data;
  const { points, summary } = parts(item);
  const line = `${strings.source_title}${source.title}${strings.source_name}${source.name}${strings.source_date}${longDate(new Date(source.date), language)}`;
  return escape(`${points}<aside aria-label="${strings.summary}">
<p><span aria-hidden="true">📌 </span>${summary}</p>
</aside>
<p><a href="${source.url}">${escape(line)}</a></p>`);
}

const terms = (item, language) => [
  [item.data.category, language.titles.category.get(item.data.category)],
  ...item.data.topics.map((slug) => [slug, language.titles.tag.get(slug)]),
];

// Of a list: its address, its digests, newest first, and its title, "" for all digests.
export function rss({ language, url, own, title }) {
  const name = title ? `${site.name} — ${title}` : site.name;
  const newest = own.slice(0, SIZE);
  const date = rfc822(newest[0].date);
  const items = newest.map((item) => `    <item>
      <title>${escape(item.data.title)}</title>
      <link>${site.url}${item.url}</link>
      <description>${parts(item).plain}</description>
      <content:encoded>${content(item, language)}</content:encoded>
      <guid isPermaLink="false">${AUTHORITY}${item.data.id}</guid>
${terms(item, language).map(([, title]) => `      <category>${title}</category>\n`).join("")}      <pubDate>${rfc822(item.date)}</pubDate>
      <dc:language>${language.code}</dc:language>
      <dc:rights>© ${item.date.getUTCFullYear()} ${site.name}</dc:rights>
      <dc:source>${item.data.source.url}</dc:source>
    </item>
`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0">
  <channel>
    <title>${name}</title>
    <link>${site.url}${url}</link>
    <description>${title ? name : escape(language.tagline)}</description>
    <atom:link href="${site.url}${url}feed.xml" rel="self" type="application/rss+xml"/>
    <copyright>© ${site.years} ${site.name}</copyright>
    <generator>Eleventy</generator>
    <language>${language.code}</language>
    <ttl>60</ttl>
    <pubDate>${date}</pubDate>
    <lastBuildDate>${date}</lastBuildDate>
${items.join("")}  </channel>
</rss>
`;
}

export function atom({ language, own }, others) {
  const newest = own.slice(0, SIZE);
  const { code, home } = language;
  const entries = newest.map((item) => `  <entry xml:lang="${code}">
    <id>${AUTHORITY}${item.data.id}</id>
    <title>${escape(item.data.title)}</title>
    <updated>${iso(item.date)}</updated>
    <content type="html">${content(item, language)}</content>
    <link href="${site.url}${item.url}" rel="alternate" type="text/html" hreflang="${code}"/>
    <summary type="text">${parts(item).plain}</summary>
${terms(item, language).map(([slug, title]) => `    <category term="${slug}" label="${title}"/>\n`).join("")}    <rights>© ${item.date.getUTCFullYear()} ${site.name}</rights>
    <published>${iso(item.date)}</published>
${others(item).map((other) => `    <link href="${site.url}${other.url}" rel="alternate" type="text/html; charset=utf-8" hreflang="${other.data.lang}" title="${escape(other.data.title)}"/>\n`).join("")}    <link href="${item.data.source.url}" rel="via" hreflang="${item.data.source.lang}" title="${escape(item.data.source.title)}"/>
  </entry>
`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${code}">
  <id>${AUTHORITY}${code}</id>
  <title>${site.name}</title>
  <updated>${iso(newest[0].date)}</updated>
  <author>
    <name>${site.name}</name>
  </author>
  <link href="${site.url}${home}atom.xml" rel="self" type="application/atom+xml"/>
  <link href="${site.url}${home}" rel="alternate" type="text/html" hreflang="${code}"/>
  <generator>Eleventy</generator>
  <rights>© ${site.years} ${site.name}</rights>
  <subtitle>${escape(language.tagline)}</subtitle>
${entries.join("")}</feed>
`;
}
