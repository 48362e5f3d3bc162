// The site's facts, and small formats.
import { readFileSync } from "node:fs";

export const site = JSON.parse(readFileSync(new URL("../site.json", import.meta.url), "utf8"));
export const languages = new Map(site.languages.map((language) => [language.code, language]));
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;" };
const UNSAFE = /[&<>"]/;

export function escape(text) {
  return UNSAFE.test(text) ? text.replace(/[&<>"]/g, (sign) => SIGNS[sign]) : text;
}

for (const language of site.languages) {
  language.names = new Map(language.tags.map((term) => [term.slug, term.title]));
  language.titles = {
    category: new Map(language.categories.map((term) => [term.slug, escape(term.title)])),
    tag: new Map(language.tags.map((term) => [term.slug, escape(term.title)])),
  };
}

export const iso = (date) => date.toISOString().replace(".000Z", "+00:00");
export const longDate = (date, { dates }) => `${date.getUTCDate()}${dates.long[date.getUTCMonth()]}${date.getUTCFullYear()}`;
export const monthKey = (date) => date.toISOString().slice(0, 7);
export const counted = (count, { strings }) => `${count} ${count === 1 ? strings.one : strings.many}`;

export function longDateTime(date, language) {
  const { clock, time_first } = language.dates;
  const hours = date.getUTCHours();
  const minutes = String(date.getUTCMinutes()).padStart(2, "0");
  const half = `${hours % 12 || 12}:${minutes} ${hours < 12 ? "am" : "pm"}`;
  const time = clock === "15:04" ? `${String(hours).padStart(2, "0")}:${minutes}` : half;
  const day = longDate(date, language);
  return time_first ? `${time} ${day}` : `${day}, ${time}`;
}
