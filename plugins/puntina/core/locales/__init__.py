"""Strings and dates in every language, by Babel; independent of the process's own locale."""

from puntina.core.locales.catalogue import (
    Catalogue,
    catalogue_fingerprints,
    catalogue_problems,
    load_catalogue,
    load_catalogues,
    read_catalogue,
)
from puntina.core.locales.catalogue_files import languages_in
from puntina.core.locales.formats import (
    daymonth,
    direction,
    filters,
    is_language,
    language_name,
    longdate,
    longdatetime,
    month,
    monthname,
    number,
    span,
    territory_locale,
)
from puntina.core.locales.mark import N_
from puntina.core.locales.reading import minutes

__all__ = [
    "N_",
    "Catalogue",
    "catalogue_fingerprints",
    "catalogue_problems",
    "daymonth",
    "direction",
    "filters",
    "is_language",
    "language_name",
    "languages_in",
    "load_catalogue",
    "load_catalogues",
    "longdate",
    "longdatetime",
    "minutes",
    "month",
    "monthname",
    "number",
    "read_catalogue",
    "span",
    "territory_locale",
]
