"""Renders themes that take frozen values only (theme.toml says so), in one Jinja environment per language."""

from pelican import signals

from puntina.core.theme.not_found import not_found_generator
from puntina.core.theme.render import use_theme
from puntina.core.theme.stock_writer import equip


def register() -> None:
    """Connects to Pelican's signals."""
    signals.generator_init.connect(equip)
    signals.all_generators_finalized.connect(use_theme)
    signals.get_generators.connect(not_found_generator)
