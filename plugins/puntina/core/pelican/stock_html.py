"""What stock themes have no variables for: a digest's notices, picture, sources, share links and copyright, as HTML."""

from collections.abc import Iterator

from babel.support import Translations
from markupsafe import Markup

from puntina.copyright import notice_html, source_html
from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import message
from puntina.core.digest.states import EXPIRED
from puntina.core.locales import N_, longdatetime
from puntina.core.pelican.articles import DigestArticle
from puntina.core.settings.plugin_names import plugin_of
from puntina.core.views.site_context import SiteContext
from puntina.share import ShareLinks

EXPIRED_TEXT = N_("Since %(date)s this digest is no longer current.")
SHARE = N_("Share this digest")


def around(article: DigestArticle, context: SiteContext) -> tuple[Markup, Markup]:
    """The HTML before and after the digest's text."""
    strings = context.strings[article.lang]
    before = (*_expired(article, strings), *_picture(article))
    after = (
        *_sources(article, strings),
        *_share(article, context, strings),
        Markup("\n") + notice_html(context.notice_of(article)),
    )
    return Markup("").join(before), Markup("").join(after)


def _expired(article: DigestArticle, strings: Translations) -> Iterator[Markup]:
    expires = article.digest.meta.expires
    if expires and article.mark == EXPIRED:
        date = longdatetime(expires, article.lang)
        yield Markup('<p role="note"><strong>{}</strong></p>\n').format(strings.gettext(EXPIRED_TEXT) % {"date": date})


def _picture(article: DigestArticle) -> Iterator[Markup]:
    image = article.image
    if not image:
        return
    credit = Markup('<figcaption dir="auto">{}</figcaption>').format(image.credit) if image.credit else ""
    yield Markup('<figure><img src="{}" width="{}" height="{}" alt="{}">{}</figure>\n').format(
        image.src, image.width, image.height, image.alt, credit
    )


def _sources(article: DigestArticle, strings: Translations) -> Iterator[Markup]:
    for source in article.digest.meta.sources:
        yield Markup("\n<p>{}</p>").format(source_html(source, article.lang, strings))


def _share(article: DigestArticle, context: SiteContext, strings: Translations) -> Iterator[Markup]:
    """The links; buttons need a script that such a theme does not have."""
    part = context.parts.get("share")
    ways = part(article, context.site) if part else ShareLinks()
    assert isinstance(ways, ShareLinks)  # noqa: S101 - for the type checker
    links = [
        Markup('<a href="{}" rel="nofollow noopener">{}</a>').format(
            way.url, strings.gettext(way.message) % {"network": way.label}
        )
        for way in ways
        if way.kind == "link"
    ]
    if links:
        yield Markup("\n<p>{}: {}</p>").format(strings.gettext(SHARE), Markup(" · ").join(links))


def refuse_changes(article: DigestArticle) -> None:
    """Raises Faults where a plugin has changed what a theme of frozen values prints from the digest itself."""
    if article.changed_by:
        text = message(
            'plugin "{plugin}" changes the text of {path}, and this theme prints the digest itself',
            plugin=plugin_of(article.changed_by),
            path=article.origin,
        )
        hint = message("delete the plugin from PLUGINS, or use a theme that prints article.content")
        raise Faults([Problem("PLUGINS", 0, 0, "SITE-PLUGIN", text, hint)])
