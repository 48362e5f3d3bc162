"""Front matter as one model: every key that there is, how it is read, and what is inferred where it is missing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plugins.digest import fields
from plugins.digest.fields import Desk
from plugins.digest.front_matter import pairs, place
from plugins.digest.identity import derived_id, is_id
from plugins.digest.model import FrontMatter, Kind, Place, Rights, Source, Status
from plugins.digest.names import fault_of_name
from plugins.digest.problem import Problem, Severity, did_you_mean
from plugins.digest.slugs import slugify

PAGES = "pages"  # the folder of standing pages below a language's
YEARS_HINT = "write 2025 or 2024-2025"


def read_keys(root: MappingNode, path: str, desk: Desk) -> tuple[FrontMatter, Kind]:
    """The front matter of the file at `path` (below content/), with what is inferred; problems go to the desk."""
    kind = kind_of(path, desk.rules.languages)
    values, places = _values(root, desk, READERS if kind is Kind.DIGEST else PAGE_READERS)
    for key in ("title", "date") if kind is Kind.DIGEST else ("title",):
        if key not in values and key not in dict(places):
            desk.problems.append(_missing(key, desk.path))
    return _inferred(FrontMatter(**(_blank(path, desk) | values), places=places), path, desk, kind), kind


def kind_of(path: str, languages: tuple[str, ...]) -> Kind:
    """Whether the file is a digest or a page: pages lie in a folder of that name, at the top or below a language."""
    folders = PurePosixPath(path).parts[:-1]
    below = folders[1:] if folders[:1] and folders[0] in languages else folders
    return Kind.PAGE if below[:1] == (PAGES,) else Kind.DIGEST


def language_of(path: str, languages: tuple[str, ...]) -> str:
    """The language that the folder says, else the default language."""
    first = PurePosixPath(path).parts[0]
    return first if first in languages else languages[0]


def _values(
    root: MappingNode, desk: Desk, readers: dict[str, Callable[..., Any]]
) -> tuple[dict[str, Any], tuple[tuple[str, Place], ...]]:
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    extra: list[tuple[str, str]] = []
    for key, key_node, node in pairs(root):
        if key in places or fields.is_empty(node):
            continue
        if key in desk.rules.extra_keys:
            extra.append((key, _plain(node, desk, key)))
        elif key not in readers:
            fields.unknown(key, key_node, desk, known=tuple(readers))
            continue
        else:
            values[FIELDS.get(key, key)] = readers[key](node, desk, name=key)
        places[key] = place(node)
        if isinstance(node, SequenceNode):
            places |= {f"{key}: {item.value}": place(item) for item in node.value if isinstance(item, ScalarNode)}
    if "author" in places and "authors" in places:
        at = places["author"]
        desk.problems.append(
            Problem(
                desk.path,
                at.line,
                at.column,
                "FM-DUPLICATE",
                '"author" and "authors" say the same',
                "keep one of them",
            )
        )
    return {name: value for name, value in values.items() if value is not None} | {"extra": tuple(extra)}, tuple(
        places.items()
    )


def _blank(path: str, desk: Desk) -> dict[str, Any]:
    return {
        "title": "",
        "date": None,
        "lang": language_of(path, desk.rules.languages),
        "slug": "",
        "translation_key": "",
        "category": desk.rules.default_category,
    }


def _inferred(meta: FrontMatter, path: str, desk: Desk, kind: Kind) -> FrontMatter:
    """The front matter with slug, translation key and id where it has none of its own."""
    file = PurePosixPath(path)
    below = file.relative_to(file.parts[0]) if file.parts[0] in desk.rules.languages else file
    year = str(meta.date.year) if meta.date else ""
    if not meta.id:
        desk.problems.extend(_no_id(desk.path) if kind is Kind.DIGEST else ())
    return replace(
        meta,
        category=meta.category if kind is Kind.DIGEST else "",
        slug=meta.slug or slugify(file.stem) or "_",
        translation_key=meta.translation_key or below.with_suffix("").as_posix(),
        id=meta.id or derived_id(meta.lang, year or kind, below.stem),
    )


def _no_id(path: str) -> tuple[Problem, ...]:
    hint = "give it one before you rename the file: a line id: with a letter and ten letters or digits"
    return (Problem(path, 1, 1, "FM-ID", "no id; one is made from language, year and file name", hint, Severity.NOTE),)


def _missing(key: str, path: str) -> Problem:
    example = "date: 2025-09-02 07:30" if key == "date" else "title: …"
    return Problem(path, 1, 1, "FM-REQUIRED", f"no {key}", f"add a line {example}")


def _plain(node: Node, desk: Desk, name: str) -> str:
    return (
        fields.text(node, desk, name=name)
        if isinstance(node, ScalarNode)
        else ", ".join(fields.texts(node, desk, name=name))
    )


def _id(node: Node, desk: Desk, *, name: str) -> str:
    value = fields.text(node, desk, name=name)
    if not is_id(value):
        desk.report(node, "FM-ID", f'"{value}" is no id', "use letters, digits, - and _, a letter first, 64 at most")
    return value


def _slug(node: Node, desk: Desk, *, name: str) -> str:
    value = fields.text(node, desk, name=name)
    if fault := fault_of_name(value):
        suggestion = slugify(value)
        desk.report(
            node,
            "FM-SLUG",
            f'the slug "{_short(value)}" {fault}',
            f'write "{suggestion}"?' if suggestion else "write lower-case words with hyphens",
        )
    return value


def _short(value: str) -> str:
    return value if len(value) <= 60 else value[:57] + "…"


def _category(node: Node, desk: Desk, *, name: str) -> str:
    value = fields.text(node, desk, name=name)
    for key, names in desk.rules.categories:
        if value.casefold() in {key.casefold(), *(own.casefold() for own in names)}:
            return key
    known = tuple(key for key, _ in desk.rules.categories)
    every = known + tuple(own for _, names in desk.rules.categories for own in names)
    desk.report(
        node,
        "FM-CATEGORY",
        f'unknown category "{value}"',
        did_you_mean(value, every, else_say="one of " + ", ".join(known)),
    )
    return ""


def _lang(node: Node, desk: Desk, *, name: str) -> str:
    known = desk.rules.languages
    return fields.choice(node, desk, name="language of this publication", code="FM-LANG", known=known) or known[0]


def _status(node: Node, desk: Desk, *, name: str) -> Status:
    value = fields.choice(node, desk, name=name, code="FM-STATUS", known=tuple(Status))
    return Status(value or Status.DRAFT)


def _share(node: Node, desk: Desk, *, name: str) -> tuple[str, ...]:
    if isinstance(node, ScalarNode) and node.value.casefold() in fields.FALSE:
        return ()
    chosen = fields.texts(node, desk, name=name)
    for network in chosen:
        if network not in desk.rules.networks:
            hint = did_you_mean(
                network, desk.rules.networks, else_say="off, or some of " + ", ".join(desk.rules.networks)
            )
            desk.report(node, "FM-SHARE", f'unknown network "{network}"', hint)
    return chosen


def _sources(node: Node, desk: Desk, *, name: str) -> tuple[Source, ...]:
    items = [node] if isinstance(node, MappingNode) else getattr(node, "value", [])
    if isinstance(items, str):
        desk.report(
            node,
            "FM-TYPE",
            '"sources" is a text',
            "write - name: … below sources:, then title:, url:, date: …",
        )
        return ()
    return tuple(source for item in items if (source := _source(item, desk)))


def _source(node: Node, desk: Desk) -> Source | None:
    values = fields.group(node, desk, name="sources", readers=SOURCE_READERS)
    if "name" not in values and isinstance(node, MappingNode):
        desk.report(node, "FM-REQUIRED", "a source without a name", "add name: (who published it)")
    return Source(**values) if values.get("name") else None  # type: ignore[arg-type]  # each reader gives its field's type


def _copyright(node: Node, desk: Desk, *, name: str) -> Rights:
    return Rights(**fields.group(node, desk, name=name, readers=RIGHTS_READERS))  # type: ignore[arg-type]  # likewise


def _years(node: Node, desk: Desk, *, name: str) -> str:
    value = fields.text(node, desk, name=name).replace("–", "-").replace(" ", "")
    years = value.split("-")
    ordered = years == sorted(years) and len(years) in {1, 2}
    if not ordered or not all(len(year) == 4 and year.isascii() and year.isdigit() for year in years):
        desk.report(node, "FM-YEAR", f'"{value}" is no year', YEARS_HINT)
    return value


def _licence(node: Node, desk: Desk, *, name: str) -> str:
    value = fields.text(node, desk, name=name)
    known = {licence.casefold(): licence for licence in desk.rules.licences}
    if value.casefold() not in known:
        desk.report(
            node,
            "FM-LICENCE",
            f'unknown licence "{value}"',
            did_you_mean(value, desk.rules.licences, else_say="use an SPDX identifier, such as CC-BY-4.0"),
        )
    return known.get(value.casefold(), "")


def _template(node: Node, desk: Desk, *, name: str) -> str:
    value = fields.text(node, desk, name=name)
    if not value.replace("_", "").replace("-", "").isalnum():
        desk.report(
            node,
            "FM-TEMPLATE",
            f'"{value}" is no template name',
            "write the file's name in the theme's templates, without .html",
        )
    return value


SOURCE_READERS: dict[str, Callable[..., object]] = {
    "name": fields.text,
    "title": fields.text,
    "url": fields.address,
    "date": fields.day,
    "lang": fields.text,
    "paywall": fields.truth,
    "archive": fields.address,
}
RIGHTS_READERS: dict[str, Callable[..., object]] = {
    "holder": fields.text,
    "year": _years,
    "licence": _licence,
}
# The keys that a page may have, then those that only a digest has; a key enters together with what acts on it.
PAGE_READERS: dict[str, Callable[..., Any]] = {
    "id": _id,
    "title": fields.text,
    "date": fields.moment,
    "modified": fields.moment,
    "lang": _lang,
    "slug": _slug,
    "translation_key": fields.text,
    "summary": fields.text,
    "status": _status,
    "copyright": _copyright,
    "template": _template,
}
READERS: dict[str, Callable[..., Any]] = PAGE_READERS | {
    "guid": fields.text,
    "category": _category,
    "tags": fields.texts,
    "author": fields.texts,
    "authors": fields.texts,
    "sources": _sources,
    "share": _share,
}
FIELDS = {"author": "authors"}  # the model's name of a key, where the two differ
