from hashlib import blake2b

import pytest
from babel.support import NullTranslations

from puntina.commands.build import build
from puntina.commands.check.command import check
from puntina.core.theme.assets import Assets, assets
from puntina.core.theme.environment import theme_environment
from tests.site_builder import SETTINGS, THEME, digest, hrefs, make, publication

FILES = {"it/2025/a.md": digest("A")}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "static" / "fonts").mkdir(parents=True)
    (tmp_path / "static" / "daily.css").write_bytes(b"p {}")
    (tmp_path / "static" / "fonts" / "a b.woff2").write_bytes(b"font")
    return tmp_path / "static"


def mark(data: bytes) -> str:
    return blake2b(data).hexdigest()[:10]


def test_every_file_has_the_hash_of_its_content_by_its_path(folder):
    assert assets(folder) == {"daily.css": mark(b"p {}"), "fonts/a b.woff2": mark(b"font")}


def test_a_theme_without_static_files_has_none(tmp_path):
    assert assets(tmp_path / "none") == {}


def test_addresses_carry_the_mark_and_are_plain_in_a_preview(folder):
    production = Assets(assets(folder), "/theme", marked=True)
    preview = Assets(assets(folder), "/theme", marked=False)
    assert production("daily.css") == f"/theme/daily.css?v={mark(b'p {}')}"
    assert production("fonts/a b.woff2") == f"/theme/fonts/a%20b.woff2?v={mark(b'font')}"
    assert preview("fonts/a b.woff2") == "/theme/fonts/a%20b.woff2"


def test_the_fingerprint_differs_where_an_address_does(folder):
    known = assets(folder)
    made = Assets(known, "/theme", marked=True)
    assert made.fingerprint == Assets(dict(reversed(known.items())), "/theme", marked=True).fingerprint
    others = [
        Assets(known, "/other", marked=True),
        Assets(known, "/theme", marked=False),
        Assets({"daily.css": known["daily.css"]}, "/theme", marked=True),
        Assets(known | {"daily.css": "0123456789"}, "/theme", marked=True),
    ]
    assert len({made.fingerprint, *(each.fingerprint for each in others)}) == 5
    assert len(made.fingerprint) == 16


def test_content_that_changes_in_a_preview_changes_no_address(folder):
    before = Assets(assets(folder), "/theme", marked=False)
    (folder / "daily.css").write_bytes(b"p { margin: 0 }")
    assert Assets(assets(folder), "/theme", marked=False).fingerprint == before.fingerprint


def test_a_file_that_is_not_there_is_an_error_that_guesses(folder):
    with pytest.raises(LookupError) as caught:
        Assets(assets(folder), "/theme", marked=True)("dayly.css")
    assert str(caught.value) == 'the theme has no static file "dayly.css" — did you mean "daily.css"?'


def test_pages_name_the_theme_s_files_by_their_content(tmp_path):
    built = make(publication(tmp_path, FILES))
    page = built.html("2025/09/a/")
    sheet, icon, script = [
        *hrefs(page, "link[rel=stylesheet], link[rel=icon]"),
        page.css_first("script[src]").attributes["src"],
    ]
    for address, name in ((sheet, "daily.css"), (icon, "favicon.svg"), (script, "share.js")):
        assert address == f"/theme/{name}?v={mark((THEME / 'static' / name).read_bytes())}"


def test_a_preview_names_them_plainly(tmp_path):
    built = make(publication(tmp_path, FILES, PREVIEW=True))
    assert hrefs(built.html(""), "link[rel=stylesheet]") == ["/theme/daily.css"]


@pytest.mark.parametrize("call", ['asset("dayly.css")', 'asset("dayly" ~ language.code ~ ".css")'])
def test_a_template_that_names_a_missing_file_is_named_with_its_line(tmp_path, capsys, call):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "_footer.html").write_text(f"<footer>\n{{{{ {call} }}}}\n</footer>")
    settings = publication(tmp_path, FILES, THEME_TEMPLATES_OVERRIDES=[str(tmp_path / "own")])
    assert build(settings, next_step="") == 1
    first = capsys.readouterr().err.splitlines()[0]
    assert "own/_footer.html:2:1: THEME " in first
    assert "the theme has no static file" in first


def with_own_style(folder, **settings):
    """A publication with a style sheet of its own, which a `_head.html` of its own names."""
    (folder / "themes/own/static").mkdir(parents=True)
    (folder / "themes/own/static/own.css").write_bytes(b":root { --accent: teal }")
    link = '<link rel="stylesheet" href="{{ asset("own.css") }}">\n'
    (folder / "themes/own/_head.html").write_text(link)
    own = {"THEME_TEMPLATES_OVERRIDES": ["themes/own"], "THEME_STATIC_PATHS": ["static", "themes/own/static"]}
    return publication(folder, FILES, **own | settings)


def test_a_style_sheet_of_the_publication_comes_after_the_theme_s_with_a_hash_of_its_content(tmp_path):
    settings = with_own_style(tmp_path)
    assert check(settings) == 0
    built = make(settings)
    theme, own = (mark(data) for data in ((THEME / "static/daily.css").read_bytes(), b":root { --accent: teal }"))
    for page in ("", "2025/09/a/", "en/", "404.html"):
        sheets = hrefs(built.html(page), "head link[rel=stylesheet]")
        assert sheets == [f"/theme/daily.css?v={theme}", f"/theme/own.css?v={own}"]
    assert (built.folder / "theme/own.css").read_bytes() == b":root { --accent: teal }"


def test_a_change_of_that_style_sheet_reaches_every_page_that_names_it(tmp_path):
    settings = with_own_style(tmp_path)
    make(settings)
    (tmp_path / "themes/own/static/own.css").write_bytes(b":root { --accent: navy }")
    (sheet,) = hrefs(make(settings).html(""), "head link[href*=own]")
    assert sheet == f"/theme/own.css?v={mark(b':root { --accent: navy }')}"


def test_without_the_engine_that_style_sheet_is_copied_too(tmp_path):
    plugins = [name for name in SETTINGS["PLUGINS"] if name != "puntina.core.engine"]
    built = make(with_own_style(tmp_path, PLUGINS=plugins))
    assert built.has("theme/own.css")
    assert built.has("theme/daily.css")


def test_the_theme_itself_adds_nothing_to_the_head():
    environment = theme_environment([str(THEME / "templates")], "en", NullTranslations(), str)
    assert environment.get_template("_head.html").render() == ""
