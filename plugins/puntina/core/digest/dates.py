"""Checks the dates of a file together: their precision, and a `modified` before the `date`."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from yaml.nodes import MappingNode, Node

from puntina.core.digest import date_fields
from puntina.core.digest.fields import ReadContext
from puntina.core.digest.front_matter import pairs
from puntina.core.digest.message import message
from puntina.core.digest.problem import Severity

DATES = ("date", "modified")


def read_dates(values: Mapping[str, Any], root: MappingNode, context: ReadContext) -> dict[str, Any]:
    """What the dates are as every rendition shows them, from the values of their keys: `exact`, `modified`, `dated`.

    What was modified before it was published was not: it has no `modified`, and a problem.
    """
    nodes = {key: node for key, _, node in pairs(root) if key in DATES and values.get(key)}
    exact = tuple([key for key in DATES if key in nodes and date_fields.is_exact(nodes[key])])
    date, modified = values.get("date"), values.get("modified")
    found = {"exact": exact, "dated": _dated(nodes["date"]) if "date" in nodes else None}
    if not date or not modified or modified >= date:
        return found
    if _is_that_day(nodes["modified"], date, context):
        return found | {"exact": tuple([key for key in DATES if "date" in exact]), "modified": date}
    text = message("modified is before the date of publication, {date:%Y-%m-%d %H:%M}", date=date)
    hint = message("write the date of the correction; until then readers see only the date of publication")
    context.report(nodes["modified"], "FM-MODIFIED", text, hint, Severity.WARNING)
    return found | {"modified": None}


def _dated(node: Node) -> dt.datetime | None:
    """The date with the offset that it was written with; None where it has none of its own."""
    date = date_fields.as_written(node)
    return date if date and date.tzinfo else None


def _is_that_day(node: Node, date: dt.datetime, context: ReadContext) -> bool:
    """Whether the node is the day of the date alone, which then says no more than the date."""
    day = date_fields.plain_day(node)
    return day is not None and day == date.astimezone(context.rules.timezone).date()
