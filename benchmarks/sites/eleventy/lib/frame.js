// The frame of every page. What does not depend on the page is made once.
import { meta } from "./meta.js";
import { escape, languages, site } from "./site.js";

const PIN = `@@pin@@`;
const once = new Map();

function remembered(key, make) {
  if (!once.has(key)) once.set(key, make());
  return once.get(key);
}

export function frame(language, { url, title, description, kind, main, here = url, others = [], lost = false, home = false, name = "", shown = name || title, article = null }) {
  const alternates = others.length ? others.map((other) => `<link rel="alternate" hreflang="${other.code}" href="${site.url}${other.url}">\n`).join("") + `<link rel="alternate" hreflang="x-default" href="${site.url}${others[0].url}">\n` : "";
  return `<!doctype html>
<html lang="${language.code}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'">
<title>${title}</title>
<meta name="description" content="${description}">
${lost ? `<meta name="robots" content="noindex">\n` : ""}<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/theme/daily.css">
<link rel="icon" href="/theme/favicon.svg" type="image/svg+xml">
${lost ? "" : `<link rel="canonical" href="${site.url}${url}">\n`}${alternates}${lost ? "" : meta(language, { url, title: shown, name, description, others, home, article })}<link rel="alternate" type="application/rss+xml" href="${language.home}feed.xml" title="${site.name} (RSS)">
<link rel="alternate" type="application/atom+xml" href="${language.home}atom.xml" title="${site.name} (Atom)">
</head>
<body class="${kind}">
${remembered(`${language.code} brand ${home}`, () => brand(language, home))}${switcher(language, url, others)}${remembered(`${language.code} menu ${menuPlace(language, here)}`, () => menu(language, here))}<main id="main_content">
${main}</main>
${remembered(`${language.code} footer ${here === `${language.home}tags/`}`, () => footer(language, here))}</body>
</html>
`;
}

export const pin = () => PIN;

function brand(language, home) {
  const tag = home ? "h1" : "p";
  return `<a class="skip" href="#main_content">${language.strings.skip}</a>
<header class="masthead">
<${tag} class="brand"><a href="${language.home}"${home ? ` aria-current="page"` : ""}>${PIN}
${site.name}</a></${tag}>
<p class="tagline">${escape(language.tagline)}</p>
`;
}

function switcher(language, url, others) {
  if (languages.size === 1) return "";
  const places = new Map(others.map((other) => [other.code, other.url]));
  const links = site.languages.map(({ code, name, home }) => {
    const current = code === language.code;
    return `<li><a href="${current ? url : (places.get(code) ?? home)}" lang="${code}" hreflang="${code}"${current ? ` aria-current="true"` : ""}>${name}</a></li>\n`;
  });
  return `<nav class="languages" aria-label="${language.strings.languages}">\n<ul>\n${links.join("")}</ul>\n</nav>\n`;
}

const sections = (language) => [
  ...language.categories.map((term) => [`${language.home}category/${term.slug}/`, escape(term.title)]),
  [`${language.home}archive/`, language.strings.archive],
];

// The menu is the same on all pages but those it leads to.
function menuPlace(language, here) {
  return here.startsWith(`${language.home}category/`) || here === `${language.home}archive/` ? here : "";
}

function menu(language, here) {
  const links = sections(language).map(([url, title]) => `<li><a href="${url}"${url === here ? ` aria-current="page"` : ""}>${title}</a></li>\n`);
  return `<nav class="menu" aria-label="${language.strings.sections}">\n<ul>\n${links.join("")}</ul>\n</nav>\n</header>\n`;
}

function footer(language, here) {
  const tags = `${language.home}tags/`;
  return `<footer class="colophon">
<nav aria-label="${language.strings.about}">
<ul>
<li><a href="${tags}"${here === tags ? ` aria-current="page"` : ""}>${language.strings.tags}</a></li>
<li><a href="${language.home}feed.xml" type="application/rss+xml">RSS</a></li>
<li><a href="${language.home}atom.xml" type="application/atom+xml">Atom</a></li>
</ul>
</nav>
<p class="rights">© ${site.years} ${site.name}</p>
</footer>
`;
}
