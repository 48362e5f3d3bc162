"""What a lite page may load: nothing; its few bytes of style are allowed by their hash."""

import base64
import hashlib
from functools import cache

from markupsafe import Markup

# Lines of a length to read, and room to touch; a page is read as well without.
STYLE = Markup(
    "body{max-width:38rem;margin:auto;padding:1rem;font:1.125rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere;"
    "background:canvas;color:canvastext}"
    "ul,ol,blockquote{margin-inline:0;padding-inline-start:1.5rem}"
    "main * * * * * * * :is(ul,ol,blockquote){padding:0;list-style-position:inside}"
    "h1{line-height:1.25}li{margin:.5rem 0}"
    ":dir(ltr)>li:dir(rtl),:dir(rtl)>li:dir(ltr){margin-inline-start:1.5rem}"
    "section[aria-label]{border-inline-start:4px solid;padding-inline-start:1rem}"
    "header a,footer a,nav a{display:inline-block;padding:.25rem 0}pre{white-space:pre-wrap}"
    ".table{overflow:auto;overflow-wrap:normal}"
)


@cache
def policy(*, preview: bool) -> Markup:
    """The Content-Security-Policy (https://www.w3.org/TR/CSP3/#grammardef-hash-source); a preview hears of changes."""
    own = f"'sha256-{base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()}'"
    end = "base-uri 'none'; form-action 'none'"
    more = f"'self' {own}; script-src 'self'; connect-src 'self'" if preview else own
    return Markup(f"default-src 'none'; style-src {more}; {end}")  # noqa: S704 - nothing of it comes from outside
