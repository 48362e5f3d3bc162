"""The page that leads on: no template, as it is seen for a moment, by thousands, and in any theme."""

from markupsafe import escape

from puntina.core.locales import N_, direction

SENTENCE = N_("This page has a new address:")
# Search engines follow a refresh of 0 seconds as a lasting redirect, and the canonical address says the same:
# https://developers.google.com/search/docs/crawling-indexing/301-redirects
# noindex, should one take the page for a page. The policy lets nothing run, and a refresh is not its concern.
_PAGE = """\
<!doctype html>
<html lang="{lang}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url={rooted}">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="canonical" href="{absolute}">
</head>
<body>
<main>
<h1>{title}</h1>
<p>{words} <a href="{rooted}">{absolute}</a></p>
</main>
</body>
</html>
"""


def redirect_html(lang: str, title: str, words: str, rooted: str, absolute: str) -> bytes:
    """The page in the language, with the address from the host's root and with the host."""
    return _PAGE.format(
        lang=escape(lang),
        direction=direction(lang),
        title=escape(title),
        words=escape(words),
        rooted=escape(rooted),
        absolute=escape(absolute),
    ).encode()
