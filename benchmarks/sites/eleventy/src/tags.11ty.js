// The list of tags, one for each language.
import { frame } from "../lib/frame.js";
import { everywhere } from "../lib/lists.js";
import { counted, escape, site } from "../lib/site.js";

export const data = {
  pagination: { data: "collections.fixed", size: 1, alias: "fixed" },
  permalink: ({ fixed }) => `${fixed.language.home}tags/`,
};

export function render({ fixed: { language, tags } }) {
  const { strings, home } = language;
  const main = `<header class="section-head">
<h1>${strings.tags}</h1>
</header>
<div class="section-body">
<ul class="columns">
${tags.map((tag) => `<li><a href="${home}tag/${tag.slug}/">${tag.title}</a> <span class="quiet">${counted(tag.count, language)}</span></li>\n`).join("")}</ul>
</div>
`;
  return frame(language, { url: `${home}tags/`, title: `${strings.tags} — ${site.name}`, description: escape(language.tagline), kind: "section", main, others: everywhere("tags/") });
}
