"""Updates and corrections of a published digest: read from front matter, and checked against its dates and points."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from yaml.nodes import MappingNode, Node, SequenceNode

from puntina.core.digest import date_fields, fields
from puntina.core.digest.fields import ReadContext
from puntina.core.digest.front_matter import pairs
from puntina.core.digest.message import counted, message
from puntina.core.digest.model import Change, Update
from puntina.core.digest.parts import Block, BlockKind, Position
from puntina.core.digest.problem import Problem
from puntina.core.digest.yaml_faults import position_of

CODE = "FM-UPDATE"


def read_updates(node: Node, context: ReadContext, *, name: str) -> tuple[Update, ...]:
    """The notes, newest first; of one moment, the later in the file first."""
    items = [node] if isinstance(node, MappingNode) else getattr(node, "value", [])
    if isinstance(items, str):
        context.report(
            node,
            "FM-TYPE",
            message('"updates" is text, not a list'),
            message("write - date: … below updates:, then text: …"),
        )
        return ()
    found = [update for item in items if (update := _update(item, context))]
    return tuple(sorted(found, key=lambda update: update.date)[::-1])


def _update(node: Node, context: ReadContext) -> Update | None:
    values = fields.group(node, context, name="updates", readers=READERS)
    if not isinstance(node, MappingNode):
        return None
    nodes = {key: (own, value) for key, own, value in pairs(node)}
    for key, example in (("date", "2025-09-03 09:00"), ("text", message("(what has changed)"))):
        own, value = nodes.get(key, (node, None))
        if value is None or fields.is_empty(value):
            hint = (
                message("write {key}: {example}", key=key, example=example)
                if value
                else message("add {key}: {example}", key=key, example=example)
            )
            context.report(own, "FM-REQUIRED", message("the update has no {key}", key=key), hint)
    if not values.get("date") or not values.get("text"):
        return None
    points = dict(values.pop("points", ()))  # type: ignore[call-overload]  # each reader gives its field's type
    known = {"points": tuple(points), "positions": tuple(points.values()), "position": position_of(node)}
    return Update(**values, **known, exact=date_fields.is_exact(nodes["date"][1]))  # type: ignore[arg-type]  # likewise


def _kind(node: Node, context: ReadContext, *, name: str) -> Change:
    value = fields.choice(
        node,
        context,
        name=name,
        what=message('"{value}" is not a kind of update', value=""),
        code=CODE,
        known=tuple(Change),
    )
    return Change(value or Change.UPDATE)


def _points(node: Node, context: ReadContext, *, name: str) -> tuple[tuple[int, Position], ...]:
    """Each number once, with its place, in order."""
    found: dict[int, Position] = {}
    for item in node.value if isinstance(node, SequenceNode) else [node]:
        read = fields.text if isinstance(item, SequenceNode) else fields.texts  # the one reports a list in a list
        for each in read(item, context, name=name):
            if _is_number(each):
                found.setdefault(int(each), position_of(item))
            else:
                context.report(
                    item,
                    CODE,
                    message('"{value}" is not a valid point number', value=each),
                    message("number the points from 1: points: [1, 3]"),
                )
    return tuple(sorted(found.items()))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4 and int(text) > 0


READERS: dict[str, Callable[..., object]] = {
    "date": date_fields.moment,
    "kind": _kind,
    "text": fields.text,
    "points": _points,
}


def with_updates(values: Mapping[str, Any], context: ReadContext) -> dict[str, Any]:
    """What the notes make of the other keys: `modified` is no earlier than any; what was taken back nobody shares."""
    date = values.get("date")
    updates = tuple([_on_its_day(each, date, context) for each in values["updates"]])
    context.problems.extend(_faults(updates, date, context.path))
    made: dict[str, Any] = {"updates": updates}
    if any(each.kind is Change.RETRACTION for each in updates):
        made["share"] = ()
    newest, modified = updates[0], values.get("modified")
    if not modified or newest.date > modified:
        others = [key for key in values["exact"] if key != "modified"]
        made |= {"modified": newest.date, "exact": tuple(others + ["modified"] * newest.exact)}
    return made


def _on_its_day(update: Update, date: dt.datetime | None, context: ReadContext) -> Update:
    """The note; one dated with the day of publication alone is of the time of publication."""
    if not date or update.date >= date:
        return update
    own, day = (each.astimezone(context.rules.timezone) for each in (update.date, date))
    if own.time() != dt.time() or own.date() != day.date():
        return update
    return replace(update, date=date)


def _faults(updates: Iterable[Update], date: dt.datetime | None, path: str) -> Iterator[Problem]:
    taken_back: list[Update] = []
    for update in sorted(updates, key=lambda each: (each.position.line, each.position.column)):
        at = update.position
        if date and update.date < date:
            text = message("an update before the digest was published on {date:%Y-%m-%d %H:%M}", date=date)
            yield Problem(
                path,
                at.line,
                at.column,
                CODE,
                text,
                message("write when the change was made; what was published from the start needs no update"),
            )
        if update.kind is Change.RETRACTION and taken_back:
            text = message("duplicate retraction (first on line {line})", line=taken_back[0].position.line)
            yield Problem(path, at.line, at.column, CODE, text, message("keep one of the two"))
        taken_back += [update] if update.kind is Change.RETRACTION else []


def no_such_points(updates: Iterable[Update], blocks: Iterable[Block], path: str) -> Iterator[Problem]:
    """A problem for each point that a note is on and the digest does not have."""
    count = sum(len(block.parts) for block in blocks if block.kind is BlockKind.POINTS)
    hint = message("number the points from 1, in order") if count else message("delete points:")
    for update in updates:
        for number, at in zip(update.points, update.positions, strict=True):
            if number > count:
                text = (
                    counted(
                        "no point {number}: the digest has {count} point",
                        "no point {number}: the digest has {count:,} points",
                        count=count,
                        number=number,
                    )
                    if count
                    else message("no point {number}: the digest has no points", number=number)
                )
                yield Problem(path, at.line, at.column, CODE, text, hint)
