"""Themes of other authors, as docs/pelican.md lists them: each shows all that a digest has."""

from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from puntina.commands.build import build
from tests.core.pelican.listed import listed_in_docs, pinned
from tests.pictures import picture
from tests.site_builder import ALL_PLUGINS, ROOT, digest, hrefs, make, publication, words

HOSTILE = "R&D <kbd>x</kbd>"
SOURCE = {"name": "The Example", "title": "A & B", "url": "https://source.example/a"}
FILES: dict[str, str | bytes] = {
    "it/2025/a.md": digest(
        "Chip & <reti>", tags=[HOSTILE], author=HOSTILE, sources=[SOURCE], image={"file": "/media/chip.jpg", "alt": "Un chip", "credit": "Nome Cognome"}
    ),
    "it/2025/b.md": digest("Finito", "2025-09-01 08:00", expires="2025-10-01", author="Anna", tags=["chip"]),
    "en/2025/a.md": digest("Chips", author="Anna", tags=["chip"]),
    "vi/2025/a.md": digest("Chip bán dẫn", author="Anna", tags=["chip"]),
    "it/pages/about.md": "---\ntitle: Chi siamo\n---\nTesto.\n",
    "media/chip.jpg": picture("JPEG", 600, 400),
}  # fmt: skip
# Each theme with the package that it comes from, its folder, and the settings that it can't do without.
THEMES: dict[str, tuple[str, str, dict[str, object]]] = {
    "simple": ("pelican", "simple", {}),
    "notmyidea": ("pelican", "notmyidea", {}),
    "reflex": ("pelican-theme-reflex", "reflex", {"CC_LICENSE": {"name": ""}, "DISQUS_SITENAME": ""}),
    "smallweb": ("pelican-theme-smallweb", "smallweb", {}),
    "themeless": ("pelican-themeless", "themeless", {}),
    "jwk_theme": ("jwk-theme", "jwk_theme", {}),
    "bulrush": ("bulrush", "bulrush", {"PLUGINS": [*ALL_PLUGINS, "webassets"]}),
    "alchemy": ("", str(ROOT / "tests" / "fixtures" / "themes" / "alchemy"), {}),
}
WITHOUT_FEEDS = {"themeless"}  # whose templates name no feed, whatever the settings
BULRUSH = "import bulrush\nJINJA_ENVIRONMENT = bulrush.ENVIRONMENT\nJINJA_FILTERS = bulrush.FILTERS\n"


def test_the_table_lists_what_is_tested_here_with_the_locked_versions():
    versions = {name: pinned(package) if package else "commit `fd70e76`" for name, (package, _, _) in THEMES.items()}
    assert listed_in_docs("Themes") == versions


def folder_of(name: str) -> str:
    """Return what THEME names: a theme of Pelican's folder, or the folder of a package."""
    found = find_spec(name) if name.isidentifier() else None
    return str(Path(found.origin or "").parent) if found else name


@pytest.mark.parametrize("theme", THEMES)
def test_a_page_shows_all_that_the_digest_has(tmp_path, theme):
    _, folder, options = THEMES[theme]
    settings = publication(tmp_path, FILES, THEME=folder_of(folder), **options)
    if theme == "bulrush":
        settings.write_text(settings.read_text("utf-8") + BULRUSH, "utf-8")
    built = make(settings)
    page, english, expired = built.html("2025/09/a/"), built.html("en/2025/09/a/"), built.html("2025/09/b/")
    text = words(page.body)
    assert {name: each in text for name, each in SHOWN.items()} == dict.fromkeys(SHOWN, True)
    assert page.css("kbd") == []  # the tag's and the author's, which are text
    assert "https://source.example/a" in hrefs(page, "a[href]")
    assert [url for url in hrefs(page, "a[href]") if url.startswith(("https://x.com/", "mailto:"))][-2:] == [
        "https://x.com/intent/tweet?text=Chip%20%26%20%3Creti%3E&url=https%3A%2F%2Fnews.example%2F2025%2F09%2Fa%2F",
        "mailto:?subject=Chip%20%26%20%3Creti%3E&body=Chip%20%26%20%3Creti%3E%0D%0A%0D%0Ahttps%3A%2F%2Fnews.example%2F2025%2F09%2Fa%2F",
    ]
    assert [image.attributes["alt"] for image in page.css("figure img[src='/media/chip.jpg-600.webp']")] == ["Un chip"]
    assert "Questo articolo non è più attuale: scaduto in data 1 ottobre 2025." in words(expired.body)
    feeds = ({"/atom.xml", "/feed.xml"}, {"/en/atom.xml", "/en/feed.xml"})
    assert (feeds_of(page), feeds_of(english)) == ((set(), set()) if theme in WITHOUT_FEEDS else feeds)


SHOWN = {
    "title": "Chip & <reti>",
    "points": "Primo punto Secondo punto",
    "summary": "📌 Sintesi.",
    "source": "Basato su «A & B», The Example",
    "credit": "Nome Cognome",
    "author": HOSTILE,
    "copyright": "© 2025 Notizie",
    "share": "Condividi questo articolo: Condividi su X · Invia per e-mail",
}


def feeds_of(page: LexborHTMLParser) -> set[str]:
    """Return the paths of the feeds that the page names for all digests."""
    found = hrefs(page, "[type='application/atom+xml'], [type='application/rss+xml']")
    return {urlsplit(url).path for url in found}


@pytest.mark.parametrize("engine", [True, False])
def test_an_error_of_a_template_has_its_file_and_line(tmp_path, capsys, engine):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "article.html").write_text("<h1>\n{{ article.title }}\n{{ article.date | strftime }}\n")
    plugins = [name for name in ALL_PLUGINS if engine or name != "puntina.core.engine"]
    settings = publication(
        tmp_path, FILES, THEME="simple", THEME_TEMPLATES_OVERRIDES=[str(tmp_path / "own")], PLUGINS=plugins
    )
    assert build(settings, next_step="", lang="en") == 1
    assert f"{tmp_path}/own/article.html:3:1: THEME TypeError: " in capsys.readouterr().err
