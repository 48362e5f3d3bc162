"""What a page with a picture of its own tells networks and search engines of it."""

import pytest

from tests.metadata.pages import things, told
from tests.pictures import opened, picture
from tests.site_builder import ALL_PLUGINS, digest, make, publication

IMAGE = {"file": "/media/chip.jpg", "alt": 'Un «chip» & "altro"', "credit": "Nome Cognome"}
FILES = {
    "it/2025/a.md": digest("A", image=IMAGE),
    "en/2025/a.md": digest("A", image={"file": "/media/small.png", "alt": "A chip"}),
    "it/2025/b.md": digest("B"),
    "media/chip.jpg": picture("JPEG", 2400, 1200),
    "media/small.png": picture("PNG", 300, 200),
}


def of_picture(page):
    """Return the card and the properties of the picture."""
    return [(name, value) for name, value in told(page) if name == "twitter:card" or name.startswith("og:image")]


@pytest.mark.parametrize("address", ["https://news.example", "https://news.example/some/repo"])
def test_networks_show_the_picture_large_and_know_its_size_and_words(tmp_path, address):
    built = make(publication(tmp_path, FILES, SITEURL=address))
    assert of_picture(built.html("2025/09/a/")) == [
        ("twitter:card", "summary_large_image"),
        ("og:image", f"{address}/media/chip.jpg-1200.jpg"),
        ("og:image:type", "image/jpeg"),
        ("og:image:width", "1200"),
        ("og:image:height", "600"),
        ("og:image:alt", IMAGE["alt"]),
    ]
    assert opened(built.bytes("media/chip.jpg-1200.jpg")).size == (1200, 600)
    assert dict(of_picture(built.html("en/2025/09/a/")))["og:image:width"] == "300"
    assert of_picture(built.html("2025/09/b/")) == [("twitter:card", "summary")]


def test_search_engines_know_the_picture_and_whose_it_is(tmp_path):
    built = make(publication(tmp_path, FILES))
    article = {
        place: things(built.html(place))["NewsArticle"].get("image")
        for place in ("2025/09/a/", "en/2025/09/a/", "2025/09/b/")
    }
    first = {
        "@type": "ImageObject",
        "url": "https://news.example/media/chip.jpg-1200.jpg",
        "width": 1200,
        "height": 600,
        "caption": IMAGE["alt"],
    }
    second = first | {
        "url": "https://news.example/media/small.png-300.jpg",
        "width": 300,
        "height": 200,
        "caption": "A chip",
    }
    assert list(article.values()) == [first | {"creditText": "Nome Cognome"}, second, None]


def test_without_the_plugin_that_makes_its_sizes_no_picture_is_told_of(tmp_path):
    plugins = [name for name in ALL_PLUGINS if name != "puntina.images"]
    built = make(publication(tmp_path, FILES, PLUGINS=plugins))
    page = built.html("2025/09/a/")
    assert (of_picture(page), things(page)["NewsArticle"].get("image")) == ([("twitter:card", "summary")], None)
