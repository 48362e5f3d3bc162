"""Phrases of the old site that are copied along with a text, in the languages it was published in."""

import re
from collections.abc import Mapping

# Labels above a row of share buttons: WordPress themes and Jetpack ("Share this").
SHARE = {
    "en": ("Share", "Share this"),
    "it": ("Condividi", "Condividi su"),
    "vi": ("Chia sẻ", "Chia sẻ bài viết"),
}

# The link at the foot of a mobile page; the English words are those of the WordPress plugin AMP.
MOBILE = {
    "en": ("Exit mobile version",),
    "it": ("Esci dalla versione mobile", "Uscire dalla versione mobile"),
    "vi": ("Thoát phiên bản di động", "Thoát khỏi phiên bản di động"),
}

# What a copyright notice says besides its holder and year.
RIGHTS = {
    "en": ("All rights reserved",),
    "it": ("Tutti i diritti riservati", "Tutti i diritti sono riservati", "Riproduzione riservata"),
    "vi": ("Bảo lưu mọi quyền", "Mọi quyền được bảo lưu"),
}

# Forms of a company that are written with a full stop, besides those with stops within, such as S.r.l.
ABBREVIATED = frozenset({"inc", "ltd", "co", "corp"})


def any_of(words: Mapping[str, tuple[str, ...]]) -> str:
    """A regular expression for any of the words of all languages, the longest first."""
    every = {word for of_language in words.values() for word in of_language}
    return "|".join(re.escape(word) for word in sorted(every, key=lambda word: (-len(word), word)))
