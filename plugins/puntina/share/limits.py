"""How long a post may be where networks set a limit, and a title cut so that its link still fits."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

ELLIPSIS = "…"
DANGLING = " ,;:-\u2013\u2014"
ZERO_WIDTH_JOINER = "\u200d"
ZERO_WIDTH_NON_JOINER = "\u200c"
X_LINK = 23
X_DOUBLE = re.compile("[^\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
INNER_DOT = re.compile(r"\w\.\w")


def clusters(text: str) -> list[str]:
    """The text in pieces that a reader takes for one character each (UAX #29, as far as titles go)."""
    found: list[str] = []
    for char in text:
        if found and _continues(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _continues(before: str, char: str) -> bool:
    if _extends(char):
        return True
    if before[-1] == ZERO_WIDTH_JOINER:
        return unicodedata.category(before[0]) == unicodedata.category(char) == "So"
    return len(before) == 1 and _is_flag_letter(before) and _is_flag_letter(char)


def _extends(char: str) -> bool:
    joiner = char in (ZERO_WIDTH_JOINER, ZERO_WIDTH_NON_JOINER)
    skin_tone_or_tag = "\U0001f3fb" <= char <= "\U0001f3ff" or "\U000e0020" <= char <= "\U000e007f"
    return joiner or skin_tone_or_tag or unicodedata.category(char) in ("Mn", "Me")


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def in_clusters(text: str) -> int:
    """The length in user-perceived characters, as Bluesky and Mastodon count."""
    return len(text) if text.isascii() else len(clusters(text))


def in_x_weight(text: str) -> int:
    """The length as X counts it, never less: one in four ranges, else two; 23 for what looks like a link.

    Ranges: https://github.com/twitter/twitter-text/blob/master/config/v3.json. X counts an emoji of several
    code points as two; here each counts, which only errs on the short side.
    """
    plain = len(text) if text.isascii() else len(text) + len(X_DOUBLE.findall(text))
    linked = (word for word in text.split() if INNER_DOT.search(word)) if "." in text else ()
    return plain + sum(max(0, X_LINK - len(word)) for word in linked)


def in_threads_characters(text: str) -> int:
    """The length as Threads counts it, never less: an emoji is as long as its UTF-8 bytes."""
    return len(text) if text.isascii() else sum(1 if char.isalnum() else len(char.encode()) for char in text)


def in_utf16(text: str) -> int:
    """The length in UTF-16 code units, as a web form counts."""
    return len(text.encode("utf-16-le")) // 2


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that a post may hold, how that is counted, and what the link takes of it.

    No code point counts for more than `widest`, so most titles need not be counted.
    """

    most: int
    count: Callable[[str], int]
    widest: int
    link: int | None = None  # with the space before it; None: as long as it is written

    def fit(self, title: str, url: str) -> str:
        """The title, or as many of its first words and "…" as fit beside the link; "" where none does."""
        room = self.most - (self.count(f" {url}") if self.link is None else self.link)
        return title if len(title) * self.widest <= room or self.count(title) <= room else _cut(title, room, self.count)


def _cut(title: str, room: int, count: Callable[[str], int]) -> str:
    head = clusters(title)[: max(room, 0)]  # every cluster counts for one or more
    while head and count("".join(head) + ELLIPSIS) > room:
        head.pop()
    kept = "".join(head)
    words, _, _ = kept.rpartition(" ")
    if words and title[len(kept)] != " ":
        kept = words
    kept = kept.rstrip(DANGLING)
    return kept + ELLIPSIS if kept else ""


# https://docs.x.com/fundamentals/counting-characters
# (a word such as "a.b" counts 23, so its letters nearly 9 each)
X = Limit(280, in_x_weight, widest=9, link=X_LINK + 1)
# https://docs.bsky.app/docs/advanced-guides/intent-links
BLUESKY = Limit(300, in_clusters, widest=1)
# https://docs.joinmastodon.org/user/posting/ (the default; a server may allow more)
MASTODON = Limit(500, in_clusters, widest=1, link=23 + 1)
# https://developers.facebook.com/docs/threads/posts (room is kept for a link in the text)
THREADS = Limit(500, in_threads_characters, widest=4)
# https://www.reddit.com/dev/api#POST_api_submit (a limit on the title alone)
REDDIT = Limit(300, in_utf16, widest=2, link=0)
