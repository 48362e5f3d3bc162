import pytest

from puntina.commands.build import build
from tests.site_builder import digest, entries, make, publication


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ({"COPYRIGHT_HOLDER": None}, "COPYRIGHT_HOLDER"),
        ({"COPYRIGHT_HOLDER": "  "}, "COPYRIGHT_HOLDER"),
        ({"COPYRIGHT_LICENCE": "CC-BY-5.0"}, "COPYRIGHT_LICENCE"),
        ({"SITEURL": ""}, "SITEURL"),
        ({"SHARE": ["twiter"]}, "SHARE"),
        ({"SUMMARY_POSITION": "middle"}, "SUMMARY_POSITION"),
        ({"ARTICLE_URL": "{title}/"}, "ARTICLE_URL"),
        ({"RELATIVE_URLS": True}, "RELATIVE_URLS"),
    ],
)
def test_a_wrong_setting_is_an_error_before_any_content_is_read(tmp_path, capsys, settings, name):
    # The content is broken too: had it been read, it would be reported.
    file = publication(tmp_path, {"it/2025/a.md": "---\n", "it/2025/b.md": digest()}, **settings)
    (tmp_path / "output").mkdir()
    assert build(file, next_step="") == 1
    first, *_, last = capsys.readouterr().err.splitlines()
    assert first.startswith("pelicanconf.py:")
    assert name in first
    assert last == "not built: 1 error; the output is unchanged"
    assert list((tmp_path / "output").iterdir()) == []
    assert entries(tmp_path) == ["content", "output", "pelicanconf.py"]


def test_a_settings_file_that_is_no_program_is_named_with_its_line(tmp_path, capsys):
    file = publication(tmp_path, {"it/2025/a.md": digest()})
    file.write_text(file.read_text("utf-8") + "SHARE = [\n", "utf-8")
    line = len(file.read_text("utf-8").splitlines())
    assert build(file, next_step="") == 1
    assert capsys.readouterr().err.splitlines()[0].startswith(f"pelicanconf.py:{line}:9: SITE-FILE ")


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ({"THEME": "dayly"}, 'THEME is "dayly", which is neither a folder nor one of Pelican\'s themes'),
        ({"PATH": "contents"}, 'PATH is "contents", which is not a folder'),
        ({"PLUGINS": None}, "PLUGINS is not set"),
        ({"PLUGINS": []}, "PLUGINS is not set"),
    ],
)
def test_what_pelican_would_break_off_at_or_pass_over_is_an_error_of_the_settings(tmp_path, capsys, settings, text):
    file = publication(tmp_path, {"it/2025/a.md": digest()}, **settings)
    assert build(file, next_step="") == 1
    place, _, said = capsys.readouterr().err.splitlines()[0].partition(" SITE-")
    assert place.startswith("pelicanconf.py:")
    assert said.split(" ", 1)[1].split(" — ")[0] == text
    assert not (tmp_path / "output").exists()


def test_warnings_do_not_keep_a_site_from_being_built(tmp_path, capsys):
    built = make(publication(tmp_path, {"it/2025/a.md": digest(body="Solo testo.\n")}))
    said = {line.split(" — ")[0] for line in capsys.readouterr().err.splitlines() if line.startswith("content/")}
    assert said == {
        "content/it/2025/a.md:2:1: BODY-SUMMARY warning: no summary",
        "content/it/2025/a.md:2:1: BODY-POINTS warning: no points",
    }
    assert built.has("2025/09/a/")
