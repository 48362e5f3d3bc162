// What all digests have in common: their layout and their address.
import { languages } from "../../lib/site.js";

export default {
  layout: "digest.11ty.js",
  permalink: (data) => {
    const [year, month] = data.page.date.toISOString().split("-");
    return `${languages.get(data.lang).home}${year}/${month}/${data.name}/`;
  },
};
