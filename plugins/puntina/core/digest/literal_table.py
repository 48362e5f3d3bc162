"""Markup that this Markdown does not have, or that is mistyped, within a line: readers would see it as typed.

One row a way to mistype it. A pattern is tried where Markdown has found nothing but text, so what is in a code span or
behind a backslash is never asked about.
"""

from puntina.core.digest.literal import Literal
from puntina.core.digest.literal_characters import CHARACTERS
from puntina.core.digest.message import message
from puntina.core.digest.problem import Severity

_LINE = r"(?<![^\n])"  # at the beginning of a line
_LABEL = r"[^\[\]\n]{1,200}"
_WEB = r"(?:https?:|www\.|mailto:)"
_FILE = r"(?:/|#|\.{1,2}/|[^\s()]{1,100}\.(?:md|jpe?g|png|gif|webp|svg|pdf|html?)\b)"
_CALLOUTS = "note|tip|info|warning|danger|caution|important|example|quote|success|question|bug|abstract|attention"
# What chat programs leave of their sources in a text that is copied: ChatGPT, its private characters, Gemini.
CITATION = "【\ue200"  # what of them begins with a character that is not a sign of anything else
_CITATIONS = {
    ":": r"(?<=oai_citation):\d{1,4}‡|:contentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?",
    "【": r"【\d{1,4}(?::\d{1,4})?†[^】\n]{0,100}】",
    "[": r"\[(?:cite_start|cite:[ ]?\d[\d, ]{0,60}|(?<!:contentReference\[)oaicite:\d{1,4}|\d{1,4}†[^\]\n]{0,100})\]",
    "\ue200": "\ue200[^\ue200\ue201\\n]{1,200}\ue201",
}


LITERALS = (
    *(
        Literal(
            "BODY-COMMENT",
            begins,
            pattern,
            message("a mistyped comment, which readers would see"),
            message("write <!-- before the note and --> after it"),
            severity=Severity.ERROR,
        )
        # With a space, one hyphen, a dash that a word processor made of two, or as the editor of a CMS stores it.
        for begins, pattern in (("<", r"(?!<!--)<[ ]?![ ]?[-–—−]"), ("&", r"&(?:lt|\#60);!--"))
    ),
    Literal(
        "BODY-COMMENT",
        "%",
        r"(?<![\w%])%%(?!%)(?:[^%\n]{1,500}%%(?![\w%])|(?=\s*(?:\n|$)))",
        message("another program's comment, which readers would see"),
        message("write <!-- before the note and --> after it"),
        severity=Severity.ERROR,
    ),
    Literal(
        "MARK-WIKI",
        "[",
        r"\[\[(?=[^\s\[\]])(?![^\[\]\n]{1,200}\]\()",
        message("a wiki link would appear on the page as typed"),
        message("write [text](file.md)"),
    ),
    Literal(
        "MARK-CALLOUT",
        "[",
        _LINE + r"\[!\w[\w -]{0,40}\]",
        message("the first line of a call-out would appear on the page as typed"),
        message("delete the line, or write a word in bold instead: **Note:**"),
    ),
    Literal(
        "MARK-TASK",
        "[",
        _LINE + r"\[[ \xa0xX✓✔]?\](?=\s)",
        message("a task box would appear on the page as typed"),
        message("delete the brackets"),
    ),
    Literal(
        "MARK-SHORTCODE",
        "[",
        r"\[/[A-Za-z][\w-]{0,40}\]|\[[A-Za-z][\w-]{0,40}\s[^\[\]\n=]{0,200}=[\"'”“’\w#/][^\[\]\n]{0,200}\]"
        r"|\[(?:url|img|color|size|quote|font)=[^\[\]\n]{1,200}\]|\[(?:gallery|embed|playlist|toc|TOC|_TOC_)\]",
        message("a shortcode would appear on the page as typed"),
        message("write it as Markdown, or delete it"),
    ),
    *(
        Literal(
            "MARK-CITATION",
            begins,
            pattern,
            message("a chat program's source marker would appear on the page as typed"),
            message("delete it; name the source in the text or under sources:"),
        )
        for begins, pattern in _CITATIONS.items()
    ),
    Literal(
        "MARK-LINK",
        "[",
        rf"\[[^\[\]]{{1,200}}\][ \t\xa0]+[(（](?:{_WEB}|{_FILE})",  # the text may be in two lines
        message("not a link, because of the space between ] and ("),
        message("delete the space: [text](URL)"),
    ),
    Literal(
        "MARK-LINK",
        "[",
        rf"\[{_LABEL}\](?:[\"”“»’'*_)]{{1,3}}[ ]?\(|[ ]?（){_WEB}",
        message("not a link, because of the sign between ] and ("),
        message("write the brackets side by side: [text](URL)"),
    ),
    Literal(
        "MARK-LINK",
        "[",
        rf"(?:(?<=\))|(?<=\)[ ]))\[{_WEB}[^\[\]\n]{{0,300}}\]",
        message("a link with its brackets swapped"),
        message("write the text in square brackets, the URL in round ones: [text](URL)"),
        back="(",
    ),
    Literal(
        "MARK-LINK",
        "[",
        r"\[(?:(?!\d+\])[^\[\]\n]{1,200}\]|[^\[\]\n()]{1,200}(?<=\S)\()https?://",
        message("these brackets do not make a link"),
        message("write the text in square brackets, the URL in round ones: [text](URL)"),
    ),
    Literal(
        "MARK-LINK",
        "<",
        r"<www\.[^\s<>]{1,200}>",
        message("a URL without https:// would appear on the page as typed"),
        message("write https:// before it"),
    ),
    Literal(
        "MARK-LINK",
        "[",
        r"\[(?:[^\[\]]|\[[^\[\]]{0,100}\]){0,200}\]\(",
        message("not a link: its URL has a space or no closing bracket, or a link is inside another"),
        message("write [text](URL) without spaces; %20 stands for a space in a URL"),
    ),
    Literal(
        "BODY-NOTE",
        "[",
        r"(?<=\^)\[[^\[\]\n]{2,300}\]",
        message("an inline footnote would appear on the page as typed"),
        message("write [^1] here, and its text on its own line: [^1]: …"),
    ),
    Literal(
        "MARK-REFERENCE",
        "[",
        rf"(?!\[\d{{1,3}}\]\[\d{{1,3}}\])\[(?!\^)(?:{_LABEL}|(?<=!\[))\]\[[^\[\]\n]{{0,200}}\]",
        message("the URL of this link is not defined"),
        message("write [text](URL), or add a line with the URL: [label]: https://…"),
    ),
    Literal(
        "MARK-REFERENCE",
        "[",
        _LINE + rf"\[(?!\^){_LABEL}\]:(?=\s|$)",
        message("a definition of a link that Markdown can't read"),
        message("write it on its own line, below an empty line: [label]: https://…"),
    ),
    Literal(
        "MARK-TEMPLATE",
        "{",
        r"(?<!\{)\{(?:\{|%)|\{#[^\n]{0,200}#\}|\{/\*|\{:[a-z]{2,20}\}|(?<!::: )\{:?\s?[.#][A-Za-z][^{}\n]{0,100}\}"
        r"|(?<=\))\{[a-z][\w-]{0,20}=[^{}\n]{1,100}\}",
        message("template code would appear on the page as typed"),
        message("delete it, or write what it would have shown"),
    ),
    Literal(
        "MARK-TEMPLATE",
        "{",
        r"(?<=\$)\{[A-Za-z][\w.]{0,60}\}",
        message("template code would appear on the page as typed"),
        message("delete it, or write what it would have shown"),
        back="$",
    ),
    Literal(
        "MARK-TEMPLATE",
        "<",
        "<%",
        message("template code would appear on the page as typed"),
        message("delete it, or write what it would have shown"),
    ),
    Literal(
        "MARK-TEMPLATE",
        "|",
        r"(?<=\*)\|[A-Z][A-Z0-9_:]{0,60}\|(?=\*)",
        message("a newsletter program's field would appear on the page as typed"),
        message("delete it, or write what it would have shown"),
        back="*",
    ),
    Literal(
        "MARK-CALLOUT",
        ":",
        _LINE + r":::+(?!:)",
        message("a call-out would appear on the page as typed"),
        message("delete the line; write > before each line of a quotation"),
    ),
    *(
        Literal(
            "MARK-CALLOUT",
            sign,
            _LINE + rf"\{sign}{{3}}\+?\s+(?:{_CALLOUTS})\b",
            message("a call-out would appear on the page as typed"),
            message("delete the line; write > before each line of a quotation"),
        )
        for sign in "!?"
    ),
    Literal(
        "MARK-LINK",
        ":",
        r"(?<![A-Za-z]https)(?<![A-Za-z]http)(?:(?<=https)|(?<=http)):(?:/(?=[\w[])|(?=[A-Za-z][A-Za-z0-9-]{0,60}\.[A-Za-z]))",
        message("a URL without its // would appear on the page as typed"),
        message("write https:// in full"),
    ),
    *CHARACTERS,
)
