// The Atom feed of each language.
import { atom } from "../lib/feeds.js";

export const data = {
  pagination: { data: "collections.fixed", size: 1, alias: "fixed" },
  permalink: ({ fixed }) => `${fixed.language.home}atom.xml`,
};

export function render({ fixed, collections }) {
  const others = new Map();
  for (const { language, own } of collections.fixed) {
    if (language.code !== fixed.language.code) {
      for (const item of own.slice(0, 50)) others.set(item.data.name, [...(others.get(item.data.name) ?? []), item]);
    }
  }
  return atom(fixed, (item) => others.get(item.data.name) ?? []);
}
