"""The notice: © year or years, holder, licence; per digest from its own date or override, site-wide on lists."""

from dataclasses import dataclass

from plugins.copyright.licences import Licence, find_licence
from plugins.digest import Rights


@dataclass(frozen=True, slots=True)
class Notice:
    """What a page says of its copyright; licence and address are "" where all rights are reserved."""

    years: str  # "2025" or "2024–2025"
    holder: str
    licence: str = ""
    licence_url: str = ""

    @property
    def text(self) -> str:
        """The notice without the licence: "© 2025 Vietmetric"."""
        return f"© {self.years} {self.holder}"


def notice_for(year: int, own: Rights, *, holder: str, licence: Licence | None) -> Notice:
    """The notice of a digest of this year: what it says itself goes before what the publication says."""
    chosen = find_licence(own.licence) if own.licence else licence
    return _notice(_spoken(own.year) or str(year), own.holder or holder, chosen)


def site_notice(first: int, last: int, *, holder: str, licence: Licence | None) -> Notice:
    """The notice of pages that are no single digest, for the years from the first digest to the last."""
    return _notice(str(first) if first == last else f"{first}–{last}", holder, licence)


def rights(notice: Notice) -> str:
    """The notice as one line of text, for feeds."""
    licence = f"{notice.licence}, {notice.licence_url}" if notice.licence_url else notice.licence
    return f"{notice.text} ({licence})" if licence else notice.text


def _notice(years: str, holder: str, licence: Licence | None) -> Notice:
    return Notice(years, holder, licence.name if licence else "", licence.url if licence else "")


def _spoken(years: str) -> str:
    """Years as a notice prints them: with an en dash, and one alone where both are the same."""
    first, _, last = years.replace("-", "–").partition("–")
    return f"{first}–{last}" if last and last != first else first
