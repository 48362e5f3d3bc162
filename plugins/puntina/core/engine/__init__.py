"""Turns outputs into files: makes those that are out of date in the stage, in parallel, and commits them together."""

from typing import TYPE_CHECKING

from puntina.core.hooks import Plugin

if TYPE_CHECKING:
    from pelican import Pelican

    from puntina.core.engine.writer import Running


def _start(pelican: "Pelican", build: "Running") -> None:
    from puntina.core.engine.handlers import (
        use_stage,  # here, as a build that finds nothing changed does without Pelican
    )

    use_stage(pelican, build)


PLUGIN = Plugin(start=_start)


def register() -> None:
    """Connects to Pelican's signals."""
    # Here, as a build that finds nothing changed does without Pelican.
    from pelican import signals

    from puntina.core.engine.static import files_generator, leave_nothing
    from puntina.core.engine.writer import get_writer, note_generators

    signals.get_writer.connect(get_writer)
    signals.get_generators.connect(files_generator)
    signals.static_generator_init.connect(leave_nothing)
    signals.all_generators_finalized.connect(note_generators)
