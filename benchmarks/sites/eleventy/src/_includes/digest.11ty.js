// A digest's page.
import { category, split } from "../../lib/digest.js";
import { frame, pin } from "../../lib/frame.js";
import { everywhere } from "../../lib/lists.js";
import { escape, iso, languages, longDate, longDateTime, site } from "../../lib/site.js";

export function render(data) {
  const language = languages.get(data.lang);
  const { url, date } = data.page;
  const others = everywhere(url.slice(language.home.length));
  const parts = split(data.content);
  const title = escape(data.title);
  const article = {
    headline: data.title,
    abstract: parts.plain,
    words: data.page.rawInput.split(/\s+/).length,
    section: section(data, language),
    sectionUrl: `${language.home}category/${data.category}/`,
    tags: data.topics.map((slug) => language.names.get(slug)),
    date,
    source: data.source,
  };
  const main = `<article class="digest">
<header class="digest-head">
<p class="kicker">${category({ data })}</p>
<h1>${title}</h1>
</header>
<div class="byline">
<p><time datetime="${iso(date)}">${longDateTime(date, language)}</time></p>
</div>
<div class="text">
${parts.points.replace("<ul>", `<ul class="points">`)}<aside class="summary note" aria-labelledby="summary_label">
${pin()}
<p class="note-label" id="summary_label">${language.strings.summary}</p>
<p>${parts.summary}</p>
</aside>
</div>
<footer class="digest-foot">
${source(data.source, language)}<nav class="tags" aria-label="${language.strings.tags}">
<ul>
${data.topics.map((slug) => `<li><a rel="tag" href="${language.home}tag/${slug}/">${language.titles.tag.get(slug)}</a></li>\n`).join("")}</ul>
</nav>
${share(data.title, `${site.url}${url}`, language.strings)}${translations(others, language)}<p class="rights">© ${date.getUTCFullYear()} ${site.name}</p>
<p class="permalink"><a rel="bookmark" href="${site.url}${url}">${site.url}${url}</a></p>
</footer>
</article>
${neighbours(data.collections.neighbours.get(url), language.strings)}`;
  return frame(language, { url, title: `${title} — ${site.name}`, description: parts.teaser, kind: "reading", main, others, shown: title, article });
}

const section = (data, language) => language.categories.find((term) => term.slug === data.category).title;

function source({ title, name, url, date, lang }, language) {
  const { strings } = language;
  const day = `<time datetime="${date}">${longDate(new Date(date), language)}</time>`;
  return `<p class="sources">${strings.source_title}<a href="${url}" lang="${lang}" hreflang="${lang}">${escape(title)}</a>${strings.source_name}${escape(name)}${strings.source_date}${day}</p>\n`;
}

function share(text, address, s) {
  const title = encodeURIComponent(text);
  const url = encodeURIComponent(address);
  return `<section class="share" aria-labelledby="share_title">
<h2 class="share__title" id="share_title">${s.share}</h2>
<ul class="share__list">
@@share@@
</ul>
<p class="share__status" role="status" data-copy="${s.copied}" data-failed="${s.failed}"></p>
<script type="module" src="/theme/share.js"></script>
</section>
`;
}

function translations(others, language) {
  const links = others
    .filter(({ code }) => code !== language.code)
    .map(({ code, url }) => `<a rel="alternate" href="${url}" lang="${code}" hreflang="${code}">${languages.get(code).name}</a>`);
  return links.length ? `<p class="translations">${language.strings.read_in} ${links.join(", ")}</p>\n` : "";
}

function neighbours({ newer, older }, strings) {
  const link = (kind, item) =>
    item ? `<li class="${kind}"><a href="${item.url}"><span class="quiet">${strings[kind]}</span> <span class="title">${escape(item.data.title)}</span></a></li>\n` : "";
  return `<nav class="neighbours" aria-label="${strings.others}">\n<ul>\n${link("newer", newer)}${link("older", older)}</ul>\n</nav>\n`;
}
