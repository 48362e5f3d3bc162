"""What lists and archives say of themselves, to who finds them by a search engine or in a feed reader."""

from puntina.core.locales import N_
from puntina.core.views.site_context import Views
from puntina.listings.lists import HOME, THREAD, List

# By kind, or by template; "%(name)s" is what the list is of.
TEXTS = {
    "category": N_("%(site)s: all digests of the section %(name)s"),
    "tag": N_("%(site)s: all digests about %(name)s"),
    "author": N_("%(site)s: all digests by %(name)s"),
    "outlet": N_("%(site)s: all digests based on %(name)s"),
    THREAD: N_("%(site)s: %(name)s, the whole story"),
    "archives": N_("%(site)s: all digests, by year and month"),
    "tags": N_("%(site)s: all subjects of the digests"),
    "outlets": N_("%(site)s: all sources of the digests"),
    "period": N_("%(site)s: all digests of %(name)s"),
}


def of_list(each: List, views: Views) -> str:
    """What a list says of itself; home says what the publication does."""
    return (
        views.languages[each.lang].view.tagline
        if each.kind == HOME
        else of_page(each.kind, each.lang, views, each.title)
    )


def of_page(kind: str, lang: str, views: Views, name: str = "") -> str:
    """What the page of the kind says of itself in the language."""
    return str(views.strings[lang].gettext(TEXTS[kind])) % {"name": name, "site": views.facts.name}
