// The page for addresses that do not exist.
import { frame } from "../lib/frame.js";
import { everywhere } from "../lib/lists.js";
import { escape, site } from "../lib/site.js";

export const data = { permalink: "/404.html", eleventyExcludeFromCollections: true };

export function render() {
  const [language] = site.languages;
  const { strings, home } = language;
  const main = `<header class="section-head">
<h1>${strings.not_found}</h1>
<p class="quiet">404</p>
</header>
<div class="section-body text">
<p>${strings.nothing}</p>
<ul class="homes">
${site.languages.map(({ code, name, home }) => `<li><a href="${home}" lang="${code}" hreflang="${code}">${site.name} · ${name}</a></li>\n`).join("")}</ul>
<p><a href="${home}archive/">${strings.archive}</a></p>
</div>
`;
  return frame(language, { url: home, here: "", title: `${strings.not_found} — ${site.name}`, description: escape(language.tagline), kind: "section", main, others: everywhere(""), lost: true });
}
