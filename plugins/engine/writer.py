"""Pelican's Writer with a queue: pages are made when all of them are known, and none is written before."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol

from jinja2 import Template
from pelican import Pelican
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.engine.output import Key, Output, Queue


class Page(Protocol):
    """What a page of a theme that takes frozen values is made from."""

    @property
    def key(self) -> Key:
        """All that its values are computed from, each with its name."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The content files that it shows something of."""

    def values(self) -> Mapping[str, object]:
        """The template's values; computed from what the key names alone."""


class Theme(Protocol):
    """How a theme that takes frozen values renders; set in settings by the theme's plugin."""

    def __call__(self, template: str, values: Mapping[str, object]) -> str:
        """The page."""

    def fingerprint(self, template: str) -> bytes:
        """What all pages of the template depend on besides their values."""


class QueueWriter(Writer):  # type: ignore[misc]  # Pelican has no types
    """Takes what generators would write; `queue` holds it."""

    def __init__(self, output_path: str, settings: Mapping[str, Any]) -> None:
        super().__init__(output_path, settings=settings)
        self.queue = Queue()

    def add(self, output: Output) -> None:
        """Queues an output of ours: a feed, a list, a page that is no Pelican page."""
        self.queue.add(output)

    def write_file(
        self,
        name: str,
        template: Template,
        context: Mapping[str, Any],
        *args: Any,
        page_of_ours: Callable[[], Page] | None = None,
        origin: str = "",
        **kwargs: Any,
    ) -> None:
        """Queues a page: from frozen values where theme and caller have them, else from Pelican's whole context."""
        if not name:
            return
        content = kwargs.get("article") or kwargs.get("page")
        page_of_ours = page_of_ours or getattr(content, "page_of_ours", None)
        theme: Theme | None = self.settings.get("RENDER")
        origin = origin or getattr(content, "origin", "") or name
        if theme and page_of_ours and template.name:
            self.queue.add(_output(name, theme, template.name, page_of_ours, origin))
        else:
            lang = getattr(content, "lang", kwargs.get("lang"))
            variables = {**context, **self.settings.get("STOCK_CONTEXT", {}).get(lang, {}), **kwargs}
            self.queue.add(Output(name, None, partial(_render_stock, template, variables, name), origin))


class Flush:
    """The last of Pelican's generators: makes everything that the others have queued."""

    def generate_output(self, writer: Writer) -> None:
        """Makes what is out of date, in the folder beside the output."""
        if isinstance(writer, QueueWriter):
            writer.settings["JOB"].write(writer.queue)


def get_writer(pelican: Pelican) -> type[QueueWriter]:
    """Our Writer."""
    return QueueWriter


def flush_last(generators: list[Generator]) -> None:
    """Puts the flush behind all generators, so that it sees what every one of them writes."""
    generators[0].settings["JOB"].stage.mkdir(exist_ok=True)  # generators of others may write files before
    generators.append(Flush())


def _output(name: str, theme: Theme, template: str, page_of_ours: Callable[[], Page], origin: str) -> Output:
    page = page_of_ours()
    return Output(
        name,
        partial(_key, theme, template, page),
        partial(_render_frozen, theme, template, page),
        origin,
        page.sources,
        partial(_output, name, theme, template, page_of_ours, origin),
    )


def _key(theme: Theme, template: str, page: Page) -> Key:
    return (("template", theme.fingerprint(template)), *page.key)


def _render_frozen(theme: Theme, template: str, page: Page) -> bytes:
    return theme(template, page.values()).encode()


def _render_stock(template: Template, variables: Mapping[str, Any], name: str) -> bytes:
    return str(template.render({**variables, "localsiteurl": variables.get("SITEURL"), "output_file": name})).encode()
