"""Creative Commons licences by SPDX identifier (https://spdx.org/licenses/), with their names and deeds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its SPDX identifier ("" where it has none), the name readers see, and its address."""

    spdx: str
    name: str
    url: str


_KINDS = ("by", "by-sa", "by-nc", "by-nc-sa", "by-nd", "by-nc-nd")
_VERSIONS = ("4.0", "3.0")


def _creative_commons(kind: str, version: str) -> Licence:
    return Licence(
        f"CC-{kind.upper()}-{version}",
        f"CC {kind.upper()} {version}",
        f"https://creativecommons.org/licenses/{kind}/{version}/",
    )


LICENCES: tuple[Licence, ...] = (
    *(_creative_commons(kind, version) for version in _VERSIONS for kind in _KINDS),
    Licence("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
)
LICENCE_NAMES: tuple[str, ...] = tuple(licence.spdx for licence in LICENCES)
_BY_NAME = {licence.spdx.casefold(): licence for licence in LICENCES}


def find_licence(spdx: str) -> Licence | None:
    """The licence with this identifier, in whatever case; None for an unknown one, and for "" (all rights reserved)."""
    return _BY_NAME.get(spdx.strip().casefold())
