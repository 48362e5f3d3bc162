"""The language that messages are in."""

import pytest

from puntina.core.reporting.language import editors_language


@pytest.mark.parametrize(
    ("asked", "environment", "default", "lang"),
    [
        ("", "", "it", "it"),
        ("de", "vi", "it", "de"),
        ("", "vi", "it", "vi"),
        ("", "it_IT.UTF-8", "en", "it"),
        ("AR", "", "it", "ar"),
        ("", "xx", "it", "it"),
        ("", "../it", "vi", "vi"),
        ("", "C.UTF-8", "de-AT", "de"),
        ("", "", "eo", "en"),
    ],
)
def test_a_language_without_messages_is_passed_over(tmp_path, monkeypatch, asked, environment, default, lang):
    monkeypatch.setenv("PUNTINA_LANG", environment)
    settings = tmp_path / "pelicanconf.py"
    settings.write_text(f"DEFAULT_LANG = {default!r}\n", "utf-8")
    assert editors_language(settings, asked) == lang


@pytest.mark.parametrize(
    "text", ["DEFAULT_LANG = 'it'\nA = (\n", "<<<<<<< HEAD\nDEFAULT_LANG = 'it'\n", "DEFAULT_LANG='it'\n1/0\n"]
)
def test_broken_settings_have_the_language_that_is_written_in_them(tmp_path, monkeypatch, text):
    monkeypatch.setenv("PUNTINA_LANG", "")
    settings = tmp_path / "pelicanconf.py"
    settings.write_text(text, "utf-8")
    assert editors_language(settings) == "it"
    assert editors_language(settings.with_name("publishconf.py")) == "it"
