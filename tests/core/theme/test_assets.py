from hashlib import blake2b

import pytest

from puntina.commands.build import build
from puntina.core.theme.assets import Assets, assets
from tests.site_builder import THEME, digest, hrefs, make, publication

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
