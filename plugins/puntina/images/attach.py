"""Offers the picture of an article, as data."""

from functools import partial
from typing import Any

from pelican import Pelican

from puntina.core.content.content import Content
from puntina.core.content.used_images import image_path
from puntina.core.pelican.articles import offer
from puntina.core.settings import Site, quoted
from puntina.core.views.cards import ImageView
from puntina.images.variants import shared, variants


def offer_image(pelican: Pelican) -> None:
    """Offers `image`: an article's picture, None where it has none."""
    offer(pelican.settings, image=partial(image_view, pelican.settings))


def image_view(settings: dict[str, Any], article: Any) -> ImageView | None:
    """The picture of the article as its page and its meta tags show it."""
    content: Content = settings["CONTENT"]
    site: Site = settings["SITE"]
    image = article.digest.meta.image
    path = image_path(article.digest, content.digests, content.files) if image else ""
    facts = content.pictures.get(path)
    if not image or not facts:
        return None
    sizes, other = variants(path, facts), shared(path, facts)
    places = [(site.rooted(quoted(size.path)), size) for size in sizes]
    return ImageView(
        src=places[-1][0],
        srcset=", ".join([f"{place} {size.width}w" for place, size in places]),
        width=sizes[-1].width,
        height=sizes[-1].height,
        alt=image.alt,
        credit=image.credit,
        shared=site.absolute(quoted(other.path)),
        shared_width=other.width,
        shared_height=other.height,
    )
