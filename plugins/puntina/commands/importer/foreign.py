"""The front matter of another generator's file: keys that digests have are used, the others are listed."""

import datetime as dt
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace

import yaml

from puntina.commands.importer.lines import Line, cleaned
from puntina.commands.importer.properties import DRAFTS, properties
from puntina.core.digest.message import message
from puntina.core.digest.problem import Problem

_FENCED = re.compile(
    r"\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<text>.*?)^(?P=fence)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_JSON = re.compile(r"\s*(?=\{\s*\"[^\"\n]+\"\s*:)")  # Hugo's third kind, which has no fence
_DATE = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:[T ]\s*(?P<time>\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?"
    r"(?:\s*(?P<zone>Z|[+-]\d{2}(?::?\d{2})?))?)?"
)
_SUMMARIES = ("summary", "excerpt")  # Hugo's and Jekyll's name of it
_TAKEN = {"title", "date", "tags"}


@dataclass(frozen=True, slots=True)
class Foreign:
    """What the front matter says of the digest; `left_out` are its other keys, each at its line."""

    title: str = ""
    date: dt.date | dt.datetime | None = None
    tags: tuple[str, ...] = ()
    is_draft: bool = False
    summary: str = ""
    left_out: tuple[Line, ...] = ()


def split_front_matter(text: str, shown: str) -> tuple[Foreign | None, str, tuple[Problem, ...]]:
    """The front matter (or None), the text with empty lines in its place, and the problems found in it."""
    try:
        values, end = _fenced(text) or _in_json(text)
    except (yaml.YAMLError, ValueError, RecursionError):  # both TOML's and JSON's errors are the second kind
        what = message("the front matter cannot be read")
        hint = message("fix it, or delete it and give --title and --date")
        return None, text, (Problem(shown, 1, 1, "IMP-FRONT", what, hint),)
    if values is None:
        return _with_properties(text)
    rest = "\n" * text.count("\n", 0, end) + text[end:]
    date = _date(values.get("date"))
    problems: tuple[Problem, ...] = ()
    if date is None and values.get("date"):
        what = message('"{value}" is not a valid date', value=values["date"])
        hint = message("give the date by --date, as 2025-09-02")
        problems = (Problem(shown, 1, 1, "IMP-DATE", what, hint),)
    return _foreign(values, date, text), rest, problems


def _with_properties(text: str) -> tuple[Foreign | None, str, tuple[Problem, ...]]:
    """What a page of Notion says of itself below its title, where it has no front matter."""
    values, left, rest = properties(text)
    if not values:
        return None, text, ()
    found = _foreign(values, _date(values.get("date")), text)
    return replace(found, left_out=left), rest, ()


def _fenced(text: str) -> tuple[Mapping[str, object] | None, int] | None:
    """The values of YAML or TOML between two fences, and where the text goes on, or None."""
    found = _FENCED.match(text)
    if not found:
        return None
    if found["fence"] == "+++":
        return _folded(tomllib.loads(found["text"])), found.end()
    loaded = yaml.load(found["text"], Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but texts, lists and tables
    return (_folded(loaded) if isinstance(loaded, dict) else None), found.end()


def _in_json(text: str) -> tuple[Mapping[str, object] | None, int]:
    """The values of the braces that the text begins with, and where it goes on."""
    opening = _JSON.match(text)
    if not opening:
        return None, 0
    loaded, end = json.JSONDecoder().raw_decode(text, opening.end())
    return _folded(loaded), end


def _folded(values: Mapping[str, object]) -> Mapping[str, object]:
    return {str(key).casefold(): value for key, value in values.items()}


def _foreign(values: Mapping[str, object], date: dt.date | dt.datetime | None, text: str) -> Foreign:
    draft = str(values.get("draft", "")).casefold() == "true" or str(values.get("published", "")).casefold() == "false"
    draft = draft or str(values.get("status", "")).casefold() in DRAFTS
    summaries = [key for key in _SUMMARIES if isinstance(values.get(key), str) and values[key]]
    taken = {*_TAKEN, *summaries[:1]}
    left = tuple(Line(_line(text, key), key) for key in values if key not in taken)
    summary = cleaned(str(values[summaries[0]])) if summaries else ""
    return Foreign(cleaned(str(values.get("title") or "")), date, _tags(values.get("tags")), draft, summary, left)


def _line(text: str, key: str) -> int:
    typed = rf"[\"']?{re.escape(key)}[\"']?\s*[:=]"
    every = (re.search(f"^{indent}{typed}", text, re.MULTILINE | re.IGNORECASE) for indent in ("", r"[ \t{]*"))
    found = next(filter(None, every), None)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _tags(value: object) -> tuple[str, ...]:
    """The tags of a list, of a text with commas, or, as Jekyll has them, of one with spaces."""
    words = value if isinstance(value, list) else re.split(r",|\s" if "," not in str(value) else ",", str(value or ""))
    return tuple(dict.fromkeys(filter(None, (cleaned(word) for word in words if isinstance(word, str)))))


def _date(value: object) -> dt.date | dt.datetime | None:
    if isinstance(value, dt.date):
        return value
    found = _DATE.fullmatch(str(value or "").strip())
    if not found:
        return None
    try:
        if not found["time"]:
            return dt.date.fromisoformat(found["day"])
        return dt.datetime.fromisoformat(f"{found['day']} {found['time']}{found['zone'] or ''}").replace(microsecond=0)
    except ValueError:
        return None
