"""The reader of each front matter key: a YAML node to the model's type, or a problem at its position."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from yaml.nodes import Node, ScalarNode, SequenceNode

from puntina.core.digest import date_fields, fields
from puntina.core.digest.aliases import fault_of_alias
from puntina.core.digest.fields import ReadContext
from puntina.core.digest.foreign_keys import hint_for_status
from puntina.core.digest.group_readers import read_image, read_rights, read_sources
from puntina.core.digest.identity import is_id
from puntina.core.digest.message import Message, message
from puntina.core.digest.model import Status
from puntina.core.digest.name_lists import read_names
from puntina.core.digest.names import fault_of_name
from puntina.core.digest.problem import nearest
from puntina.core.digest.slugs import slugify
from puntina.core.digest.updates import read_updates

# What networks are called elsewhere.
NETWORKS = {
    "twitter": "x",
    "mail": "email",
    "fb": "facebook",
    "bsky": "bluesky",
    "wa": "whatsapp",
    "link": "copy",
    "clipboard": "copy",
}
NO_LANGUAGE = message('"{value}" is not a language of this publication', value="")


def _id(node: Node, context: ReadContext, *, name: str) -> str:
    value = fields.text(node, context, name=name)
    if value and not is_id(value):
        context.report(
            node,
            "FM-ID",
            message('"{value}" is not a valid id', value=value),
            message("use at most 64 letters, digits, - and _, beginning with a letter"),
        )
    return value


def _slug(node: Node, context: ReadContext, *, name: str) -> str:
    value = fields.text(node, context, name=name)
    if value and (fault := fault_of_name(value)):
        suggestion = slugify(value)
        other = message("use other words, in lower case with hyphens")
        hint = other if fault_of_name(suggestion) else message('write "{suggestion}"?', suggestion=suggestion)
        context.report(node, "FM-SLUG", message('the slug "{slug}" {fault}', slug=_short(value), fault=fault), hint)
    return value


def _short(value: str) -> str:
    return value if len(value) <= 60 else value[:57] + "…"


def _category(node: Node, context: ReadContext, *, name: str) -> str:
    value = fields.text(node, context, name=name)
    key = _category_keys(context.rules.categories).get(value.casefold(), "")
    if key or not value:
        return key
    known = tuple(key for key, _ in context.rules.categories)
    every = known + tuple(own for _, names in context.rules.categories for own in names)
    hint: Message
    first = _category_keys(context.rules.categories).get(value.partition(",")[0].strip().casefold(), "")
    guess = nearest(value, every)
    hint = (
        message('did you mean "{guess}"?', guess=guess) if guess else message("one of {known}", known=", ".join(known))
    )
    if first:
        hint = message("a digest has one category: write category: {key}", key=first)
    context.report(node, "FM-CATEGORY", message('unknown category "{value}"', value=value), hint)
    return ""


@lru_cache(maxsize=8)
def _category_keys(categories: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    """The key of each category by every word that may stand for it, folded; of two the first."""
    every = ((word.casefold(), key) for key, names in categories for word in (key, *names))
    return dict(reversed(list(every)))


def _lang(node: Node, context: ReadContext, *, name: str) -> str:
    known = context.rules.languages
    value = fields.text(node, context, name=name) if isinstance(node, ScalarNode) else ""
    if value not in known and (code := _code_of(value, known)):
        context.report(node, "FM-LANG", NO_LANGUAGE.with_values(value=value), message("write lang: {code}", code=code))
        return code
    return fields.choice(node, context, name=name, what=NO_LANGUAGE, code="FM-LANG", known=known) or known[0]


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


def _status(node: Node, context: ReadContext, *, name: str) -> Status:
    typed = fields.text(node, context, name=name) if isinstance(node, ScalarNode) else ""
    if typed not in tuple(Status) and (hint := hint_for_status(typed)):
        context.report(node, "FM-STATUS", message('"{value}" is not a valid status', value=typed), hint)
        return Status.DRAFT
    value = fields.choice(
        node,
        context,
        name=name,
        what=message('"{value}" is not a valid status', value=""),
        code="FM-STATUS",
        known=tuple(Status),
    )
    return Status(value or Status.DRAFT)


def _summary(node: Node, context: ReadContext, *, name: str) -> str:
    """The summary without the 📌 that may stand before it as in the text; the page has one of its own."""
    text = fields.prose(node, context, name=name)
    return text.lstrip("\N{PUSHPIN}\ufe0e\ufe0f").removeprefix(":").lstrip() if text.startswith("\N{PUSHPIN}") else text


def _share(node: Node, context: ReadContext, *, name: str) -> tuple[str, ...]:
    if isinstance(node, ScalarNode) and node.value.casefold() in fields.FALSE:
        return ()
    if isinstance(node, ScalarNode) and node.value.casefold() in fields.TRUE | {"none"}:
        hint = (
            message("write share: off")
            if node.value.casefold() == "none"
            else message("delete the line: sharing is on by default")
        )
        context.report(node, "FM-SHARE", message('"{value}" is not a known social network', value=node.value), hint)
        return ()
    chosen = fields.texts(node, context, name=name)
    for network in chosen:
        if network not in context.rules.networks:
            meant, every = NETWORKS.get(network.casefold(), ""), ", ".join(context.rules.networks)
            guess = meant if meant in context.rules.networks else nearest(network, context.rules.networks)
            hint = (
                message('did you mean "{guess}"?', guess=guess)
                if guess
                else message("off, or some of {known}", known=every)
            )
            context.report(node, "FM-SHARE", message('unknown social network "{network}"', network=network), hint)
    return chosen


def _template(node: Node, context: ReadContext, *, name: str) -> str:
    value = fields.text(node, context, name=name)
    if value and not value.replace("_", "").replace("-", "").isalnum():
        context.report(
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


def _aliases(node: Node, context: ReadContext, *, name: str) -> tuple[str, ...]:
    items = node.value if isinstance(node, SequenceNode) else [node]
    for item in items:
        for alias in fields.texts(item, context, name=name) if isinstance(item, ScalarNode) else ():
            if fault := fault_of_alias(alias):
                hint = message("write the old path below the site's root, such as /2024/old-name/")
                context.report(
                    item, "FM-ALIAS", message('the alias "{alias}" {fault}', alias=_short(alias), fault=fault), hint
                )
    return fields.texts(node, context, name=name)


# The keys that a page may have, then those that only a digest has; a key enters together with what acts on it.
PAGE_READERS: dict[str, Callable[..., Any]] = {
    "id": _id,
    "title": fields.prose,
    "date": date_fields.moment,
    "modified": date_fields.moment,
    "lang": _lang,
    "slug": _slug,
    "translation_key": fields.text,
    "summary": _summary,
    "status": _status,
    "copyright": read_rights,
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
    "sources": read_sources,
    "share": _share,
    "edition": date_fields.day,
    "expires": date_fields.moment,
    "updates": read_updates,
    "image": read_image,
}
