// What networks and search engines are told of a page: Open Graph, and JSON-LD as one graph.
import { escape, iso, languages, site } from "./site.js";

const root = `${site.url}/`;
const publisher = { "@type": "Organization", "@id": `${root}#publisher`, name: site.name, url: root };
const thing = (url) => `${site.url}${url}#article`;
const work = ({ code, url }) => ({ "@type": "NewsArticle", "@id": thing(url), url: `${site.url}${url}`, inLanguage: code });

// `title` is escaped, as is the description; `name` is what the page is called, "" for one that has no graph.
export function meta(language, { url, title, name, description, others, home, article }) {
  const locales = others.filter(({ code }) => code !== language.code).map(({ code }) => `<meta property="og:locale:alternate" content="${languages.get(code).locale}">\n`);
  const things = article ? [newsArticle(language, url, others, article), crumbs(language, [[article.section, article.sectionUrl], [article.headline, url]])]
    : home ? [publisher, webSite(language)]
    : name ? [crumbs(language, [[name, url]])] : [];
  const graph = JSON.stringify({ "@context": "https://schema.org", "@graph": things }).replaceAll("<", "\\u003c");
  return `<meta name="twitter:card" content="summary">
<meta property="og:title" content="${title}">
<meta property="og:type" content="${article ? "article" : "website"}">
<meta property="og:url" content="${site.url}${url}">
<meta property="og:site_name" content="${site.name}">
<meta property="og:description" content="${description}">
<meta property="og:locale" content="${language.locale}">
${locales.join("")}${article ? articleMeta(article) : ""}${things.length ? `<script type="application/ld+json">${graph}</script>\n` : ""}`;
}

function articleMeta({ date, section, tags }) {
  return `<meta property="article:published_time" content="${iso(date)}">
<meta property="article:section" content="${escape(section)}">
${tags.map((tag) => `<meta property="article:tag" content="${escape(tag)}">\n`).join("")}`;
}

function newsArticle(language, url, others, { headline, abstract, words, section, tags, date, source }) {
  const whole = `${site.url}${url}`;
  const year = date.getUTCFullYear();
  const [first, ...rest] = others;
  const translations = !first ? {} : first.code === language.code ? { workTranslation: rest.map(work) } : { translationOfWork: work(first) };
  return {
    "@type": "NewsArticle",
    "@id": thing(url),
    url: whole,
    mainEntityOfPage: whole,
    headline,
    abstract,
    inLanguage: language.code,
    wordCount: words,
    isAccessibleForFree: true,
    articleSection: section,
    keywords: tags,
    datePublished: iso(date),
    dateModified: iso(date),
    author: publisher,
    publisher,
    isBasedOn: [{ "@type": "CreativeWork", name: source.title, url: source.url, publisher: { "@type": "Organization", name: source.name }, datePublished: source.date, inLanguage: source.lang }],
    ...translations,
    copyrightHolder: { "@type": "Organization", name: site.name },
    copyrightYear: year,
    copyrightNotice: `© ${year} ${site.name}`,
  };
}

function crumbs(language, path) {
  const steps = [[site.name, language.home], ...path];
  return {
    "@type": "BreadcrumbList",
    itemListElement: steps.map(([name, url], place) => ({ "@type": "ListItem", position: place + 1, name, item: `${site.url}${url}` })),
  };
}

function webSite(language) {
  return {
    "@type": "WebSite",
    name: site.name,
    description: language.tagline,
    url: `${site.url}${language.home}`,
    inLanguage: language.code,
    publisher: { "@id": publisher["@id"] },
  };
}
