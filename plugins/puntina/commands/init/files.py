"""The files of a new publication, rendered from the templates in scaffold/."""

import datetime as dt
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from puntina.commands.importer.escape import escaped
from puntina.commands.init.answers import Answers
from puntina.core.digest.identity import new_id

PACKAGE = Path(__file__).parents[2]
SCAFFOLD = PACKAGE / "scaffold"
ENGLISH = "en"
SUFFIX = ".jinja"
# The same in every publication, and at these paths of a checkout of Puntina; a wheel has them in scaffold/.
COPIED = ("bootstrap.py", ".github/workflows/publish.yml")


@dataclass(frozen=True, slots=True)
class Category:
    """A category and its name in each language."""

    key: str
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the publication, and the one whose texts it gets: English if there are none of its own."""

    code: str
    texts: str
    tagline: str


def known_languages() -> tuple[str, ...]:
    """The languages that texts of a new publication are in."""
    return tuple(sorted(folder.name for folder in (SCAFFOLD / "languages").iterdir()))


def texts_of(code: str) -> str:
    """The language of the texts that a language gets: its own, or English."""
    first = code.partition("-")[0]
    return first if first in known_languages() else ENGLISH


def shared(path: str) -> bytes:
    """A file that has this path in a checkout; an installed package has it by its name in scaffold/."""
    installed = SCAFFOLD / PurePosixPath(path).name
    return (installed if installed.is_file() else PACKAGE.parents[1] / path).read_bytes()


def files(answers: Answers, *, now: dt.datetime) -> dict[str, bytes]:
    """The text of every file by its path, but for the packages; drafts are dated `now`."""
    values = _values(answers, now)
    return {path: shared(path) for path in COPIED} | dict(_common(values)) | dict(_of_languages(values))


def _values(answers: Answers, now: dt.datetime) -> dict[str, Any]:
    here = now.astimezone(ZoneInfo(answers.timezone))
    languages = [Language(code, texts_of(code), _words(texts_of(code))["tagline"]) for code in answers.languages]
    categories = [
        Category(key, tuple((each.code, _name_of(key, typed, each.texts)) for each in languages))
        for key, typed in answers.categories
    ]
    return {
        **asdict(answers),
        "domain": answers.domain,
        "languages": languages,
        "categories": categories,
        "now": here,
        "welcome": f"content/{answers.languages[0]}/{here:%Y}/welcome.md",
    }


def _name_of(key: str, typed: str, lang: str) -> str:
    """The category's name in a language: that of our table, else as it was typed, with a capital at its beginning."""
    return str(_words(lang)["categories"].get(key) or typed[:1].upper() + typed[1:])


def is_known_category(key: str) -> bool:
    """Whether a category has a name in each of our languages."""
    return key in _words(ENGLISH)["categories"]


def _common(values: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """The files that are the same in every language."""
    folder = SCAFFOLD / "files"
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        target = "/".join(re.sub("^dot-", ".", part) for part in name.split("/"))
        if name.endswith(SUFFIX):
            yield target.removesuffix(SUFFIX), _rendered(f"files/{name}", values)
        else:
            yield target, path.read_bytes()


def _of_languages(values: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """The README in the first language, and each language's welcome digest and pages.

    The digests are a minute apart: feeds tell two of one minute apart by their ids, and may have no second left.
    """
    languages: list[Language] = values["languages"]
    yield "README.md", _rendered(f"languages/{languages[0].texts}/README.md{SUFFIX}", values)
    for before, language in enumerate(languages):
        date = f"{values['now'] - dt.timedelta(minutes=before):%Y-%m-%d %H:%M}"
        texts, content = f"languages/{language.texts}", PurePosixPath("content", language.code)
        welcome = _rendered(f"{texts}/welcome.md{SUFFIX}", {**values, "id": new_id(), "date": date})
        yield f"{content}/{values['now']:%Y}/welcome.md", welcome
        for page in sorted((SCAFFOLD / texts / "pages").iterdir()):
            name = page.name.removesuffix(SUFFIX)
            yield f"{content}/pages/{name}", _rendered(f"{texts}/pages/{page.name}", values)


def _rendered(template: str, values: Mapping[str, Any]) -> bytes:
    return _environment().get_template(template).render(values).encode()


@lru_cache(maxsize=1)
def _environment() -> Environment:
    """Templates with [[ ]] for values, as GitHub's workflows have braces of their own; what is printed is not HTML."""
    made = Environment(  # noqa: S701 - Python, YAML and Markdown, each with a filter
        loader=FileSystemLoader(SCAFFOLD),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
    )
    made.filters |= {"python": python, "docstring": docstring, "yaml": yaml, "markdown": escaped}
    return made


@lru_cache(maxsize=8)
def _words(lang: str) -> Mapping[str, Any]:
    return tomllib.loads((SCAFFOLD / "languages" / lang / "words.toml").read_text("utf-8"))


def python(value: str) -> str:
    """The text as a Python literal in double quotes.

    >>> print(python('Il "Caffè"'))
    "Il \\"Caffè\\""
    """
    return json.dumps(value, ensure_ascii=False)


def docstring(value: str) -> str:
    r"""The text as a part of a docstring: its quotes and backslashes escaped.

    >>> docstring("\\") == "\\" * 2
    True
    """
    return python(value)[1:-1]


def yaml(value: str) -> str:
    """The text as a scalar of YAML, quoted where it is more than a word."""
    return value if re.fullmatch("[a-z][a-z-]+", value) else json.dumps(value, ensure_ascii=False)
