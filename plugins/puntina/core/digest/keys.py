"""Reads front matter into one model: every known key, and what is inferred for missing ones."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from puntina.core.digest import fields
from puntina.core.digest.dates import read_dates
from puntina.core.digest.fields import ReadContext
from puntina.core.digest.front_matter import pairs
from puntina.core.digest.identity import derived_id
from puntina.core.digest.key_readers import PAGE_READERS, READERS
from puntina.core.digest.message import Message, message
from puntina.core.digest.model import FrontMatter, Kind
from puntina.core.digest.names import fault_of_name
from puntina.core.digest.parts import Position
from puntina.core.digest.problem import Problem, Severity
from puntina.core.digest.rules import Rules
from puntina.core.digest.serialization import pack_positions
from puntina.core.digest.slugs import slugify
from puntina.core.digest.updates import with_updates
from puntina.core.digest.yaml_faults import position_of

PAGES = "pages"  # the folder of standing pages below a language's
FIELDS = {"author": "authors"}  # the model's name of a key, where the two differ


def read_keys(root: MappingNode, path: str, context: ReadContext) -> tuple[FrontMatter, Kind]:
    """The front matter of the file at `path` (below content/), with inferred values; adds problems to the context."""
    kind = kind_of(path, context.rules.languages)
    values, positions = _values(root, context, READERS if kind is Kind.DIGEST else PAGE_READERS)
    for key in ("title", "date") if kind is Kind.DIGEST else ("title",):
        if key not in positions and key not in _meant(context.problems):
            context.problems.extend(_missing(key, root, context))
    values |= read_dates(values, root, context)
    if values.get("updates"):
        values |= with_updates(values, context)
    context.problems.extend(_early(values, positions, context))
    context.problems.extend(_over(values, positions, context))
    return FrontMatter(**_inferred(values, path, context, kind), positions=pack_positions(positions.items())), kind


def unread(path: str, rules: Rules) -> tuple[FrontMatter, Kind]:
    """The front matter of a file whose own can't be read."""
    return FrontMatter("", None, language_of(path, rules.languages), "", ""), kind_of(path, rules.languages)


def kind_of(path: str, languages: tuple[str, ...]) -> Kind:
    """Whether the file is a digest or a page: pages are in a folder pages/, at the top or in a language folder."""
    folders = _below_language(path, languages).split("/")[:-1]
    return Kind.PAGE if folders[:1] == [PAGES] else Kind.DIGEST


def language_of(path: str, languages: tuple[str, ...]) -> str:
    """The language of the folder, or the default language."""
    first = path.partition("/")[0]
    return first if first in languages else languages[0]


def _below_language(path: str, languages: tuple[str, ...]) -> str:
    first, _, rest = path.partition("/")
    return rest if rest and first in languages else path


def _without_extension(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    stem, _, extension = name.rpartition(".")
    return folder + slash + stem if stem and extension else path


def _values(
    root: MappingNode, context: ReadContext, readers: dict[str, Callable[..., Any]]
) -> tuple[dict[str, Any], dict[str, Position]]:
    values: dict[str, Any] = {}
    positions: dict[str, Position] = {}
    seen: set[str] = set()
    extra: list[tuple[str, str]] = []
    for key, key_node, node in pairs(root):
        if key not in readers and key not in context.rules.extra_keys:
            _refuse(key, key_node, node, context, root, tuple(readers))
            continue
        name = FIELDS.get(key, key)
        if key in seen or fields.is_empty(node):
            continue
        seen.add(key)
        if name in positions:
            context.report(
                node, "FM-DUPLICATE", message('"author" and "authors" mean the same'), message("keep one of them")
            )
        if key not in readers:
            extra.append((key, _plain(node, context, key)))
        else:
            values[name] = readers[key](node, context, name=key)
        positions[name] = position_of(node)
        if isinstance(node, SequenceNode):
            items = (item for item in node.value if isinstance(item, ScalarNode))
            positions |= {f"{name}: {fields.plain(item)}": position_of(item) for item in items}
        elif name == "image" and isinstance(node, MappingNode):  # of its keys the file may be missing
            positions |= {f"{name}: {own}": position_of(value) for own, _, value in pairs(node)}
    return {name: value for name, value in values.items() if value is not None} | {"extra": tuple(extra)}, positions


def _refuse(
    key: str, key_node: Node, node: Node, context: ReadContext, root: MappingNode, known: tuple[str, ...]
) -> None:
    """Reports an unknown key, or one that only digests can have."""
    if key in READERS:
        text = message('a page has no "{key}"', key=key)
        context.report(key_node, "FM-UNKNOWN", text, message("delete it; only digests have it"))
        return
    value = node.value if isinstance(node, ScalarNode) else ""
    there = [name for name, _, own in pairs(root) if not fields.is_empty(own)]
    fields.unknown(key, key_node, context, known=known, value=value, there=there)


def _fault_of_own(name: str, slug: str) -> Message | None:
    """What is wrong with the slug that the file's name gives."""
    if not slugify(name):
        return message("the file name has no letters or digits, so no URL can be made from it")
    fault = fault_of_name(slug)
    return message('the slug "{slug}", from the file\'s name, {fault}', slug=slug, fault=fault) if fault else None


def _inferred(values: dict[str, Any], path: str, context: ReadContext, kind: Kind) -> dict[str, Any]:
    """The values with what is inferred where a key is not there; slug, translation key and id come from the path."""
    below = unicodedata.normalize("NFC", _without_extension(_below_language(path, context.rules.languages)))
    name = below.rpartition("/")[2]
    lang, date = values.get("lang", language_of(path, context.rules.languages)), values.get("date")
    year = (values.get("dated") or date).year if date else kind
    own_id = values.get("id") or derived_id(lang, year, name)
    if not values.get("id") and kind is Kind.DIGEST:
        context.problems.append(_no_id(context.path, own_id))
    slug = values.get("slug") or slugify(name) or "_"
    if not values.get("slug") and (text := _fault_of_own(name, slug)):
        context.problems.append(
            Problem(context.path, 1, 1, "FM-SLUG", text, message("rename the file, or add a line slug: …"))
        )
    return values | {
        "title": values.get("title", ""),
        "date": date,
        "lang": lang,
        "slug": slug,
        "category": values.get("category", context.rules.default_category) if kind is Kind.DIGEST else "",
        "translation_key": values.get("translation_key") or below,
        "id": own_id,
    }


def _no_id(path: str, derived: str) -> Problem:
    """The note of a digest without an id: the line that makes the one that it has now its own."""
    what = message("no id; one is derived from language, year and file name")
    hint = message("add the line id: {id} before you rename the file or change its year", id=derived)
    return Problem(path, 1, 1, "FM-ID", what, hint, Severity.NOTE)


def _early(values: dict[str, Any], positions: dict[str, Position], context: ReadContext) -> Iterator[Problem]:
    """The problem of an edition in the future."""
    edition, date = values.get("edition"), values.get("date")
    if edition and date and edition > date.astimezone(context.rules.timezone).date():
        text = message(
            "the edition of {edition} is later than the digest's date, {date:%Y-%m-%d}",
            edition=edition,
            date=date,
        )
        hint = message("write that day or an earlier one, or delete the line")
        at = positions["edition"]
        yield Problem(context.path, at.line, at.column, "FM-EDITION", text, hint)


def _over(values: dict[str, Any], positions: dict[str, Position], context: ReadContext) -> Iterator[Problem]:
    """The problem of a digest that would expire before it is published."""
    expires, date = values.get("expires"), values.get("date")
    if expires and date and expires <= date:
        at, text = (
            positions["expires"],
            message("expires is before the date of publication, {date:%Y-%m-%d %H:%M}", date=date),
        )
        yield Problem(
            context.path, at.line, at.column, "FM-EXPIRES", text, message("write a later time, or delete the line")
        )


def _meant(problems: Iterable[Problem]) -> set[str]:
    """The keys that unknown ones are most likely meant for; who corrects those has them."""
    hints = [each.hint for each in problems if each.code == "FM-UNKNOWN" and "group" not in each.text.values]
    return {str(hint.values[name]) for hint in hints for name in ("key", "guess", "start") if name in hint.values}


def _missing(key: str, root: MappingNode, context: ReadContext) -> Iterator[Problem]:
    """The problem of a key that is not there, or has no value, unless its value was reported to be a comment."""
    example = "date: 2025-09-02 07:30" if key == "date" else "title: …"
    node = next((node for name, node, _ in pairs(root) if name == key), None)
    at = position_of(node) if node else Position(1, 1)
    hint = message("write {line}", line=example) if node else message("add a line {line}", line=example)
    if not (node and any(each.code == "YAML-COMMENT" and each.line == at.line for each in context.problems)):
        yield Problem(context.path, at.line, at.column, "FM-REQUIRED", message("no {key}", key=key), hint)


def _plain(node: Node, context: ReadContext, name: str) -> str:
    return (
        fields.text(node, context, name=name)
        if isinstance(node, ScalarNode)
        else ", ".join(fields.texts(node, context, name=name))
    )
