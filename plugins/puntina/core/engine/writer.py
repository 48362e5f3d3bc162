"""Pelican's Writer with a queue: pages are made when all of them are known, and none is written before."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from jinja2 import Template
from pelican import Pelican
from pelican.generators import Generator
from pelican.writers import Writer

from puntina.core.engine.job import Job
from puntina.core.engine.others import (
    consequences,
    needs_whole_output,
    page_written,
    refuse_feed_plugins,
    with_feed_signal,
)
from puntina.core.engine.output import Key, Output, Queue

KEY = "PUNTINA"  # of Pelican's settings, where the build is


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


class Run(Protocol):
    """What the engine needs to know of Pelican's run."""

    job: Job | None
    render: Theme | None


class Running(Protocol):
    """A build, as far as the engine needs to know it."""

    @property
    def run(self) -> Run:
        """Its run."""


def run_of(settings: Mapping[str, Any]) -> Run:
    """The run of the build whose settings these are."""
    build: Running = settings[KEY]
    return build.run


def job_of(settings: Mapping[str, Any]) -> Job:
    """The job of the build whose settings these are; Pelican's own command has one as soon as it builds."""
    job = run_of(settings).job
    assert job  # noqa: S101 - for the type checker
    return job


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
        theme = run_of(self.settings).render
        variables = {**context, **kwargs}
        origin = origin or getattr(content, "origin", "") or name
        if theme and page_of_ours and template.name:
            output = _output(name, theme, template.name, page_of_ours, origin)
            self.queue.add(replace(output, written=page_written(variables, name)))
        else:
            make = partial(_render_stock, template, variables, name)
            self.queue.add(Output(name, None, make, origin, written=page_written(variables, name)))


def _is_ours(settings: Mapping[str, Any]) -> bool:
    """Whether theme and plugins are ours, which write nothing while pages are made, as bundles of style sheets are."""
    return bool(run_of(settings).render) and all(
        getattr(name, "__name__", name).startswith("puntina.") for name in settings["PLUGINS"]
    )


def _may_write_while_rendering(generators: Iterable[Any]) -> bool:
    """Whether templates use extensions of others: that of webassets fails where two processes make its folder."""
    environments = [each.env for each in generators if isinstance(each, Generator)]
    found = {type(extension).__module__ for each in environments for extension in each.extensions.values()}
    return any(not module.startswith("jinja2.") for module in found)


class Flush:
    """The last of Pelican's generators, unless somebody puts another behind it: makes what the others have queued."""

    def __init__(self, generators: list[Any]) -> None:
        self._generators = generators

    def generate_output(self, writer: Writer) -> None:
        """Makes what is out of date, in the folder beside the output."""
        if isinstance(writer, QueueWriter):
            refuse_feed_plugins()
            job = job_of(writer.settings)
            job.for_others = needs_whole_output()
            job.lines += consequences()
            job.expects_more = self._generators[-1] is not self or job.for_others or not _is_ours(writer.settings)
            if _may_write_while_rendering(self._generators):
                job.jobs = 1
            writer.queue.each(partial(with_feed_signal, context=self._generators[0].context))
            job.write(writer.queue)


def get_writer(pelican: Pelican) -> type[QueueWriter]:
    """Our Writer; the flush is put behind all generators, so that it sees what every one of them writes.

    Only now, as no plugin asks any more what generators there are, and the flush is none.
    """
    generators = job_of(pelican.settings).generators
    generators.append(Flush(generators))
    return QueueWriter


def note_generators(generators: list[Generator]) -> None:
    """Remembers Pelican's list of generators until the Writer is asked for."""
    job_of(generators[0].settings).generators = generators


class _Lazily:
    """A page made when it is first asked for: by the process that makes its output, or finds that it need not."""

    __slots__ = ("_make", "_page")

    def __init__(self, make: Callable[[], Page]) -> None:
        self._make = make
        self._page: Page | None = None

    def page(self) -> Page:
        if self._page is None:
            self._page = self._make()
        return self._page

    def forget(self) -> None:
        self._page = None

    def sources(self) -> tuple[str, ...]:
        return self.page().sources


def _output(name: str, theme: Theme, template: str, page_of_ours: Callable[[], Page], origin: str) -> Output:
    lazily = _Lazily(page_of_ours)
    return Output(
        name,
        partial(_key, theme, template, lazily),
        partial(_render_frozen, theme, template, lazily),
        origin,
        lazily.sources,
        partial(_output, name, theme, template, page_of_ours, origin),
    )


def _key(theme: Theme, template: str, lazily: _Lazily) -> Key:
    return (("template", theme.fingerprint(template)), *lazily.page().key)


def _render_frozen(theme: Theme, template: str, lazily: _Lazily) -> bytes:
    text = theme(template, lazily.page().values())
    lazily.forget()
    return text.encode()


def _render_stock(template: Template, variables: Mapping[str, Any], name: str) -> bytes:
    return str(template.render({**variables, "localsiteurl": variables.get("SITEURL"), "output_file": name})).encode()
