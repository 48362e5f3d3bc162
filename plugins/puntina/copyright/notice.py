"""The notice: © year or years, holder, licence; per digest from its own date or override, site-wide on lists."""

import re
from dataclasses import dataclass

from markupsafe import Markup

from puntina.copyright.licences import Licence, find_licence
from puntina.core.digest import Rights

YEARS = re.compile(r"([0-9]{4})(?:\s*[-\N{EN DASH}]\s*([0-9]{4}))?")


@dataclass(frozen=True, slots=True)
class Notice:
    """What a page says of its copyright; licence and address are "" where all rights are reserved."""

    years: str  # "2025" or "2024–2025"
    holder: str
    licence: str = ""
    licence_url: str = ""

    @property
    def text(self) -> str:
        """The notice without the licence: "© 2025 Humus"."""
        return f"© {self.years} {self.holder}"


def notice_for(year: int, own: Rights, *, holder: str, licence: Licence | None, lang: str = "") -> Notice:
    """The notice of a digest of this year: what it says itself goes before what the publication says.

    The licence is explained in the language where Creative Commons does so. A year that `parse_years` does not take is
    passed over, as reading the digest has reported it.
    """
    first, last = parse_years(own.year) or (year, year)
    chosen = find_licence(own.licence) if own.licence else licence
    return site_notice(first, last, holder=own.holder or holder, licence=chosen, lang=lang)


def site_notice(first: int, last: int, *, holder: str, licence: Licence | None, lang: str = "") -> Notice:
    """The notice of pages that are no single digest, for the years from the first digest to the last."""
    years = str(first) if first == last else f"{first}\N{EN DASH}{last}"
    return Notice(years, holder, licence.name, licence.deed(lang)) if licence else Notice(years, holder)


def rights(notice: Notice) -> str:
    """The notice as one line of text, for feeds: "© 2025 Humus, CC BY-SA 4.0 (https://…)"."""
    address = f" ({notice.licence_url})" if notice.licence_url else ""
    return f"{notice.text}, {notice.licence}{address}" if notice.licence else notice.text


def notice_html(notice: Notice) -> Markup:
    """The notice as a paragraph for mail and readers, its licence linked."""
    if not notice.licence:
        return Markup("<p><small>{}</small></p>").format(notice.text)
    link = Markup('<a href="{}">{}</a>').format(notice.licence_url, notice.licence)
    return Markup("<p><small>{}, {}</small></p>").format(notice.text, link if notice.licence_url else notice.licence)


def parse_years(text: str) -> tuple[int, int] | None:
    """The first year and the last of "2025", "2024-2025" or "2024–2025"; None for anything else, also out of order."""
    found = YEARS.fullmatch(text.strip())
    if not found:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return (first, last) if first <= last else None
