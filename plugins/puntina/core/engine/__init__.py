"""Turns outputs into files: makes those that are out of date in the stage, in parallel, and commits them together."""


def register() -> None:
    """Connects to Pelican's signals."""
    # Here, as a build that finds nothing changed does without Pelican.
    from pelican import signals

    from puntina.core.engine.handlers import finish, use_stage
    from puntina.core.engine.static import files_generator, leave_nothing
    from puntina.core.engine.writer import flush_last, get_writer

    signals.initialized.connect(use_stage)
    signals.get_writer.connect(get_writer)
    signals.get_generators.connect(files_generator)
    signals.static_generator_init.connect(leave_nothing)
    signals.all_generators_finalized.connect(flush_last)
    signals.finalized.connect(finish)
