// The RSS feed of each language.
import { rss } from "../lib/feeds.js";

export const data = {
  pagination: { data: "collections.fixed", size: 1, alias: "fixed" },
  permalink: ({ fixed }) => `${fixed.language.home}feed.xml`,
};

export const render = ({ fixed }) => rss(fixed);
