"""The 📌 box: where it stands on the page, and a digest as plain HTML for stock themes and feeds."""

from typing import Any

from pelican import signals
from pelican.generators import Generator

from plugins.summary.box import arranged, digest_html

__all__ = ["arranged", "digest_html", "register"]


def register() -> None:
    """Connects to Pelican's signals."""
    signals.article_generator_finalized.connect(arrange)
    signals.article_generator_write_article.connect(fill)
    signals.page_generator_write_page.connect(fill)


def arrange(generator: Generator) -> None:
    """Puts each article's blocks in the order in which the publication wants them."""
    position = generator.settings["SITE"].summary_position
    for article in (*generator.articles, *generator.hidden_articles):
        article.digest = arranged(article.digest, position)


def fill(generator: Generator, content: Any) -> None:
    """Gives Pelican's content its HTML, for stock themes; ours prints the blocks."""
    label = generator.settings["STRINGS"][content.lang].gettext("Summary")
    content._content = digest_html(content.digest, label)  # noqa: SLF001 - Pelican has no setter for it
