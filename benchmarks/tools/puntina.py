"""Puntina as its users run it: the project's tracked files, the corpus as content, and `puntina` in that folder."""

import json
import runpy
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.corpus import CATEGORIES, WORDS, Corpus, Digest
from benchmarks.tools.facts import NAME, PER_PAGE, PROJECT, SITE_URL
from benchmarks.tools.tool import Tool
from puntina.core.routes.table import ROUTES

LEFT_OUT = {"content", "tests", "docs", "benchmarks"}
NO_FEEDS: Mapping[str, list[str]] = {kind: [] for kind in ROUTES.feed_kinds}
# The feeds that all the matched sites have.
MATCHED = {**NO_FEEDS, "all": ["rss", "atom"], "category": ["rss"]}


def write(site: Path, corpus: Corpus, feeds: Mapping[str, list[str]] = MATCHED) -> None:
    """Copies the project into the folder and gives it settings for the corpus, with feeds in these formats."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=True).stdout
    for name in listed.decode().split("\0"):
        if name and name.split("/")[0] not in LEFT_OUT and (PROJECT / name).is_file():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(PROJECT / name, site / name)
    _write_settings(site / "pelicanconf.py", corpus, feeds)


def _write_settings(file: Path, corpus: Corpus, feeds: Mapping[str, list[str]]) -> None:
    """The project's own settings with the corpus's languages and categories in place of the publication's."""
    project = {name: value for name, value in runpy.run_path(str(file)).items() if name.isupper()}
    names = {lang: dict(zip(CATEGORIES, WORDS[lang]["categories"], strict=True)) for lang in corpus.languages}
    ours = {
        "SITENAME": NAME,
        "SITEURL": SITE_URL,
        "TIMEZONE": "UTC",
        "DEFAULT_LANG": corpus.languages[0],
        "LANGUAGES": {lang: WORDS[lang]["tagline"] for lang in corpus.languages},
        "CATEGORIES": {key: {lang: names[lang][key] for lang in corpus.languages} for key in CATEGORIES},
        "DEFAULT_CATEGORY": CATEGORIES[0],
        "COPYRIGHT_HOLDER": NAME,
        "SHARE_BY_LANGUAGE": {},
        "DEFAULT_PAGINATION": PER_PAGE,
        "FEED_FORMATS": dict(feeds),
        "THEME": "themes/daily",  # the copy in the site, whose style sheet is edited
        "FEED_ICON": "",
        "FEED_LOGO": "",
        # Pages that the other tools' sites do not have.
        "FEED_OPML_URL": "",
        "SUBSCRIBE_URL": "",
        "CORRECTIONS_URL": "",
        "LITE_URL": "",
        "EDITIONS_URL": "",
        "NEWS_SITEMAP_URL": "",
        "OUTLET_URL": "",
        "OUTLETS_URL": "",
        "MONTH_ARCHIVE_URL": "",
        "RELATED": 0,  # none of the matched sites has these, nor names digests about the same
    }
    file.write_text("".join(f"{name} = {value!r}\n" for name, value in (project | ours).items()), "utf-8")


def path(digest: Digest) -> str:
    """Where the digest's file is."""
    return f"content/{digest.lang}/{digest.moment:%Y}/{digest.name}.md"


def text(digest: Digest) -> str:
    """The digest as an editor of Puntina writes it."""
    return (
        f"---\nid: {digest.id}\ntitle: {json.dumps(digest.title, ensure_ascii=False)}\n"
        f"date: {digest.moment:%Y-%m-%d %H:%M}\ncategory: {digest.category.slug}\n"
        f"tags: [{', '.join(tag.title for tag in digest.tags)}]\n"
        f"sources:\n  - name: The Example\n    title: {json.dumps(digest.source, ensure_ascii=False)}\n"
        f"    url: {digest.source_url}\n    date: {digest.moment:%Y-%m-%d}\n    lang: en\n---\n{digest.body}"
    )


def puntina(site: Path, *arguments: str) -> list[str]:
    """The command that bootstrap.py ends up running."""
    return [sys.executable, "-P", "-m", "puntina", "--directory", str(site), *arguments]


PUNTINA = Tool(
    name="puntina",
    label="Puntina",
    write=write,
    path=path,
    text=text,
    build=lambda site, _: puntina(site, "build"),
    serve=lambda site, _, port: puntina(site, "serve", "--port", str(port)),
    made=("output", ".cache"),
    css="themes/daily/static/daily.css",
    find=lambda _: sys.executable,
    how="it is here",
    environment={"PYTHONUTF8": "1", "VIRTUAL_ENV": sys.prefix},  # as bootstrap.py sets them
)
# What feeds cost: the same site with those that a publication has by default, and with none.
PUNTINA_FEEDS = replace(PUNTINA, name="puntina-feeds", label="Puntina, every feed", write=partial(write, feeds={}))
PUNTINA_NO_FEEDS = replace(
    PUNTINA, name="puntina-no-feeds", label="Puntina, no feed", write=partial(write, feeds=NO_FEEDS)
)
