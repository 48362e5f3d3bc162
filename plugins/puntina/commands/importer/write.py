"""The content file of a recognised digest: front matter that reads back the same, and Markdown."""

import sys
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from itertools import groupby
from urllib.parse import urlsplit

import yaml

from puntina.commands.importer.escape import escaped
from puntina.commands.importer.notice import Rights
from puntina.commands.importer.text import Imported, Piece, PieceKind
from puntina.core.digest.markdown_rules import PIN

SIGN = {PieceKind.POINT: "- ", PieceKind.SUMMARY: f"{PIN} ", PieceKind.TEXT: ""}


def as_markdown(
    imported: Imported,
    *,
    id: str,
    date: date | datetime,
    category: str = "",
    draft: bool = False,
    source_url: str = "",
    alias: str = "",
) -> str:
    """The digest as the text of a content file.

    A source needs a name; from an address alone it gets its host's, for the editor to better.
    """
    host = (urlsplit(source_url).hostname or "").removeprefix("www.")
    values = {
        "id": id,
        "title": imported.title,
        "date": date,
        "category": category,
        "tags": list(imported.tags),
        "summary": imported.summary,
        "status": "draft" if draft else "",
        "sources": [{"name": host, "url": source_url}] if source_url else (),
        "copyright": _copyright(imported.rights),
        "aliases": [alias] if alias else (),
    }
    return front_matter(values) + (imported.markdown or body(imported.pieces))


def front_matter(values: Mapping[str, object]) -> str:
    """The values that are not empty, in their order, as YAML between `---` lines; it reads back the same."""
    given = {key: value for key, value in values.items() if value}
    # The Python emitter, as libyaml's spells emoji out as numbers.
    text = yaml.dump(given, Dumper=_Emitter, allow_unicode=True, sort_keys=False, width=sys.maxsize)
    return f"---\n{text}---\n"


def body(pieces: Iterable[Piece]) -> str:
    """The pieces as Markdown, in their order: points next to each other are one list."""
    runs = groupby(pieces, key=lambda piece: piece.kind is PieceKind.POINT)
    blocks = (("\n" if points else "\n\n").join(map(_written, run)) for points, run in runs)
    return "\n\n".join(blocks) + "\n"


def _written(piece: Piece) -> str:
    return "  " * piece.level + SIGN[piece.kind] + escaped(piece.text)


def _copyright(rights: Rights) -> dict[str, int | str]:
    year = int(rights.year) if rights.year.isdigit() else rights.year
    given: dict[str, int | str] = {"holder": rights.holder, "year": year}
    return {key: value for key, value in given.items() if value}


class _Emitter(yaml.SafeDumper):
    """Indents lists below their key, and writes years bare and instants to the minute, as editors do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)


def _instant(emitter: yaml.SafeDumper, value: datetime) -> yaml.ScalarNode:
    precision = "seconds" if value.second else "minutes"
    return emitter.represent_scalar("tag:yaml.org,2002:str", value.isoformat(sep=" ", timespec=precision))


_Emitter.add_representer(datetime, _instant)
