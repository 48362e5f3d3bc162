"""Stock Pelican with Markdown: its own generators, feeds and paginator; with and without its cache."""

import json
from dataclasses import replace
from pathlib import Path

from benchmarks.corpus import Corpus, Digest
from benchmarks.tools.facts import site_data
from benchmarks.tools.theme import copy_site, copy_static, share_links
from benchmarks.tools.tool import Tool, first_found

CACHED = ("--extra-settings", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true")


def write(site: Path, corpus: Corpus) -> None:
    """Writes theme, settings, plugin and facts."""
    links = share_links(title="{{ t }}", url="{{ u }}", plain_url="{{ address }}", say="{{{{ s.{} }}}}".format)
    copy_site("pelican", site, {"share": links})
    copy_static(site / "theme" / "static")
    (site / "site.json").write_text(json.dumps(site_data(corpus), ensure_ascii=False, indent=1), "utf-8")


def path(digest: Digest) -> str:
    """Where the digest's file is."""
    return f"content/{digest.moment:%Y}/{digest.name}.md"


def text(digest: Digest) -> str:
    """The digest with Pelican's front matter."""
    return (
        f"Title: {digest.title}\nDate: {digest.moment:%Y-%m-%d %H:%M}\nCategory: {digest.category.title}\n"
        f"Tags: {', '.join(tag.title for tag in digest.tags)}\nSlug: {digest.name}\n"
        f"Source_name: The Example\nSource_title: {digest.source}\nSource_url: {digest.source_url}\n"
        f"Source_date: {digest.moment:%Y-%m-%d}\nSource_lang: en\n\n{digest.body}"
    )


def _command(program: str, *options: str) -> list[str]:
    return [program, "--quiet", "--settings", "pelicanconf.py", *options]


def _serving(port: int) -> list[str]:
    return ["--autoreload", "--listen", "--bind", "127.0.0.1", "--port", str(port)]


PELICAN = Tool(
    name="pelican",
    label="Pelican",
    write=write,
    path=path,
    text=text,
    build=lambda site, program: _command(program),
    serve=lambda site, program, port: _command(program, *_serving(port)),
    css="theme/static/daily.css",
    made=("output", "cache"),
    find=lambda work: first_found("BENCH_PELICAN", "pelican/bin/pelican", work),
    how="an environment with pelican[markdown] named by BENCH_PELICAN, or invoke bench --install",
    several=False,
)
PELICAN_CACHE = replace(
    PELICAN,
    name="pelican-cache",
    label="Pelican with its cache",
    build=lambda site, program: _command(program, *CACHED),
    serve=lambda site, program, port: _command(program, *_serving(port), *CACHED),
)
