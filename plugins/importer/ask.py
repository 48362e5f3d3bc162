"""The body of `invoke new`: what is missing is asked for, what is wrong is said."""

import sys
from datetime import datetime
from pathlib import Path

from plugins.check.command import load_site
from plugins.importer.new import new_digest


def start(settings_file: Path, *, title: str, lang: str, category: str, now: datetime) -> int:
    """Makes a draft and says where it is; returns the exit code."""
    site = load_site(settings_file)
    keys = [category.key for category in site.categories]
    made = new_digest(
        content=site.content,
        rules=site.rules,
        title=title or _answer("Title", ""),
        lang=lang or _answer(f"Language ({', '.join(site.rules.languages)})", site.default_language.code),
        category=category or _answer(f"Category ({', '.join(keys)})", site.rules.default_category),
        now=now,
    )
    if isinstance(made, Path):
        print(f"{made.relative_to(site.folder).as_posix()} — a draft; delete the line status: draft to publish it")
        return 0
    for problem in made:
        print(problem, file=sys.stderr)
    return 1


def _answer(question: str, default: str) -> str:
    """What is typed on the terminal; the default for an empty answer, or where there is no terminal."""
    if not sys.stdin or not sys.stdin.isatty():
        return default
    return input(f"{question}{f' [{default}]' if default else ''}: ").strip() or default
