// What parsers of Node.js make of a feed: node parse.cjs FOLDER-OF-PACKAGES FILE..., as JSON on standard output.
const fs = require("node:fs");
const { createRequire } = require("node:module");
const { Readable } = require("node:stream");

const [folder, ...files] = process.argv.slice(2);
const bring = createRequire(`${folder}/`);

function entry(title, link, author, content) {
  return { title: title || "", link: link || "", author: author || "", content: content || "" };
}

function feedparser(text) {
  const Parser = bring("feedparser");
  return new Promise((resolve, reject) => {
    const found = { site: "", entries: [] };
    const parser = new Parser({ addmeta: false });
    parser.on("meta", (meta) => { found.site = meta.link || ""; });
    parser.on("readable", () => {
      for (let item = parser.read(); item; item = parser.read()) {
        found.entries.push(entry(item.title, item.link, item.author, item.description));
      }
    });
    parser.on("error", reject);
    parser.on("end", () => resolve(found));
    Readable.from([text]).pipe(parser);
  });
}

async function rssParser(text) {
  const Parser = bring("rss-parser");
  const feed = await new Parser().parseString(text);
  const entries = feed.items.map((item) =>
    entry(item.title, item.link, item.creator || item.author, item["content:encoded"] || item.content));
  return { site: feed.link || "", entries };
}

async function rowanmanning(text) {
  const { parseFeed } = bring("@rowanmanning/feed-parser");
  const feed = parseFeed(text);
  const entries = feed.items.map((item) => entry(item.title, item.url, item.authors[0]?.name, item.content));
  return { site: feed.url || "", entries };
}

async function htmlparser2(text) {
  const { parseFeed } = bring("htmlparser2");
  const feed = parseFeed(text);
  return { site: feed.link || "", entries: feed.items.map((item) => entry(item.title, item.link, "", item.description)) };
}

const PARSERS = {
  feedparser, "rss-parser": rssParser, "@rowanmanning/feed-parser": rowanmanning, htmlparser2,
};

(async () => {
  const found = {};
  for (const [name, parse] of Object.entries(PARSERS)) {
    found[name] = [];
    for (const file of files) found[name].push(await parse(fs.readFileSync(file, "utf8")));
  }
  process.stdout.write(JSON.stringify(found));
})();
