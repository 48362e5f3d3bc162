"""The source line, localised: 'Based on “…”, The Example, 28 August 2025'; a whole sentence for each case."""

from babel.support import Translations

from plugins.digest import Source
from plugins.locales import N_, longdate

# By what is known besides the name: title and date.
LINES: dict[tuple[bool, bool], str] = {
    (True, True): N_("Based on “%(title)s”, %(name)s, %(date)s"),
    (True, False): N_("Based on “%(title)s”, %(name)s"),
    (False, True): N_("Based on %(name)s, %(date)s"),
    (False, False): N_("Based on %(name)s"),
}
PAYWALL = N_("%(line)s (subscription required)")


def source_line(source: Source, lang: str, strings: Translations) -> str:
    """The line as plain text in the language."""
    message = strings.gettext(LINES[(bool(source.title), bool(source.date))])
    date = longdate(source.date, lang) if source.date else ""
    line = message % {"title": source.title, "name": source.name, "date": date}
    return strings.gettext(PAYWALL) % {"line": line} if source.paywall else line
