"""The names of HTML elements: other words in angle brackets are text, such as <name>."""

import re

from markdown_it.common.html_re import HTML_TAG_RE

# https://html.spec.whatwg.org/multipage/indices.html, with those that it has given up, and some of drawings.
_NAMES = """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
    button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
    fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe
    img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object
    ol optgroup option output p param picture plaintext pre progress q rp rt ruby s samp script search section select
    slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time
    title tr track tt u ul var video wbr xmp path circle rect line g polygon
"""
# A tag as CommonMark has it, or one of Word's own: <o:p>, <w:sdt>, <v:shape id="a">.
TAG = re.compile(rf"{HTML_TAG_RE.pattern}|</?[a-z]\d?:[A-Za-z][^<>\n]{{0,300}}>")
ELEMENTS = frozenset(_NAMES.split())
_WORDS = re.compile(r"<([A-Za-z][\w-]*)(?:\s[^<>=/]*)?>")


def is_html(tag: str) -> bool:
    """Whether what is in angle brackets, with these, is a tag: one of HTML's, or one with more than words.

    >>> is_html("<br>"), is_html("<Your name>"), is_html('<foo bar="x">'), is_html("</foo>")
    (True, False, True, True)
    """
    words = _WORDS.fullmatch(tag)
    return not words or words[1].lower() in ELEMENTS
