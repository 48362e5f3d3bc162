// The RSS feeds of each language and of its categories.
import { rss } from "../lib/feeds.js";

export const data = {
  pagination: { data: "collections.feeds", size: 1, alias: "feed" },
  permalink: ({ feed }) => `${feed.url}feed.xml`,
};

export const render = ({ feed }) => rss(feed);
