"""The files of a new publication: sound in each of their languages, whatever its name is."""

import ast
import datetime as dt
import json
import re
import tomllib

import pytest
import yaml

from puntina import defaults
from puntina.commands.cli import puntina
from puntina.commands.init.answers import read_answers
from puntina.commands.init.files import SCAFFOLD, files, known_languages
from puntina.core.checks.unseen import PLACEHOLDERS
from puntina.core.locales import languages_in
from puntina.core.locales.catalogue import STRINGS
from tests.site_builder import ROOT

NOW = dt.datetime(2026, 3, 1, 23, 30, tzinfo=dt.UTC)
HOSTILE = "a \"\"\" b\\ {{ x }} {% y %} [[ z ]] <i>*é*</i> [q](z) `c` #1 📌 '''"


def made(**typed):
    answers = {"name": "Humus", "url": "https://humus.example/soil", "languages": "en,de", "categories": "culture,plants", "holder": "Humus Verlag", "timezone": "Europe/Berlin", "year": 2026}  # fmt: skip
    return files(read_answers(**(answers | typed)), now=NOW)


def settings(text):
    """Return the values that a settings file assigns."""
    return {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in ast.parse(text).body
        if isinstance(node, ast.Assign) and node.targets[0].id != "SITEURL"
    }


def test_the_settings_hold_the_facts_alone():
    assert settings(made()["pelicanconf.py"]) == {
        "SITENAME": "Humus",
        "TIMEZONE": "Europe/Berlin",
        "DEFAULT_LANG": "en",
        "LANGUAGES": {
            "en": "The facts in a few points and one summary",
            "de": "Die Fakten in wenigen Punkten und einer Zusammenfassung",
        },
        "CATEGORIES": {"culture": {"en": "Culture", "de": "Kultur"}, "plants": {"en": "Plants", "de": "Plants"}},
        "DEFAULT_CATEGORY": "culture",
        "COPYRIGHT_HOLDER": "Humus Verlag",
        "FEED_ID_DOMAIN": "humus.example",
        "FEED_ID_YEAR": 2026,
    }


def test_the_settings_of_this_repository_repeat_no_default():
    facts = settings((ROOT / "pelicanconf.py").read_text("utf-8"))
    assert [name for name, value in facts.items() if getattr(defaults, name, None) == value] == []


def test_the_files_are_those_of_a_publication_in_its_first_language():
    found = made(languages="de,pt-BR")
    assert sorted(found) == [
        ".editorconfig", ".gitattributes", ".github/workflows/check.yml", ".github/workflows/publish.yml", ".gitignore",
        "README.md", "bootstrap.py",
        "content/de/2026/welcome.md", "content/de/pages/about.md", "content/de/pages/corrections.md", "content/de/pages/privacy.md",
        "content/media/icon.png", "content/media/logo.png",
        "content/pt-BR/2026/welcome.md", "content/pt-BR/pages/about.md", "content/pt-BR/pages/corrections.md", "content/pt-BR/pages/privacy.md",
        "pelicanconf.py", "plugins/README.md", "publishconf.py", "tasks.py", "themes/README.md",
    ]  # fmt: skip
    assert b"## Schreiben" in found["README.md"].splitlines()
    assert (
        b"title: Privacy" in found["content/pt-BR/pages/privacy.md"].splitlines()
    )  # English, where there are no texts


def test_a_publication_in_six_languages_has_at_most_sixty_files():
    assert len(made(languages="en,it,de,vi,ar,fr")) + 4 <= 60  # with the lock files, the wheel and the record


@pytest.mark.parametrize("field", ["name", "holder"])
def test_a_name_with_signs_of_python_yaml_or_markdown_stays_a_name(field):
    found = made(**{field: HOSTILE})
    values = settings(found["pelicanconf.py"])
    assert values[{"name": "SITENAME", "holder": "COPYRIGHT_HOLDER"}[field]] == HOSTILE
    for path, data in found.items():
        if path.endswith(".py"):
            compile(data, path, "exec")


def test_drafts_are_dated_now_in_the_time_zone_and_each_has_its_own_minute_and_id():
    found = made(languages="en,de,vi")
    heads = [yaml.safe_load(found[f"content/{lang}/2026/welcome.md"].decode().split("---")[1]) for lang in ("en", "de", "vi")]  # fmt: skip
    assert [head["date"] for head in heads] == ["2026-03-02 00:30", "2026-03-02 00:29", "2026-03-02 00:28"]
    assert [head["status"] for head in heads] == ["draft"] * 3
    assert len({head["id"] for head in heads}) == 3


def test_every_language_with_strings_has_all_texts():
    assert known_languages() == languages_in(STRINGS)
    english = {
        path.relative_to(SCAFFOLD / "languages/en").as_posix() for path in (SCAFFOLD / "languages/en").rglob("*")
    }
    words = tomllib.loads((SCAFFOLD / "languages/en/words.toml").read_text("utf-8"))
    for lang in known_languages():
        folder = SCAFFOLD / "languages" / lang
        assert {path.relative_to(folder).as_posix() for path in folder.rglob("*")} == english
        own = tomllib.loads((folder / "words.toml").read_text("utf-8"))
        assert (own.keys(), own["categories"].keys()) == (words.keys(), words["categories"].keys())


def test_each_command_but_init_is_a_task_with_the_same_help():
    tree = ast.parse(made()["tasks.py"])
    tasks = {node.name.rstrip("_"): ast.get_docstring(node) for node in tree.body if isinstance(node, ast.FunctionDef) and node.decorator_list}  # fmt: skip
    assert tasks == {name: command.help for name, command in puntina.commands.items() if name != "init"}


def test_the_readme_names_commands_files_and_folders_that_are_there():
    for lang in known_languages():
        found = made(languages=lang)
        text = found["README.md"].decode()
        named = re.findall(r"bootstrap\.py ([a-z]+)", text)
        assert set(named) <= set(puntina.commands)
        paths = {path.rstrip("/") for path in re.findall(r"`([\w./-]+(?:/|\.md|\.py|\.png))`", text)} - {
            "output",
            "packages",
            "pages",
            "media",
        }
        folders = {"/".join(path.split("/")[:end]) for path in found for end in range(1, 5)}
        assert paths <= folders, lang


def test_the_pictures_are_known_as_placeholders():
    from hashlib import blake2b

    found = made()
    pictures = [found[f"content/media/{name}.png"] for name in ("icon", "logo")]
    assert {blake2b(data, digest_size=16).hexdigest() for data in pictures} == PLACEHOLDERS


def test_the_defaults_are_what_the_sample_sets():
    sample = json.loads(json.dumps({name: value for name, value in vars(defaults).items() if name.isupper() and name != "THEME"}))  # fmt: skip
    text = (ROOT / "tests/fixtures/sample/pelicanconf.py").read_text("utf-8")
    written = {node.targets[0].id: node.value for node in ast.parse(text).body if isinstance(node, ast.Assign)}
    assert {name: ast.literal_eval(written[name]) for name in sample if name != "PLUGIN_PATHS"} == {name: value for name, value in sample.items() if name != "PLUGIN_PATHS"}  # fmt: skip
