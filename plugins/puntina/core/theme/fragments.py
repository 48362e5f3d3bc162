"""Parts of pages that many pages share: each is a template of its own that gets a few values and nothing else."""

from collections.abc import Iterable
from dataclasses import is_dataclass
from functools import lru_cache, partial
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment
from markupsafe import Markup

KEPT = 512  # texts in each language: menus and footers by what is current in them, labels of share links
PLAIN = frozenset({str, Markup, int, bool, NoneType})
MADE_OF = frozenset({tuple, Union, UnionType})


def fragments_of(environment: Environment) -> "partial[Markup]":
    """The templates' `fragment("name.html", value=…)`: the text of that template, given these values alone.

    A template that sees nothing but its values prints the same for the same ones, so what it printed last is kept.
    Values are texts, numbers, frozen values of these and tuples of frozen values; TypeError for any other.
    """
    return partial(lru_cache(KEPT, typed=True)(partial(_rendered, environment)))


def _rendered(environment: Environment, name: str, /, **values: object) -> Markup:
    for given, value in values.items():
        if not all(map(_exact, _types(value))):
            text = f"{given} is, or holds, what may be equal and print otherwise, such as a date: give its text"
            raise TypeError(text)
    return Markup(environment.get_template(name).render(values))  # noqa: S704 - autoescaped already


def _types(value: object) -> Iterable[Any]:
    return map(type, value) if isinstance(value, tuple) else [type(value)]


@lru_cache(KEPT)
def _exact(kind: Any) -> bool:
    """Whether equal values of this type print alike; dates need not: 7:30 at +07:00 equals 0:30 at +00:00."""
    origin = get_origin(kind)
    if kind in PLAIN or origin is Literal or kind is Ellipsis:
        return True
    if origin in MADE_OF:
        return all(map(_exact, get_args(kind)))
    frozen = is_dataclass(kind) and getattr(kind, "__dataclass_params__").frozen  # noqa: B009 - no type knows it
    return bool(frozen) and all(map(_exact, get_type_hints(kind).values()))
