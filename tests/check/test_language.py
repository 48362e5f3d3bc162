"""The language that messages are in."""

import pytest

from plugins.check.language import editors_language


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
