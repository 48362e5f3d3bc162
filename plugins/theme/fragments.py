"""Parts of pages that many pages share: each is a template of its own that gets a few values and nothing else."""

from functools import lru_cache, partial

from jinja2 import Environment
from markupsafe import Markup

KEPT = 512  # texts in each language: menus and footers by what is current in them, labels of share links


def fragments_of(environment: Environment) -> "partial[Markup]":
    """The templates' `fragment("name.html", value=…)`: the text of that template, given these values alone.

    A template that sees nothing but its values prints the same for the same ones, so what it printed last is kept. The
    values must be hashable, as frozen ones are.
    """
    return partial(lru_cache(KEPT, typed=True)(partial(_rendered, environment)))


def _rendered(environment: Environment, name: str, /, **values: object) -> Markup:
    return Markup(environment.get_template(name).render(values))  # noqa: S704 - autoescaped already
