"""The source line, localised: 'Based on “…”, The Example, 28 August 2025'; a whole sentence for each case."""

from babel.support import Translations
from markupsafe import Markup

from puntina.core.digest import Source
from puntina.core.locales import N_, longdate

# By what is known besides the name: title and date. Quotation marks are the translation's.
LINES: dict[tuple[bool, bool], str] = {
    (True, True): N_("Based on “%(title)s”, %(name)s, %(date)s"),
    (True, False): N_("Based on “%(title)s”, %(name)s"),
    (False, True): N_("Based on %(name)s, %(date)s"),
    (False, False): N_("Based on %(name)s"),
}
# As <bdi> does, but extractors cut <bdi> out with its text.
ISOLATED = Markup('<span dir="auto">{}</span>')
PAYWALL = N_("%(line)s (subscription required)")


def source_message(source: Source) -> str:
    """The sentence to be translated, with %(name)s and, where they are known, %(title)s and %(date)s to fill in."""
    return LINES[(bool(source.title), source.date is not None)]


def source_line(source: Source, lang: str, strings: Translations) -> str:
    """The line as plain text in the language, with a note where the source has to be paid for."""
    date = longdate(source.date, lang) if source.date else ""
    line = strings.gettext(source_message(source)) % {"title": source.title, "name": source.name, "date": date}
    return strings.gettext(PAYWALL) % {"line": line} if source.paywall else line


def source_html(source: Source, lang: str, strings: Translations) -> Markup:
    """The line with its title linked, or its name where it has none; reader modes drop a line that is all link."""
    text, name = source.title or source.name, ISOLATED.format(source.name)
    linked = Markup('<a dir="auto" href="{}">{}</a>').format(source.url, text) if source.url else ISOLATED.format(text)
    title, name = (linked, name) if source.title else (Markup(""), linked)
    date = longdate(source.date, lang) if source.date else ""
    line = Markup(strings.gettext(source_message(source))) % {"title": title, "name": name, "date": date}  # noqa: S704 - ours
    return Markup(strings.gettext(PAYWALL)) % {"line": line} if source.paywall else line  # noqa: S704 - likewise
