"""Mistyped characters and other programs' inline markup, such as `~~words~~`: they would appear as typed."""

from puntina.core.digest.literal import Literal
from puntina.core.digest.message import message
from puntina.core.digest.problem import Severity

_ENTITIES = "nbsp|amp|quot|apos|lt|gt|ndash|mdash|hellip|[lr][sd]quo|[lr]aquo|euro|[aeiou](?:grave|acute|circ|uml)"


CHARACTERS = (
    Literal(
        "MARK-STYLE",
        "~",
        r"(?<!~)~~(?!~)[^~\n]{1,500}~~(?!~)|(?<![\w~])~(?=[^\s~])[^~\n]{1,200}(?<=\S)~(?![\w~])",
        message("struck-through text would appear on the page as typed"),
        message("delete the words, or the signs ~~ around them"),
    ),
    Literal(
        "MARK-STYLE",
        "~",
        r"(?<=[A-Za-z])~\d{1,3}~",
        message("subscript or superscript would appear on the page as typed"),
        message("write the characters themselves, such as ₂ and ², or words"),
    ),
    Literal(
        "MARK-STYLE",
        "^",
        r"(?<=[0-9A-Za-z)])\^[0-9A-Za-z+−-]{1,10}\^",
        message("subscript or superscript would appear on the page as typed"),
        message("write the characters themselves, such as ₂ and ², or words"),
    ),
    Literal(
        "MARK-FORMULA",
        "$",
        r"(?<![\w$])\$\$(?!\$)[^$]{1,500}\$\$(?![\w$])",
        message("a TeX formula would appear on the page as typed"),
        message("write it in characters or words, or as a picture with alternative text"),
    ),
    Literal(
        "MARK-STYLE",
        "=",
        r"(?<![\w=])==(?=[^\s=])[^=\n]{1,500}(?<=\S)==(?![\w=])",
        message("highlighted text would appear on the page as typed"),
        message("write **bold** instead of =="),
    ),
    Literal(
        "MARK-STYLE",
        "+",
        r"(?<![\w+])\+\+(?=[^\s+])[^+\n]{1,500}(?<=\S)\+\+(?![\w+])",
        message("underlined text would appear on the page as typed"),
        message("write *words* instead of ++"),
    ),
    Literal(
        "MARK-EMOJI",
        ":",
        r"(?<![\w:]):(?:[a-z][a-z0-9_+-]{1,40}|[+-]1):(?!\w|:(?![a-z]))",
        message("the name of an emoji would appear on the page as typed"),
        message("paste the emoji itself"),
    ),
    Literal(
        "MARK-ENTITY",
        "&",
        rf"&(?:(?:{_ENTITIES})\b(?!;)|nbsp(?=\w)|#\d{{2,6}}\b(?!;))",
        message("an entity without its semicolon would appear on the page as typed"),
        message("write the character itself"),
    ),
    Literal(
        "MARK-ENTITY",
        "&",
        r"&\#(?:12[89]|1[34]\d|15\d|[xX][89][0-9A-Fa-f]);",
        message("a Windows character code, which readers would see as �"),
        message("write the character itself"),
        severity=Severity.ERROR,
    ),
    Literal(
        "MARK-CODE",
        "`",
        # Before a space or a sign, with none behind it, or with the next one before a letter: E` vero, l`uno e l`altro.
        r"(?<=[^\W\d_])`(?!`)(?=[\s.,;:!?)]|[^`]*\Z|[^`]{1,300}`[^\W\d_])",
        message("a backtick after a letter, where an accent or an apostrophe is meant"),
        message("write the letter with its accent, as È, or the apostrophe ’; put a space before code"),
    ),
    Literal(
        "MARK-ENTITY",
        "&",
        r"&amp;(?:#\d{2,6}|#x[0-9A-Fa-f]{2,6}|[A-Za-z]{2,8}\d?);",
        message("an entity that was encoded twice would appear on the page as typed"),
        message("write the character itself"),
    ),
)
