"""A new digest: a file with front matter and the marks of points and summary, ready to be written in."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from plugins.digest.identity import new_id
from plugins.digest.marks import PIN
from plugins.digest.problem import Problem, did_you_mean
from plugins.digest.rules import Rules
from plugins.digest.slugs import slugify
from plugins.importer.save import save_new
from plugins.importer.write import front_matter

BODY = f"\n- \n- \n- \n\n{PIN} \n"


def new_digest(
    *,
    content: Path,
    rules: Rules,
    title: str,
    lang: str,
    category: str,
    now: datetime,
    fresh_id: Callable[[], str] = new_id,
) -> Path | tuple[Problem, ...]:
    """Writes a draft and returns its path; the problems instead where it can't be, and then nothing is written.

    `now` is taken to the minute, in the publication's time zone.
    """
    here = now.astimezone(rules.timezone).replace(tzinfo=None, second=0, microsecond=0)
    path = content / lang / str(here.year) / f"{slugify(title)}.md"
    shown = Path(rules.folder, *path.relative_to(content).parts).as_posix()
    keys = tuple(key for key, _ in rules.categories)
    problems = []
    if not slugify(title):
        problems.append(
            Problem("new", 0, 0, "NEW-TITLE", f'"{title}" has no letter or digit', 'give a title: --title "…"')
        )
    if lang not in rules.languages:
        problems.append(
            Problem(
                "new",
                0,
                0,
                "NEW-LANG",
                f'"{lang}" is no language of this publication',
                did_you_mean(lang, rules.languages, else_say=f"one of {', '.join(rules.languages)}"),
            )
        )
    if category not in keys:
        problems.append(
            Problem(
                "new",
                0,
                0,
                "NEW-CATEGORY",
                f'unknown category "{category}"',
                did_you_mean(category, keys, else_say=f"one of {', '.join(keys)}"),
            )
        )
    if path.exists():
        problems.append(
            Problem(
                shown,
                0,
                0,
                "NEW-EXISTS",
                "the file is there already",
                "choose another title, or edit that file",
            )
        )
    if problems:
        return tuple(problems)
    values = {"id": fresh_id(), "title": title, "date": here, "category": category, "status": "draft"}
    save_new({path: front_matter(values) + BODY})
    return path
