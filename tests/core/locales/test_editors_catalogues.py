"""Translations for editors: every message of the code has one in every language, with the same values."""

import ast
import re
import string
from pathlib import Path

import pytest

from puntina.core.locales.editors import FILES, FOLDER
from puntina.core.locales.messages import forms
from puntina.core.locales.po import parse_po

ROOT = Path(__file__).parents[3]
LANGUAGES = ("ar", "de", "it", "vi")
WORD = re.compile(r"(?<![\w{\"])[a-z]{2,}(?![\w}:\"])")  # of a sentence, not of a name or a placeholder


def templates() -> set[tuple[str, ...]]:
    """Return the templates of all messages in the code: one, or singular and plural."""
    found = set()
    for path in [ROOT / "tasks.py", *sorted((ROOT / "plugins").rglob("*.py"))]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = getattr(node, "func", None) and getattr(node.func, "id", "")
            if name in {"message", "counted"}:
                texts = node.args[: 1 if name == "message" else 2]
                assert all(isinstance(each, ast.Constant) for each in texts), f"{path}:{node.lineno}"
                found.add(tuple(each.value for each in texts))
    return found


def fields(text: str) -> set[str]:
    """Return the names in braces, with their format."""
    return {f"{name}:{spec}" for _, name, spec, _ in string.Formatter().parse(text) if name is not None}


def entries(lang: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the translations of a language by their messages."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in FILES:
        catalogue, faults = parse_po((FOLDER / lang / "LC_MESSAGES" / name).read_text("utf-8"), lang)
        assert not [fault for fault in faults if fault.severity == "error"]
        found |= {forms(each.id): forms(each.string) for each in catalogue if each.id}
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_message_is_translated_and_no_other(lang):
    assert set(entries(lang)) == templates()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_translation_has_the_values_of_its_message(lang):
    for texts, translations in entries(lang).items():
        wanted = fields(texts[-1])
        assert fields(translations[-1]) == wanted, texts
        assert all(fields(each) <= wanted | {"count:"} for each in translations), texts


@pytest.mark.parametrize("lang", LANGUAGES)
def test_none_is_left_in_english(lang):
    words = {texts: found for texts, found in entries(lang).items() if len(WORD.findall(texts[0])) > 2}
    assert [texts for texts, found in words.items() if "" in found or found[0] == texts[0]] == []
