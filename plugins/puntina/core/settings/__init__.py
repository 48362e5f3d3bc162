"""The publication's settings, read and checked once into a frozen Site; nobody else reads raw settings."""

from puntina.core.settings.ai_use import AiUse
from puntina.core.settings.feeds import FeedRules, Picture
from puntina.core.settings.model import Category, Language, Site
from puntina.core.settings.read import read_site
from puntina.core.settings.settings_file import SettingsFile, load_settings

__all__ = [
    "AiUse",
    "Category",
    "FeedRules",
    "Language",
    "Picture",
    "SettingsFile",
    "Site",
    "load_settings",
    "read_site",
]
