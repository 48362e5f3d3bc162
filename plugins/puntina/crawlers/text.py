"""Outputs that are a text: their key is the text itself, made once in the process that asks for it."""

from collections.abc import Callable, Iterable
from functools import cache, partial

from puntina.core.engine.output import Output
from puntina.core.views.page_spec import HasDigest


def text_output(path: str, say: Callable[[], str], contents: Callable[[], Iterable[HasDigest]] = tuple) -> Output:
    """The file with what `say` gives, which follows from the text of these contents, each once or more."""
    text = cache(say)
    shown = cache(lambda: tuple(dict.fromkeys([content.digest.path for content in contents()])))
    return Output(
        path,
        lambda: (("addresses, dates, titles or translations", text()), ("which digests it shows", shown())),
        lambda: text().encode(),
        f"the file {path} for crawlers",
        shown,
        partial(text_output, path, say, contents),
    )
