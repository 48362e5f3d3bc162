// One pass over all digests makes every list; cards and texts are made once a build.
import { forget } from "./lib/digest.js";
import { index } from "./lib/lists.js";

export default function (config) {
  config.setQuietMode(true);
  config.addPassthroughCopy("theme");
  config.on("eleventy.before", forget);
  for (const name of ["lists", "feeds", "years", "fixed"]) {
    config.addCollection(name, (api) => index(api.getAll().filter((item) => item.data.topics))[name]);
  }
  config.addCollection("neighbours", (api) => index(api.getAll().filter((item) => item.data.topics)).neighbours);
  return {
    dir: { input: "src", output: "_site" },
    markdownTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
  };
}
