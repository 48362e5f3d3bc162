"""Outputs that are a text: their key is the text itself, made once in the process that asks for it."""

from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Any

from plugins.engine.output import Output


def text_output(path: str, say: Callable[[], str], contents: Iterable[Any]) -> Output:
    """The file with what `say` gives, which follows from the text of these contents, each once or more."""
    shown = tuple(dict.fromkeys([content.digest.path for content in contents]))
    text = cache(say)
    return Output(
        path,
        lambda: (("addresses, dates, titles or translations", text()), ("which digests it shows", shown)),
        lambda: text().encode(),
        f"the file {path} for crawlers",
        lambda: shown,
        partial(text_output, path, say, contents),
    )
