// Which lists there are, from one pass over all digests; a list's newest page holds what does not fill a page of its own.
import { escape, languages, monthKey, site } from "./site.js";

const SIZE = 20;
let known = { items: [], made: make([]) };

// Called for each collection of one build with the same items.
export function index(items) {
  if (known.items.length !== items.length || items.some((item, place) => item !== known.items[place])) {
    known = { items, made: make(items) };
  }
  return known.made;
}

function make(items) {
  const newest = [...items].sort((one, other) => other.date - one.date);
  const made = { lists: [], feeds: [], years: [], fixed: [], neighbours: new Map() };
  for (const language of site.languages) {
    const own = newest.filter((item) => item.data.lang === language.code);
    own.forEach((item, place) => made.neighbours.set(item.url, { newer: own[place - 1], older: own[place + 1] }));
    const groups = { category: group(own, (item) => [item.data.category]), tag: group(own, (item) => item.data.topics) };
    made.lists.push(...paged("home", language, "", language.home, own));
    made.feeds.push({ language, url: language.home, own, title: "" });
    for (const [kind, terms] of Object.entries(groups)) {
      for (const [slug, members] of terms) {
        made.lists.push(...paged(kind, language, language.titles[kind].get(slug), `${language.home}${kind}/${slug}/`, members, slug));
      }
    }
    for (const [slug, members] of groups.category) {
      const title = language.titles.category.get(slug);
      made.feeds.push({ language, url: `${language.home}category/${slug}/`, own: members, title });
    }
    const years = [...group(own, (item) => [item.date.getUTCFullYear()])];
    for (const [year, members] of years) {
      made.years.push({ language, year, url: `${language.home}${year}/`, count: members.length, months: group(members, (item) => [monthKey(item.date)]) });
    }
    made.fixed.push({ language, own, tags: tagList(groups.tag, language), years: made.years.filter((each) => each.language === language) });
  }
  return made;
}

function group(items, keysOf) {
  const groups = new Map();
  for (const item of items) {
    for (const key of keysOf(item)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item);
    }
  }
  return groups;
}

function paged(kind, language, title, url, items, slug) {
  const first = items.length < 2 * SIZE ? items.length : SIZE + (items.length % SIZE);
  const count = 1 + (items.length - first) / SIZE;
  const place = (number) => (number === 1 ? url : `${url}page/${number}/`);
  return Array.from({ length: count }, (_, before) => ({
    kind,
    language,
    title,
    slug,
    plain: url,
    number: before + 1,
    url: place(before + 1),
    items: before ? items.slice(first + (before - 1) * SIZE, first + before * SIZE) : items.slice(0, first),
    newest: before ? url : null,
    newer: before ? place(before) : null,
    older: before + 1 < count ? place(before + 2) : null,
  }));
}

function tagList(tags, language) {
  const found = [...tags].map(([slug, members]) => ({ slug, title: language.titles.tag.get(slug), count: members.length }));
  return found.sort((one, other) => (one.title < other.title ? -1 : 1));
}

// The same place in every language, for pages that all languages have.
export function everywhere(path) {
  return languages.size > 1 ? site.languages.map(({ code, home }) => ({ code, url: `${home}${path}` })) : [];
}
