"""The digest before and the one after each, in its language."""

from itertools import pairwise

from pelican.generators import ArticlesGenerator

from puntina.core.pelican.order import by_language, listed


def set_neighbours(generator: ArticlesGenerator) -> None:
    """Gives each listed article `neighbours`: the next newer and the next older one in its language."""
    for articles in by_language(listed(generator)).values():
        around = [None, *articles, None]
        for (newer, article), (_, older) in pairwise(pairwise(around)):
            article.neighbours = (newer, older)
