"""Finds what the old site left behind in a text: share label, copyright notice, link to the full page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from puntina.commands.importer.lines import Line
from puntina.commands.importer.notice import RESERVED, SIGN, YEARS, Rights, rights_in
from puntina.commands.importer.words import MOBILE, SHARE, any_of

LONGEST_TAIL = 500  # characters at the end of a line in which leftovers are looked for

_SHARE = rf"(?:{any_of(SHARE)})(?: ?[.:…])?"
_MOBILE = rf"(?:{any_of(MOBILE)})\.?"
_NOTICE = rf"{SIGN} ?{YEARS}(?: [^.!?©]{{0,60}}?)?(?:\.? ?{RESERVED})?\.?(?= ?(?:{_SHARE}|{_MOBILE}|{SIGN}|$))"
_PART = re.compile(rf"(?P<share>{_SHARE})|(?P<notice>{_NOTICE})|(?P<mobile>{_MOBILE})")
# Atomic, as the parts could be told apart in very many ways where the end does not match.
_TAIL = re.compile(rf"(?:(?>{_SHARE}|{_NOTICE}|{_MOBILE})\s?+)++$")
_WHOLE_NOTICE = rf"{SIGN} ?(?:[^0-9]{{0,60}} )?{YEARS}\b.{{0,80}}"
_RULE = r"(?P<rule>[-*_=–—])(?: ?(?P=rule)){2,}"
_WHOLE = re.compile(rf"{_SHARE}|{_MOBILE}|{_WHOLE_NOTICE}|{_RULE}", re.IGNORECASE)
_SENTENCE_END = frozenset(".!?…»”\"')]。")


@dataclass(frozen=True, slots=True)
class Stripped:
    """The lines that are kept and those that are left out, and the rights that notices among these claim."""

    kept: tuple[Line, ...]
    dropped: tuple[Line, ...]
    rights: Rights


def strip_boilerplate(lines: Iterable[Line], *, holder: str) -> Stripped:
    """The lines without the old site's boilerplate.

    A line that is nothing but a leftover goes wherever it stands, and so does a line of dashes or stars.
    At the end of other text, where line breaks were lost, a leftover must give itself away: two kinds in
    a row, or no space before it, or a whole sentence before it. "Share." after a sentence and a space may
    be the text's own, so other leftovers must follow it. A line that loses all its text stays as an empty
    one, since what follows is a new paragraph. `holder` is the publication's own.
    """
    kept: list[Line] = []
    dropped: list[Line] = []
    followed = False
    for line in reversed(tuple(lines)):
        rest, parts = _peeled(line.text, followed=followed)
        kept.append(replace(line, text=rest))
        dropped.extend(Line(line.number, part) for part in reversed(parts))
        followed = not rest and (followed or bool(parts))
    left_out = tuple(reversed(dropped))
    rights = rights_in((line.text for line in left_out), holder=holder)
    return Stripped(tuple(reversed(kept)), left_out, rights)


def _peeled(text: str, *, followed: bool) -> tuple[str, tuple[str, ...]]:
    """The line without the boilerplate at its end, and that boilerplate."""
    parts: tuple[str, ...] = ()
    while text:
        tail = _TAIL.search(text, max(len(text) - LONGEST_TAIL, 0))
        if not tail or not _is_sure(text[: tail.start()], tail.group(), followed=followed or bool(parts)):
            return ("", (text, *parts)) if _WHOLE.fullmatch(text) else (text, parts)
        parts = (*(part.group().strip() for part in _PART.finditer(tail.group())), *parts)
        text = text[: tail.start()].rstrip()
    return text, parts


def _is_sure(before: str, tail: str, *, followed: bool) -> bool:
    kinds = {str(part.lastgroup) for part in _PART.finditer(tail)}
    joined = not before[-1:].isspace()
    ended = before.rstrip()[-1:] in _SENTENCE_END
    if not before or len(kinds) > 1:
        return True
    if kinds == {"share"}:
        return (joined and ended) or (followed and (joined or ended))
    return joined or ended
