"""`puntina init` on a terminal: what it asks, again where an answer is wrong, and in which language it speaks."""

import datetime as dt
import hashlib
import json

import click
import pytest

from puntina import __version__
from puntina.commands.init import command, init
from puntina.committed import ALLOWED

NOW = dt.datetime(2026, 3, 1, 12, 0, tzinfo=dt.UTC)
NOTHING = dict.fromkeys(("name", "url", "languages", "categories", "holder"), "")


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Stand in for the wheel, which other tests make, and let a checkout with changes be."""
    monkeypatch.setenv(ALLOWED, "1")
    monkeypatch.setattr(command, "package_files", lambda: {"requirements.txt": b"puntina\n"})


def answering(monkeypatch, *answers):
    """Answer the questions in order, "" with what is suggested, and return the list of the questions."""
    left, asked = list(answers), []

    def prompt(question, *, default, err):
        asked.append(f"{question} [{default or ''}]")
        return left.pop(0) or default

    monkeypatch.setattr(click, "prompt", prompt)
    return asked


def test_what_was_not_given_is_asked_for_with_a_suggestion(tmp_path, monkeypatch, capsys):
    asked = answering(monkeypatch, "", "humus.example", "de", "", "Humus Verlag")
    assert init(tmp_path / "humus", asks=True, now=NOW, timezone="UTC", **NOTHING) == 0
    assert asked == [
        "Name of the publication [Humus]",
        "URL at which readers will find it []",
        "Languages, the main one first [en]",
        "Categories [world,economy,technology,science,culture]",
        "Copyright holder [Humus]",
    ]
    record = json.loads((tmp_path / "humus/.puntina.json").read_text("utf-8"))
    categories = [[key, key] for key in ("world", "economy", "technology", "science", "culture")]
    assert record["answers"] == {
        "name": "Humus", "url": "https://humus.example", "languages": ["de"], "categories": categories,
        "holder": "Humus Verlag", "timezone": "UTC", "year": 2026,
    }  # fmt: skip


def test_a_wrong_answer_is_asked_for_again_with_what_is_wrong(tmp_path, monkeypatch, capsys):
    asked = answering(monkeypatch, "ftp://x", "humus.example", "english", "en")
    assert init(tmp_path / "humus", asks=True, now=NOW, timezone="UTC", **{**NOTHING, "name": "H", "categories": "a", "holder": "H"}) == 0  # fmt: skip
    assert [question.partition(" ")[0] for question in asked] == ["URL", "URL", "Languages,", "Languages,"]
    assert capsys.readouterr().err.splitlines()[:2] == [
        "--url is 'ftp://x', which is not a valid URL — write the URL at which readers will find the site, such as https://humus.example",
        '"english" is not a valid language code — write codes such as en or pt-BR, separated by commas',
    ]


def test_the_record_has_the_version_and_each_file_as_it_was_written(tmp_path, capsys):
    assert init(tmp_path, asks=False, now=NOW, timezone="UTC", **{**NOTHING, "url": "humus.example"}) == 0
    record = json.loads((tmp_path / ".puntina.json").read_text("utf-8"))
    assert record["version"] == __version__
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path.relative_to(tmp_path).parts[0] not in {"output", ".cache"}]  # fmt: skip
    written = {path.relative_to(tmp_path).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    assert record["files"] == {path: digest for path, digest in written.items() if path != ".puntina.json"}


def test_what_is_done_is_reported_in_the_publication_s_language(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PUNTINA_LANG")
    assert init(tmp_path / "humus", asks=False, now=NOW, timezone="UTC", **{**NOTHING, "url": "humus.example", "languages": "it,fr"}) == 0  # fmt: skip
    out, err = capsys.readouterr()
    assert out.splitlines()[:2] == [
        f"24 file in {tmp_path}/humus",
        "le date sono nel fuso orario UTC: TIMEZONE in pelicanconf.py",
    ]
    assert out.splitlines()[-2:] == ["Ora: cd humus, poi python3 bootstrap.py serve", "README.md dice come scrivere e pubblicare"]  # fmt: skip
    assert err.splitlines()[0] == 'content/fr: INIT-TEXTS avviso: non ci sono testi in "fr", quindi le sue pagine e la sintesi sono in inglese — tradurre i file in questa cartella'  # fmt: skip


def test_what_is_wrong_is_reported_before_anything_is_asked(tmp_path, monkeypatch, capsys):
    asked = answering(monkeypatch)
    assert init(tmp_path / "humus", asks=True, now=NOW, timezone="UTC", **{**NOTHING, "url": "ftp://x", "languages": "xx"}) == 1  # fmt: skip
    assert (asked, list(tmp_path.iterdir())) == ([], [])
    assert [line.partition(" — ")[0] for line in capsys.readouterr().err.splitlines()] == [
        'init: INIT-ANSWER "xx" is not a valid language code',
        "init: INIT-ANSWER --url is 'ftp://x', which is not a valid URL",
        "2 errors",
    ]


def test_a_publication_that_cannot_be_built_is_taken_back(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(command, "build", lambda *_, **__: 1)
    assert init(tmp_path / "humus", asks=False, now=NOW, timezone="UTC", **{**NOTHING, "url": "humus.example"}) == 1
    assert list(tmp_path.iterdir()) == []
    assert capsys.readouterr().out.splitlines()[-1] == "the publication can't be built, so nothing was kept"


def test_categories_without_a_translation_are_a_warning(tmp_path, capsys):
    assert init(tmp_path, asks=False, now=NOW, timezone="UTC", **{**NOTHING, "url": "humus.example", "languages": "en,de", "categories": "soil,culture,plants"}) == 0  # fmt: skip
    assert capsys.readouterr().err.splitlines()[0] == (
        "pelicanconf.py: INIT-TEXTS warning: these categories have the same name in every language: soil, plants — translate them in CATEGORIES"
    )
