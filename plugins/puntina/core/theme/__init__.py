"""Renders themes that take frozen values only (theme.toml says so), in one Jinja environment per language."""

from pelican import signals

from puntina.core.hooks import Plugin
from puntina.core.theme.not_found import not_found_page
from puntina.core.theme.render import use_theme
from puntina.core.theme.stock_writer import equip

PLUGIN = Plugin(pages=(("not-found page", not_found_page),))


def register() -> None:
    """Connects to Pelican's signals."""
    signals.generator_init.connect(equip)
    signals.all_generators_finalized.connect(use_theme)
