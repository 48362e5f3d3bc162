"""How long a text takes to read: in each language its words a minute, as measured with readers of that language.

All figures are means of people reading aloud, who take more time than those who read for themselves. Seventeen
languages: Trauzettel-Klosinski and Dietz, Standardized Assessment of Reading Performance: The New International
Reading Speed Texts IReST, Investigative Ophthalmology & Visual Science 53(9), 2012
(https://doi.org/10.1167/iovs.11-8284). Greek: Gleni and others, Optometry and Vision Science 96(10), 2019
(https://doi.org/10.1097/OPX.0000000000001434). Vietnamese: 5.25 syllables a second, Coupé and others, Different
languages, similar encoding efficiency, Science Advances 5(9), 2019 (https://doi.org/10.1126/sciadv.aaw2594).
"""

from types import MappingProxyType

# Words a minute; of Vietnamese syllables, which it writes apart, of Chinese and Japanese characters.
RATES = MappingProxyType(
    {
        "ar": 138, "de": 179, "el": 208, "en": 228, "es": 218, "fi": 161, "fr": 195, "he": 187, "it": 188, "ja": 357,
        "nl": 202, "pl": 166, "pt": 181, "ru": 184, "sl": 180, "sv": 199, "tr": 166, "vi": 315, "zh": 255,
    }
)  # fmt: skip
MEAN = 184  # of the seventeen languages, for one that nobody has measured


def rate(lang: str) -> int:
    """The words that a reader of the language reads in a minute."""
    return RATES.get(lang.partition("-")[0].lower(), MEAN)


def minutes(words: int, lang: str) -> int:
    """The minutes that so many words take, to the nearest, and one at least."""
    pace = rate(lang)
    return max(1, (2 * words + pace) // (2 * pace))
