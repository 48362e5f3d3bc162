"""The title of a retracted digest, in its language, for places where nothing else tells that it was retracted."""

from babel.support import Translations

from puntina.core.digest import FrontMatter
from puntina.core.locales.mark import N_

RETRACTED_TITLE = N_("Retracted: %(title)s")


def headline(meta: FrontMatter, strings: Translations) -> str:
    """The title; that of a digest that was taken back says so itself."""
    return str(strings.gettext(RETRACTED_TITLE)) % {"title": meta.title} if meta.retraction else meta.title
