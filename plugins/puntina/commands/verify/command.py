"""The body of `puntina verify`: builds for readers, then checks every link and feed."""

import time
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from puntina.commands.build import build
from puntina.commands.check.command import load_site
from puntina.commands.verify.feeds import feed_problems
from puntina.commands.verify.output import Output
from puntina.commands.verify.pages import link_problems, read_pages
from puntina.core.digest.message import message
from puntina.core.locales.editors import translator
from puntina.core.reporting.github import annotate
from puntina.core.reporting.language import editors_language
from puntina.core.reporting.report import report
from puntina.core.reporting.terminal import say, show


def verify(settings_file: Path, *, lang: str = "", overrides: Mapping[str, Any] | None = None) -> int:
    """Builds the site and reports links, feeds and sitemaps that would fail readers.

    `lang` is the language of the messages, the publication's where it is "". Returns the exit code: 1 where the site
    can't be built, or has such a problem.
    """
    path = settings_file.absolute()
    if code := build(path, next_step="", overrides=overrides, lang=lang):
        return code
    started, translated = time.perf_counter(), translator(editors_language(path, lang))
    output = Output.of(load_site(path, overrides))
    pages = tuple(read_pages(output))
    feeds = feed_problems(output)
    problems = (*link_problems(output, pages), *chain.from_iterable(feeds.values()))
    show(report(problems, output.folder.parent, translated))
    annotate(problems, path.parent, translated)
    say(
        translated(
            message(
                "verified in {seconds:.1f} s: {pages:,} pages, {links:,} links, {feeds:,} feeds and sitemaps",
                seconds=time.perf_counter() - started,
                pages=len(pages),
                links=sum(len(page.links) for page in pages),
                feeds=len(feeds),
            )
        )
    )
    return int(bool(problems))
