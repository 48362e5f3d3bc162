"""How each key of the front matter is read: a YAML node to the model's type, or a problem with the node's place."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plugins.digest import fields
from plugins.digest.aliases import fault_of_alias
from plugins.digest.fields import Desk
from plugins.digest.foreign_keys import hint_for_status
from plugins.digest.front_matter import pairs
from plugins.digest.identity import is_id
from plugins.digest.message import message
from plugins.digest.model import Image, Rights, Source, Status
from plugins.digest.name_lists import read_names
from plugins.digest.names import fault_of_name
from plugins.digest.problem import did_you_mean
from plugins.digest.slugs import slugify
from plugins.digest.updates import read_updates

_PATH = "/{}|~!$&'()*+,;=:@"  # of a file, with Pelican's {static} before it
YEARS_HINT = "write 2025 or 2024-2025"


def _id(node: Node, desk: Desk, *, name: str) -> str:
    value = fields.text(node, desk, name=name)
    if value and not is_id(value):
        desk.report(node, "FM-ID", f'"{value}" is no id', "use letters, digits, - and _, a letter first, 64 at most")
    return value


def _slug(node: Node, desk: Desk, *, name: str) -> str:
    value = fields.text(node, desk, name=name)
    if value and (fault := fault_of_name(value)):
        suggestion = slugify(value)
        other = "write other words, in lower case with hyphens"
        hint = other if fault_of_name(suggestion) else f'write "{suggestion}"?'
        desk.report(node, "FM-SLUG", f'the slug "{_short(value)}" {fault}', hint)
    return value


def _short(value: str) -> str:
    return value if len(value) <= 60 else value[:57] + "…"


def _category(node: Node, desk: Desk, *, name: str) -> str:
    value = fields.text(node, desk, name=name)
    key = _category_keys(desk.rules.categories).get(value.casefold(), "")
    if key or not value:
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


@lru_cache(maxsize=8)
def _category_keys(categories: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    """The key of each category by every word that may stand for it, folded; of two the first."""
    every = ((word.casefold(), key) for key, names in categories for word in (key, *names))
    return dict(reversed(list(every)))


def _lang(node: Node, desk: Desk, *, name: str) -> str:
    known = desk.rules.languages
    what = "language of this publication"
    return fields.choice(node, desk, name=name, what=what, code="FM-LANG", known=known) or known[0]


def _status(node: Node, desk: Desk, *, name: str) -> Status:
    typed = fields.text(node, desk, name=name) if isinstance(node, ScalarNode) else ""
    if typed not in tuple(Status) and (hint := hint_for_status(typed)):
        desk.report(node, "FM-STATUS", message('"{value}" is not a valid status', value=typed), hint)
        return Status.DRAFT
    value = fields.choice(node, desk, name=name, what="status", code="FM-STATUS", known=tuple(Status))
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


def _image(node: Node, desk: Desk, *, name: str) -> Image | None:
    """The picture; a file alone, as a text, is a picture without alt, which those who can't see it would miss."""
    alone = isinstance(node, ScalarNode)
    values = {"file": fields.text(node, desk)} if alone else fields.group(node, desk, name=name, readers=IMAGE_READERS)
    written = {key: (own, value) for key, own, value in pairs(node)} if isinstance(node, MappingNode) else {}
    for key, hint in (("file", "file: (its path from this file)"), ("alt", "alt: (what it shows, in words)")):
        own, value = written.get(key, (node, None))
        if key not in values and (alone or written) and (value is None or fields.is_empty(value)):
            desk.report(own, "FM-REQUIRED", f"an image without {key}", f"{'write' if value else 'add'} {hint}")
    if not values.get("file") or not values.get("alt"):
        return None
    return Image(quote(str(values["file"]), safe=_PATH), str(values["alt"]), str(values.get("credit", "")))


def _copyright(node: Node, desk: Desk, *, name: str) -> Rights:
    return Rights(**fields.group(node, desk, name=name, readers=RIGHTS_READERS))  # type: ignore[arg-type]  # likewise


def _years(node: Node, desk: Desk, *, name: str) -> str:
    value = fields.text(node, desk, name=name).replace("–", "-").replace(" ", "")
    years = value.split("-")
    ordered = years == sorted(years) and len(years) in {1, 2}
    good = ordered and all(len(year) == 4 and year.isascii() and year.isdigit() for year in years)
    if value and not good:
        desk.report(node, "FM-YEAR", f'"{value}" is no year', YEARS_HINT)
    return value


def _licence(node: Node, desk: Desk, *, name: str) -> str:
    value = fields.text(node, desk, name=name)
    known = {licence.casefold(): licence for licence in desk.rules.licences}
    if value and value.casefold() not in known:
        desk.report(
            node,
            "FM-LICENCE",
            f'unknown licence "{value}"',
            did_you_mean(value, desk.rules.licences, else_say="use an SPDX identifier, such as CC-BY-4.0"),
        )
    return known.get(value.casefold(), "")


def _template(node: Node, desk: Desk, *, name: str) -> str:
    value = fields.text(node, desk, name=name)
    if value and not value.replace("_", "").replace("-", "").isalnum():
        desk.report(
            node,
            "FM-TEMPLATE",
            f'"{value}" is no template name',
            "write the file's name in the theme's templates, without .html",
        )
    return value


def _aliases(node: Node, desk: Desk, *, name: str) -> tuple[str, ...]:
    items = node.value if isinstance(node, SequenceNode) else [node]
    for item in items:
        for alias in fields.texts(item, desk, name=name) if isinstance(item, ScalarNode) else ():
            if fault := fault_of_alias(alias):
                hint = "write the path that it had below the site's address, such as /2024/old-name/"
                desk.report(item, "FM-ALIAS", f'the alias "{_short(alias)}" {fault}', hint)
    return fields.texts(node, desk, name=name)


SOURCE_READERS: dict[str, Callable[..., object]] = {
    "name": fields.text,
    "title": fields.prose,
    "url": fields.address,
    "date": fields.day,
    "lang": fields.language,
    "paywall": fields.truth,
    "archive": fields.address,
}
IMAGE_READERS: dict[str, Callable[..., object]] = {"file": fields.text, "alt": fields.prose, "credit": fields.prose}
RIGHTS_READERS: dict[str, Callable[..., object]] = {
    "holder": fields.text,
    "year": _years,
    "licence": _licence,
}
# The keys that a page may have, then those that only a digest has; a key enters together with what acts on it.
PAGE_READERS: dict[str, Callable[..., Any]] = {
    "id": _id,
    "title": fields.prose,
    "date": fields.moment,
    "modified": fields.moment,
    "lang": _lang,
    "slug": _slug,
    "translation_key": fields.text,
    "summary": fields.prose,
    "status": _status,
    "copyright": _copyright,
    "template": _template,
    "aliases": _aliases,
}
READERS: dict[str, Callable[..., Any]] = {
    **PAGE_READERS,
    "guid": fields.text,
    "category": _category,
    "tags": read_names,
    "thread": fields.text,
    "author": read_names,
    "authors": read_names,
    "sources": _sources,
    "share": _share,
    "edition": fields.day,
    "expires": fields.moment,
    "updates": read_updates,
    "image": _image,
}
