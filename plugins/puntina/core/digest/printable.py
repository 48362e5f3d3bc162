"""Escapes text for terminals and logs: control characters are written out."""

import re

# C0 and C1 controls with DEL, the line ends that only some programs know, bidirectional controls (UAX #9), which show
# a text in another order than it is read in, invisible characters that hide in names, lone surrogates.
_SIGN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def escaped(text: str) -> str:
    r"""The text on one line, with escapes such as \n, \x1b or \u202e for characters that act instead of being seen."""
    return text if text.isascii() and text.isprintable() else _SIGN.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    code = ord(char)
    return _SHORT.get(char) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
