"""The one table of bullets: which signs begin a point, at which level, and what may be around them unseen.

>>> list_marker("  ● Primo")
ListMarker(kind=<Kind.BULLET: 'bullet'>, indent='  ', sign='●', text='Primo')
>>> list_marker("o\\tSotto").kind, list_marker("1. Uno").kind, list_marker("–Uno").kind, list_marker("Uno")
(<Kind.LETTER: 'letter'>, <Kind.NUMBER: 'number'>, <Kind.DASH: 'dash'>, None)
"""

import re
from dataclasses import dataclass
from enum import StrEnum

# What is not seen and takes no room: soft hyphen, zero-width characters, marks of direction, selectors.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
# Spaces that are none to Markdown: no-break, figure, narrow, ideographic and typographic ones.
OTHER_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
SPACES = f" \t{OTHER_SPACES}"
# Signs of one look, level by level: CSS, macOS and LaTeX; Google Docs; Word (whose signs are of symbol fonts).
FAMILIES = ("•◦▪", "•⁃", "●○■", "·o§", "·o\uf0a7", "·o▪", "\uf0b7o\uf0a7", "\uf0b7o§", "•o\uf0a7", "•o§", "•o▪", "◆◇")
_SECOND, _THIRD = "◦○o⁃◯◇", "■□▪▫§\uf0a7"
# U+F0xx are the signs of Symbol and Wingdings, which Word's lists are made of.
_PLAIN = "•‣◦⁃●○■□▪▫◯◆◇◈◊❖⬥⬦➢➣➤►▸▶▹▷❥✓✔☑☐✅·∙⋅⸱‧・･⦁⦾⦿⁌⁍◉◎⬤⚫⚪⬛⬜◼◻◾◽❏❐❑❒❍➔➜➙➛➝➞➟➠➥➦➧➨➩➪➫➬➭➮➯➱➲➾\uf020-\uf0ff"
_EMOJI = "🔹🔸🔷🔶💠🔘🔲🔳🔴🟠🟡🟢🔵🟣🟤🟥🟧🟨🟩🟦🟪🟫♦➡👉👆☞☛⭐🌟✳✴❇✨"
# Signs that words and figures wear too; a bullet only where a space follows them.
_SPACED = "▾▿▴▵△▽▲▼◂◃◀◁★☆✦✧✩✪✫✬✭✮✯✰✱✲✶✷✸✹✻✽❋→⇒⇨⟶»›¤※"
_SIGNS = f"{_PLAIN}{_EMOJI}{_SPACED}"
# Letters that are left of Word's bullets where their font is lost; with a tab behind them they are no words.
_LETTERS = "o§Øüvqnluw¨"
_NUMBERED = "[0-9#*]\ufe0f?\u20e3|🔟|[①-⑳❶-❿➀-➓⓪⓵-⓾]"  # keycaps and numbers in circles
_AFTER = "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*"  # how an emoji looks: selectors and skin tones
_GAP = rf"[{SPACES}{INVISIBLE}]"
_BULLET = (
    rf"(?:{_NUMBERED})(?={_GAP}|$)|[{_SPACED}]{_AFTER}(?={_GAP}|$)|[•‣◦]"
    rf"|(?:[{_PLAIN}]|[{_EMOJI}]){_AFTER}(?![{_SIGNS}])"
)
_LINE = re.compile(
    rf"""(?P<indent>{_GAP}*)(?:
      (?P<bullet>{_BULLET})
    | (?P<hyphen>[-*+])(?=[{INVISIBLE}]*(?:[{SPACES}]|$))
    | (?P<number>\d{{1,9}}[.)])(?=[{INVISIBLE}]*(?:[{SPACES}]|$))
    | (?P<letter>[{_LETTERS}])(?=[{INVISIBLE}]*(?:\t|[{OTHER_SPACES}][{SPACES}]){_GAP}*\S)
    | (?P<dash>[‐-―−﹣－])(?=(?P<apart>{_GAP}*)\S)(?!(?P=apart)[‐-―−﹣－])(?!\d)
    | (?P<glued>[-*+])(?=[{INVISIBLE}]*["'«“‘(\[]?[^\W\d_]|(?<=[-+])[*_]{{1,3}}[^\W\d_])
    ){_GAP}*(?P<text>.*)""",
    re.VERBOSE | re.DOTALL,
)
# The characters with which a bullet can begin: for a look before the pattern is asked.
_RANGES = (("\uf020", "\uf0ff"), ("①", "⑳"), ("❶", "❿"), ("➀", "➓"), ("⓵", "⓾"))
STARTS = frozenset(
    [char for char in _SIGNS if char != "-"]
    + [chr(code) for first, last in _RANGES for code in range(ord(first), ord(last) + 1)]
    + [*_LETTERS, *"0123456789#*🔟⓪"]
)
# Those that are bullets whatever follows them but another sign.
SOLID = frozenset("•‣◦⁃●○■□▪▫◆◇➢➤✓✔·\uf0b7\uf0a7\uf0d8\uf0fc")


class Kind(StrEnum):
    """What a line begins with."""

    BULLET = "bullet"  # a sign of the table, an emoji, a keycap: always a point
    HYPHEN = "hyphen"  # Markdown's own -, * and + with a space
    NUMBER = "number"  # 1. or 1) with a space
    LETTER = "letter"  # Word's second level without its font: o and a tab
    DASH = "dash"  # – or —, which a bullet or a word may wear
    GLUED = "glued"  # -, * or + with a letter right behind it


@dataclass(frozen=True, slots=True)
class ListMarker:
    """A line that begins like a point: its indentation, the sign, and the text after the sign and its spaces."""

    kind: Kind
    indent: str
    sign: str
    text: str

    @property
    def width(self) -> int:
        """The columns that the indentation takes; what is not seen takes none."""
        return len(re.sub(f"[{INVISIBLE}]", "", self.indent.expandtabs(4)))

    @property
    def level(self) -> int:
        """The level of lists that the sign mostly stands for: 1, 2 or 3."""
        return 3 if self.sign[0] in _THIRD else 2 if self.sign[0] in _SECOND else 1

    def is_below(self, above: "ListMarker") -> bool:
        """Whether it is a level below the other: a later sign of its family, or a lower sign that is indented more.

        Markdown's own - * + are lower signs than those of programs, where they are indented more.
        """
        if self.kind is Kind.HYPHEN and above.kind is not Kind.HYPHEN:
            return self.width > above.width + 1
        pairs = (family.partition(above.sign[0]) for family in FAMILIES)
        if any(sign and self.sign[0] in below for _, sign, below in pairs):
            return True
        return self.level > above.level and self.width > above.width


def list_marker(line: str) -> ListMarker | None:
    """The parts of a line that begins with a bullet or something similar; None for other lines."""
    found = _LINE.fullmatch(line)
    if not found:
        return None
    kind = next(kind for kind in Kind if found[kind.value])
    return ListMarker(kind, found["indent"], found[kind.value], found["text"])


def bullet(line: str) -> ListMarker | None:
    """The parts of a line that begins with a bullet unknown to Markdown: one of the table, or Word's letter o.

    >>> bullet("✓ Fatto")
    ListMarker(kind=<Kind.BULLET: 'bullet'>, indent='', sign='✓', text='Fatto')
    >>> bullet("- Fatto")
    """
    if line[:1] not in STARTS or (line[0].isalnum() and line[1:2].isalnum()):  # a word, as most lines begin with
        return None
    found = list_marker(line)
    return found if found and found.kind in {Kind.BULLET, Kind.LETTER} else None
