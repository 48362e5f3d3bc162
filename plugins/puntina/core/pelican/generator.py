"""The one generator: runs the steps of all plugins, each of which yields pages or other files."""

from jinja2 import Template
from pelican import Pelican
from pelican.generators import Generator, PelicanTemplateNotFound
from pelican.writers import Writer

from puntina.core.engine.queue_output import queue_output
from puntina.core.pelican.build import Build
from puntina.core.views.page_spec import PageSpec


def steps_of_pages(build: Build) -> tuple[tuple[str, tuple[PageSpec, ...]], ...]:
    """Every page that plugins yield, by step; digests and standing pages are Pelican's."""
    return tuple([(name, tuple(step(build))) for name, step in build.hooks.pages])


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes what plugins yield."""

    def generate_output(self, writer: Writer) -> None:
        """Queues every page, then every other file."""
        build = Build.of(self.settings)
        for _, specs in build.once(steps_of_pages):
            for spec in specs:
                self._write(spec, writer, build)
        for _, step in build.hooks.outputs:
            for output in step(build):
                queue_output(writer, output)

    def _write(self, spec: PageSpec, writer: Writer, build: Build) -> None:
        if template := self._template(spec):
            writer.write_file(
                spec.address.save_as,
                template,
                self.context,
                page_of_ours=spec.page,
                origin=spec.origin,
                url=spec.address.url,
                lang=spec.lang,
                **({} if build.run.render else spec.variables()),
            )

    def _template(self, spec: PageSpec) -> Template | None:
        """The first of the page's templates that the theme has; None where it has none of them."""
        for name in spec.templates:
            try:
                found: Template = self.get_template(name)
            except PelicanTemplateNotFound:
                continue
            return found
        return None


def site_generator(pelican: Pelican) -> type[SiteGenerator]:
    """The generator, for Pelican's list."""
    return SiteGenerator
