"""Strings and dates in every language, by Babel; nothing here looks at the process's own locale."""

from plugins.locales.catalogue import load_catalogues
from plugins.locales.formats import daymonth, direction, filters, language_name, longdate
from plugins.locales.mark import N_

__all__ = ["N_", "daymonth", "direction", "filters", "language_name", "load_catalogues", "longdate"]
