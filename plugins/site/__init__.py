"""The publication's settings, read and checked once into a frozen Site; nobody else reads raw settings."""

from plugins.site.addresses import Address, Addresses, alias_place, quoted
from plugins.site.ai_use import AiUse
from plugins.site.feeds import FeedRules, Picture
from plugins.site.model import Category, Language, Site
from plugins.site.read import read_site
from plugins.site.settings_file import SettingsFile, load_settings

__all__ = [
    "Address",
    "Addresses",
    "AiUse",
    "Category",
    "FeedRules",
    "Language",
    "Picture",
    "SettingsFile",
    "Site",
    "alias_place",
    "load_settings",
    "quoted",
    "read_site",
]
