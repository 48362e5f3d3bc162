"""Readers of keys with keys of their own: sources, image, copyright."""

from collections.abc import Callable
from urllib.parse import quote

from yaml.nodes import MappingNode, Node, ScalarNode

from puntina.core.digest import date_fields, fields
from puntina.core.digest.fields import ReadContext
from puntina.core.digest.front_matter import pairs
from puntina.core.digest.message import message
from puntina.core.digest.model import Image, Rights, Source
from puntina.core.digest.problem import did_you_mean

_PATH = "/{}|~!$&'()*+,;=:@"  # of a file, with Pelican's {static} before it
IMAGE_NEEDS = (
    ("file", message("the image has no file"), message("file: (its path from this file)")),
    ("alt", message("the image has no alt"), message("alt: (what it shows, in words)")),
)


def read_sources(node: Node, context: ReadContext, *, name: str) -> tuple[Source, ...]:
    items = [node] if isinstance(node, MappingNode) else getattr(node, "value", [])
    if isinstance(items, str):
        context.report(
            node,
            "FM-TYPE",
            message('"sources" is text, not a list'),
            message("write - name: … below sources:, then title:, url:, date: …"),
        )
        return ()
    return tuple(source for item in items if (source := _source(item, context)))


def _source(node: Node, context: ReadContext) -> Source | None:
    hint = None
    if isinstance(node, ScalarNode) and (value := fields.plain(node)):
        key = "url" if "://" in value or value.startswith("www.") else "name"
        hint = message("write - {line}", line=f"{key}: {value}")
        if key == "url":
            hint = message("write - name: (who published it) and below it {line}", line=f"url: {value}")
    values = fields.group(node, context, name="sources", readers=SOURCE_READERS, hint=hint)
    if "name" not in values and isinstance(node, MappingNode):
        text, add = message("the source has no name"), message("add name: (who published it)")
        context.report(node, "FM-REQUIRED", text, add)
    return Source(**values) if values.get("name") else None  # type: ignore[arg-type]  # each reader gives its field's type


def read_image(node: Node, context: ReadContext, *, name: str) -> Image | None:
    """The picture; a file alone, as a text, is a picture without alt, which those who can't see it would miss."""
    alone = isinstance(node, ScalarNode)
    values = (
        {"file": fields.text(node, context)} if alone else fields.group(node, context, name=name, readers=IMAGE_READERS)
    )
    written = {key: (own, value) for key, own, value in pairs(node)} if isinstance(node, MappingNode) else {}
    if alone:
        hint = message("write below image: file: {file} and alt: (what it shows, in words)", file=values["file"])
        context.report(node, "FM-REQUIRED", message("the image has no alt"), hint)
    for key, missing, line in IMAGE_NEEDS if written else ():
        own, value = written.get(key, (node, None))
        if key not in values and (value is None or fields.is_empty(value)):
            hint = message("write {line}", line=line) if value else message("add {line}", line=line)
            context.report(own, "FM-REQUIRED", missing, hint)
    if not values.get("file") or not values.get("alt"):
        return None
    return Image(quote(str(values["file"]), safe=_PATH), str(values["alt"]), str(values.get("credit", "")))


def read_rights(node: Node, context: ReadContext, *, name: str) -> Rights:
    return Rights(**fields.group(node, context, name=name, readers=RIGHTS_READERS))  # type: ignore[arg-type]  # likewise


def _years(node: Node, context: ReadContext, *, name: str) -> str:
    value = fields.text(node, context, name=name).replace("–", "-").replace(" ", "")
    years = value.split("-")
    ordered = years == sorted(years) and len(years) in {1, 2}
    good = ordered and all(len(year) == 4 and year.isascii() and year.isdigit() for year in years)
    if value and not good:
        hint = message("write 2025 or 2024-2025")
        if value.isascii() and value.isdigit() and len(value) == 2:
            hint = message("write {year}", year=f"20{value}")
        context.report(node, "FM-YEAR", message('"{value}" is not a valid year', value=value), hint)
    return value


def _licence(node: Node, context: ReadContext, *, name: str) -> str:
    value = fields.text(node, context, name=name)
    known = {licence.casefold(): licence for licence in context.rules.licences}
    if value and value.casefold() not in known:
        context.report(
            node,
            "FM-LICENCE",
            message('unknown licence "{value}"', value=value),
            did_you_mean(value, context.rules.licences, else_say=message("use an SPDX identifier, such as CC-BY-4.0")),
        )
    return known.get(value.casefold(), "")


SOURCE_READERS: dict[str, Callable[..., object]] = {
    "name": fields.text,
    "title": fields.prose,
    "url": fields.address,
    "date": date_fields.day,
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
