"""Eleventy: JavaScript templates, its fastest kind, collections made in one pass, no plugins."""

import json
import shutil
from pathlib import Path

from benchmarks.corpus import Corpus, Digest
from benchmarks.tools.facts import site_data
from benchmarks.tools.theme import copy_site, copy_static, share_links
from benchmarks.tools.tool import Tool, first_found


def write(site: Path, corpus: Corpus) -> None:
    """Writes templates and facts."""
    links = share_links(title="${title}", url="${url}", plain_url="${address}", say="${{s.{}}}".format)
    copy_site("eleventy", site, {"share": links})
    copy_static(site / "theme")
    (site / "package.json").write_text('{"type": "module"}\n', "utf-8")
    (site / "site.json").write_text(json.dumps(site_data(corpus), ensure_ascii=False, indent=1), "utf-8")


def path(digest: Digest) -> str:
    """Where the digest's file is."""
    return f"src/content/{digest.lang}/{digest.moment:%Y}/{digest.name}.md"


def text(digest: Digest) -> str:
    """The digest with Eleventy's front matter; `topics`, as Eleventy makes a collection for each of its `tags`."""
    source = {
        "name": "The Example",
        "title": digest.source,
        "url": digest.source_url,
        "date": f"{digest.moment:%Y-%m-%d}",
        "lang": "en",
    }
    return (
        f"---\nid: {digest.id}\nlang: {digest.lang}\nname: {digest.name}\n"
        f"title: {json.dumps(digest.title, ensure_ascii=False)}\ndate: {digest.moment.isoformat()}\n"
        f"category: {digest.category.slug}\ntopics: [{', '.join(tag.slug for tag in digest.tags)}]\n"
        f"source: {json.dumps(source, ensure_ascii=False)}\n---\n{digest.body}"
    )


def find(work: Path) -> str:
    """Eleventy's script, where there is also Node to run it."""
    script = first_found("BENCH_ELEVENTY", "eleventy/node_modules/@11ty/eleventy/cmd.cjs", work)
    return script if shutil.which("node") else ""


ELEVENTY = Tool(
    name="eleventy",
    label="Eleventy",
    write=write,
    path=path,
    text=text,
    build=lambda site, program: ["node", program, "--quiet"],
    serve=lambda site, program, port: ["node", program, "--quiet", "--serve", "--incremental", f"--port={port}"],
    css="theme/daily.css",
    made=("_site",),
    find=find,
    how="Node, and npm install @11ty/eleventy or invoke bench --install",
)
