"""The digest before and the one after each, in its language."""

from itertools import pairwise

from puntina.core.pelican.articles import DigestArticle
from puntina.core.pelican.build import Build
from puntina.core.pelican.order import by_language


def set_neighbours(build: Build) -> None:
    """Gives each listed article `neighbours`: the next newer and the next older one in its language."""
    for articles in by_language(build.run.listed).values():
        around: list[DigestArticle | None] = [None, *articles, None]
        for (newer, article), (_, older) in pairwise(pairwise(around)):
            if article:  # only the ends are None
                article.neighbours = (newer, older)
