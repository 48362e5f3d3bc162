"""The style sheet by which browsers show a feed to people who open it; XSLT could do more, and is being dropped."""

from pathlib import Path

from puntina.core.engine.output import Output
from puntina.core.locales import N_
from puntina.core.settings import Site
from puntina.core.views.site_context import SiteContext

NAME = "feed.css"
SHEET = Path(__file__).with_name("static") / NAME
# What stands above the entries; a style sheet can show no link.
EXPLAINED = N_("This is a feed. Copy its address into a feed reader, and new digests come to you by themselves.")


def style_path(lang: str, site: Site) -> str:
    """Where the style sheet for feeds of the language is; that of all languages together is in the default one."""
    return (site.language(lang) if lang else site.default_language).prefix + NAME


def style_output(lang: str, context: SiteContext) -> Output:
    """The style sheet of a language."""
    path = style_path(lang, context.site)
    sheet = SHEET.read_text("utf-8")
    words = str(context.strings[lang].gettext(EXPLAINED))
    return Output(
        path,
        lambda: (("style sheet", sheet), ("language's strings", words)),
        lambda: sheet.replace("$EXPLAINED", css_text(words)).encode(),
        f"the style sheet {path}",
    )


def css_text(words: str) -> str:
    """The words as they stand between quotes in CSS (https://www.w3.org/TR/css-syntax-3/#consume-string-token)."""
    escaped = {'"': '\\"', "\\": "\\\\", "\n": "\\a "}
    return "".join(escaped.get(sign, sign) for sign in words)
