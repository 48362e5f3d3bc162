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
from plugins.digest.message import Message, message
from plugins.digest.model import Image, Rights, Source, Status
from plugins.digest.name_lists import read_names
from plugins.digest.names import fault_of_name
from plugins.digest.problem import did_you_mean, nearest
from plugins.digest.slugs import slugify
from plugins.digest.updates import read_updates

_PATH = "/{}|~!$&'()*+,;=:@"  # of a file, with Pelican's {static} before it
IMAGE_NEEDS = (
    ("file", message("an image without file"), message("file: (its path from this file)")),
    ("alt", message("an image without alt"), message("alt: (what it shows, in words)")),
)
NO_LANGUAGE = message('"{value}" is not a language of this publication', value="")


def _id(node: Node, desk: Desk, *, name: str) -> str:
    value = fields.text(node, desk, name=name)
    if value and not is_id(value):
        desk.report(
            node,
            "FM-ID",
            message('"{value}" is not a valid id', value=value),
            message("use letters, digits, - and _, a letter first, 64 at most"),
        )
    return value


def _slug(node: Node, desk: Desk, *, name: str) -> str:
    value = fields.text(node, desk, name=name)
    if value and (fault := fault_of_name(value)):
        suggestion = slugify(value)
        other = message("write other words, in lower case with hyphens")
        hint = other if fault_of_name(suggestion) else message('write "{suggestion}"?', suggestion=suggestion)
        desk.report(node, "FM-SLUG", message('the slug "{slug}" {fault}', slug=_short(value), fault=fault), hint)
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
    hint: Message
    first = _category_keys(desk.rules.categories).get(value.partition(",")[0].strip().casefold(), "")
    guess = nearest(value, every)
    hint = (
        message('did you mean "{guess}"?', guess=guess) if guess else message("one of {known}", known=", ".join(known))
    )
    if first:
        hint = message("a digest has one: write category: {key}", key=first)
    desk.report(node, "FM-CATEGORY", message('unknown category "{value}"', value=value), hint)
    return ""


@lru_cache(maxsize=8)
def _category_keys(categories: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    """The key of each category by every word that may stand for it, folded; of two the first."""
    every = ((word.casefold(), key) for key, names in categories for word in (key, *names))
    return dict(reversed(list(every)))


def _lang(node: Node, desk: Desk, *, name: str) -> str:
    known = desk.rules.languages
    value = fields.text(node, desk, name=name) if isinstance(node, ScalarNode) else ""
    if value not in known and (code := _code_of(value, known)):
        desk.report(node, "FM-LANG", NO_LANGUAGE.with_values(value=value), message("write lang: {code}", code=code))
        return code
    return fields.choice(node, desk, name=name, what=NO_LANGUAGE, code="FM-LANG", known=known) or known[0]


@lru_cache(maxsize=64)
def _code_of(value: str, known: tuple[str, ...]) -> str:
    """The code of the language that is meant by its name or by a code with a country; "" where none is."""
    if (short := value.replace("_", "-").partition("-")[0].lower()) in known:
        return short
    from babel.core import Locale, UnknownLocaleError  # here, as it is rarely asked for and takes a while to load

    for code in known:
        try:
            locale = Locale.parse(code, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        if value.casefold() in {str(locale.english_name).casefold(), str(locale.display_name).casefold()}:
            return code
    return ""


def _status(node: Node, desk: Desk, *, name: str) -> Status:
    typed = fields.text(node, desk, name=name) if isinstance(node, ScalarNode) else ""
    if typed not in tuple(Status) and (hint := hint_for_status(typed)):
        desk.report(node, "FM-STATUS", message('"{value}" is not a valid status', value=typed), hint)
        return Status.DRAFT
    value = fields.choice(
        node,
        desk,
        name=name,
        what=message('"{value}" is not a valid status', value=""),
        code="FM-STATUS",
        known=tuple(Status),
    )
    return Status(value or Status.DRAFT)


def _share(node: Node, desk: Desk, *, name: str) -> tuple[str, ...]:
    if isinstance(node, ScalarNode) and node.value.casefold() in fields.FALSE:
        return ()
    if isinstance(node, ScalarNode) and node.value.casefold() in fields.TRUE | {"none"}:
        hint = message("write share: off") if node.value.casefold() == "none" else message("delete the line: it is on")
        desk.report(node, "FM-SHARE", message('"{value}" is not a network', value=node.value), hint)
        return ()
    chosen = fields.texts(node, desk, name=name)
    for network in chosen:
        if network not in desk.rules.networks:
            guess, every = nearest(network, desk.rules.networks), ", ".join(desk.rules.networks)
            hint = (
                message('did you mean "{guess}"?', guess=guess)
                if guess
                else message("off, or some of {known}", known=every)
            )
            desk.report(node, "FM-SHARE", message('unknown network "{network}"', network=network), hint)
    return chosen


def _sources(node: Node, desk: Desk, *, name: str) -> tuple[Source, ...]:
    items = [node] if isinstance(node, MappingNode) else getattr(node, "value", [])
    if isinstance(items, str):
        desk.report(
            node,
            "FM-TYPE",
            message('"sources" is a text'),
            message("write - name: … below sources:, then title:, url:, date: …"),
        )
        return ()
    return tuple(source for item in items if (source := _source(item, desk)))


def _source(node: Node, desk: Desk) -> Source | None:
    hint = None
    if isinstance(node, ScalarNode) and (value := fields.plain(node)):
        key = "url" if "://" in value or value.startswith("www.") else "name"
        hint = message("write - {line}", line=f"{key}: {value}")
        if key == "url":
            hint = message("write - name: (who published it) and below it {line}", line=f"url: {value}")
    values = fields.group(node, desk, name="sources", readers=SOURCE_READERS, hint=hint)
    if "name" not in values and isinstance(node, MappingNode):
        text, add = message("a source without a name"), message("add name: (who published it)")
        desk.report(node, "FM-REQUIRED", text, add)
    return Source(**values) if values.get("name") else None  # type: ignore[arg-type]  # each reader gives its field's type


def _image(node: Node, desk: Desk, *, name: str) -> Image | None:
    """The picture; a file alone, as a text, is a picture without alt, which those who can't see it would miss."""
    alone = isinstance(node, ScalarNode)
    values = {"file": fields.text(node, desk)} if alone else fields.group(node, desk, name=name, readers=IMAGE_READERS)
    written = {key: (own, value) for key, own, value in pairs(node)} if isinstance(node, MappingNode) else {}
    if alone:
        hint = message("write below image: file: {file} and alt: (what it shows, in words)", file=values["file"])
        desk.report(node, "FM-REQUIRED", message("an image without alt"), hint)
    for key, missing, line in IMAGE_NEEDS if written else ():
        own, value = written.get(key, (node, None))
        if key not in values and (value is None or fields.is_empty(value)):
            hint = message("write {line}", line=line) if value else message("add {line}", line=line)
            desk.report(own, "FM-REQUIRED", missing, hint)
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
        hint = message("write 2025 or 2024-2025")
        if value.isascii() and value.isdigit() and len(value) == 2:
            hint = message("write {year}", year=f"20{value}")
        desk.report(node, "FM-YEAR", message('"{value}" is not a valid year', value=value), hint)
    return value


def _licence(node: Node, desk: Desk, *, name: str) -> str:
    value = fields.text(node, desk, name=name)
    known = {licence.casefold(): licence for licence in desk.rules.licences}
    if value and value.casefold() not in known:
        desk.report(
            node,
            "FM-LICENCE",
            message('unknown licence "{value}"', value=value),
            did_you_mean(value, desk.rules.licences, else_say=message("use an SPDX identifier, such as CC-BY-4.0")),
        )
    return known.get(value.casefold(), "")


def _template(node: Node, desk: Desk, *, name: str) -> str:
    value = fields.text(node, desk, name=name)
    if value and not value.replace("_", "").replace("-", "").isalnum():
        desk.report(
            node,
            "FM-TEMPLATE",
            message('"{value}" is not the name of a template', value=value),
            _template_hint(value),
        )
    return value


def _template_hint(value: str) -> Message:
    stem = value.rpartition("/")[2].removesuffix(".html")
    if stem.replace("_", "").replace("-", "").isalnum():
        return message("write template: {name}", name=stem)
    return message("write the file's name in the theme's templates, without .html")


def _aliases(node: Node, desk: Desk, *, name: str) -> tuple[str, ...]:
    items = node.value if isinstance(node, SequenceNode) else [node]
    for item in items:
        for alias in fields.texts(item, desk, name=name) if isinstance(item, ScalarNode) else ():
            if fault := fault_of_alias(alias):
                hint = message("write the old path below the site's root, such as /2024/old-name/")
                desk.report(
                    item, "FM-ALIAS", message('the alias "{alias}" {fault}', alias=_short(alias), fault=fault), hint
                )
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
