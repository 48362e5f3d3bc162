"""Creative Commons licences by SPDX identifier, with the names and addresses that Creative Commons gives them."""

from dataclasses import dataclass

SITE = "https://creativecommons.org"


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its SPDX identifier ("" for one of the publication's own), the name readers see, and its address."""

    spdx: str
    name: str
    url: str

    def deed(self, lang: str) -> str:
        """The address of the explanation in the language (BCP 47); the licence's own if there is none."""
        if self.spdx not in LICENCE_NAMES:
            return self.url
        parts = lang.casefold().split("-")
        codes = ("-".join(parts[:end]) for end in range(len(parts), 0, -1))
        found = next((code for code in codes if code in DEED_LANGUAGES), "")
        return f"{self.url}deed.{found}" if found else self.url


# Identifiers, names, addresses: the table that Creative Commons itself keeps,
# https://github.com/creativecommons/cc-legal-tools-data/blob/main/config/cc-legal-tools.csv
LICENCES: tuple[Licence, ...] = (
    Licence("CC-BY-4.0", "CC BY 4.0", f"{SITE}/licenses/by/4.0/"),
    Licence("CC-BY-SA-4.0", "CC BY-SA 4.0", f"{SITE}/licenses/by-sa/4.0/"),
    Licence("CC-BY-NC-4.0", "CC BY-NC 4.0", f"{SITE}/licenses/by-nc/4.0/"),
    Licence("CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0", f"{SITE}/licenses/by-nc-sa/4.0/"),
    Licence("CC-BY-ND-4.0", "CC BY-ND 4.0", f"{SITE}/licenses/by-nd/4.0/"),
    Licence("CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0", f"{SITE}/licenses/by-nc-nd/4.0/"),
    Licence("CC-BY-3.0", "CC BY 3.0", f"{SITE}/licenses/by/3.0/"),
    Licence("CC-BY-SA-3.0", "CC BY-SA 3.0", f"{SITE}/licenses/by-sa/3.0/"),
    Licence("CC-BY-NC-3.0", "CC BY-NC 3.0", f"{SITE}/licenses/by-nc/3.0/"),
    Licence("CC-BY-NC-SA-3.0", "CC BY-NC-SA 3.0", f"{SITE}/licenses/by-nc-sa/3.0/"),
    Licence("CC-BY-ND-3.0", "CC BY-ND 3.0", f"{SITE}/licenses/by-nd/3.0/"),
    Licence("CC-BY-NC-ND-3.0", "CC BY-NC-ND 3.0", f"{SITE}/licenses/by-nc-nd/3.0/"),
    Licence("CC0-1.0", "CC0 1.0", f"{SITE}/publicdomain/zero/1.0/"),
    Licence("CC-PDM-1.0", "Public Domain Mark 1.0", f"{SITE}/publicdomain/mark/1.0/"),
)
LICENCE_NAMES: tuple[str, ...] = tuple(licence.spdx for licence in LICENCES)

# The languages in which it publishes every deed (docs/ of the same repository); Vietnamese is not among them yet.
DEED_LANGUAGES: frozenset[str] = frozenset({
    "an", "ar", "az", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "eo", "es", "et", "eu", "fa", "fi",
    "fr", "fy", "ga", "gl", "hi", "hr", "hu", "id", "is", "it", "ja", "ko", "lt", "lv", "ms", "nl", "no", "pl",
    "pt", "pt-br", "ro", "ru", "sk", "sl", "sr-latn", "sv", "tr", "uk", "zh-hans", "zh-hant",
})  # fmt: skip


def find_licence(spdx: str) -> Licence | None:
    """The licence with this identifier, in whatever case; None for an unknown one, and for "" (all rights reserved)."""
    wanted = spdx.strip().casefold()
    return next((licence for licence in LICENCES if licence.spdx.casefold() == wanted), None)
