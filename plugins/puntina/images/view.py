"""The picture of an article, as data."""

from puntina.core.content.used_images import image_path
from puntina.core.pelican.articles import DigestArticle
from puntina.core.routes.address import quoted
from puntina.core.views.cards import ImageView
from puntina.images.variants import shared, variants


def image_view(article: DigestArticle) -> ImageView | None:
    """The picture of the article as its page and its meta tags show it; None where it has none."""
    content, site, image = article.build.content, article.build.site, article.digest.meta.image
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
        path=quoted(sizes[-1].path),
    )
