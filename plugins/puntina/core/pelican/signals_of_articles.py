"""Pelican's signals for each new article, which its readers would send."""

from typing import TYPE_CHECKING, Any

from pelican import signals
from pelican.generators import ArticlesGenerator

from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import message
from puntina.core.settings.plugin_names import plugin_of

if TYPE_CHECKING:
    from puntina.core.pelican.articles import DigestArticle

# What lists and addresses are made from; all else that a plugin adds is an attribute of the article.
FIXED = ("title", "date", "modified", "lang", "slug", "status", "category", "tags", "authors", "author")


def announce(article: "DigestArticle", generator: ArticlesGenerator) -> None:
    """Tells plugins of others of the article; what they add to its metadata is an attribute of it.

    Faults where one changes what the digest's front matter alone decides.
    """
    if signals.article_generator_context.receivers:
        metadata = article.metadata
        for receiver in signals.article_generator_context.receivers_for(generator):
            before = dict(metadata)
            receiver(generator, metadata=metadata)
            _take_over(article, before, receiver.__module__)
    if signals.content_object_init.receivers:
        signals.content_object_init.send(article)


def _take_over(article: "DigestArticle", before: dict[str, Any], module: str) -> None:
    for name, value in article.metadata.items():
        if name in before and before[name] is value:
            continue
        if name in FIXED:
            text = message(
                'plugin "{plugin}" changes {name} of {path}, which Puntina takes from the front matter',
                plugin=plugin_of(module),
                name=name,
                path=article.relative_source_path,
            )
            raise Faults([Problem("PLUGINS", 0, 0, "SITE-PLUGIN", text, message("delete it from PLUGINS"))])
        if name != "summary":
            setattr(article, name, value)
