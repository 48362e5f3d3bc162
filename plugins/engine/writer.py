"""Pelican's Writer with a queue: pages are made when all of them are known, and none is written before."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from jinja2 import Template
from pelican import Pelican
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.engine.output import Output, Queue

# How a theme that takes frozen values renders: (template, values) to text. Set in settings by the theme's plugin.
Render = Callable[[str, Mapping[str, object]], str]


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
        frozen: Mapping[str, object] | None = None,
        origin: str = "",
        **kwargs: Any,
    ) -> None:
        """Queues a page: from frozen values where theme and caller have them, else from Pelican's whole context."""
        if not name:
            return
        content = kwargs.get("article") or kwargs.get("page")
        frozen = frozen or getattr(content, "frozen", None)
        render: Render | None = self.settings.get("RENDER")
        origin = origin or getattr(content, "origin", "") or name
        if render and frozen and template.name:
            page = partial(_render_frozen, render, template.name, frozen)
            self.queue.add(Output(name, (template.name, frozen), page, origin))
        else:
            lang = getattr(content, "lang", kwargs.get("lang"))
            variables = {**context, **self.settings.get("STOCK_CONTEXT", {}).get(lang, {}), **kwargs}
            self.queue.add(Output(name, None, partial(_render_stock, template, variables, name), origin))


class Flush:
    """The last of Pelican's generators: makes everything that the others have queued."""

    def generate_output(self, writer: Writer) -> None:
        """Writes the queue into the folder in which the site is being made."""
        if isinstance(writer, QueueWriter):
            writer.settings["COUNTS"]["made"] = writer.queue.write(writer.settings["STAGE"])


def get_writer(pelican: Pelican) -> type[QueueWriter]:
    """Our Writer."""
    return QueueWriter


def flush_last(generators: list[Generator]) -> None:
    """Puts the flush behind all generators, so that it sees what every one of them writes."""
    generators[0].settings["STAGE"].mkdir(exist_ok=True)  # generators of others may write files before
    generators.append(Flush())


def _render_frozen(render: Render, template: str, frozen: Mapping[str, object]) -> bytes:
    return render(template, frozen).encode()


def _render_stock(template: Template, variables: Mapping[str, Any], name: str) -> bytes:
    return str(template.render({**variables, "localsiteurl": variables.get("SITEURL"), "output_file": name})).encode()
