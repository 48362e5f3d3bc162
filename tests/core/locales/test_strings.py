"""The plugins' strings: each that a plugin uses is in every catalogue, and no other."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file

from puntina.core.locales.catalogue import STRINGS
from puntina.core.locales.messages import forms, is_format, placeholders
from puntina.core.locales.po import parse_po

ROOT = Path(__file__).parents[3]
KEYWORDS = {**DEFAULT_KEYWORDS, "Phrase": None}
NAME = re.compile(r"%\((?:site|name|title|network|language)\)s")
ISOLATED = re.compile("\u2068[^\u2069]+\u2069")
LANGUAGES = ("ar", "de", "en", "it", "vi")


def entries(lang):
    catalogue, _ = parse_po((STRINGS / lang / "LC_MESSAGES" / "puntina.po").read_text("utf-8"), lang)
    return {forms(message.id): forms(message.string) for message in catalogue if message.id}


def marked(path):
    """What pybabel finds in a file, and what stands in f-strings, where Python 3.11 hides it from pybabel."""
    found = {
        each for _, messages, _, _ in extract_from_file("python", path, keywords=KEYWORDS) for each in forms(messages)
    }
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in KEYWORDS:
            found |= {
                each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)
            }
    return {each for each in found if each and each != "None"}


@cache
def used():
    """All that the plugins use."""
    return {message for path in sorted((ROOT / "plugins").rglob("*.py")) for message in marked(path)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_catalogue_has_what_the_plugins_use_and_nothing_else(lang):
    assert {form for message in entries(lang) for form in message} == used()


def test_english_is_the_messages_themselves():
    english = entries("en")
    assert english == {message: message for message in english}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_message(lang):
    for message, texts in entries(lang).items():
        assert all(map(is_format, texts))
        assert placeholders(texts[-1]) == placeholders(message[-1])


@pytest.mark.parametrize("lang", ["ar", "de", "it", "vi"])
def test_nothing_is_left_in_english(lang):
    words = {message: text for message, text in entries(lang).items() if any(map(str.isalpha, message[0]))}
    assert [message for message, text in words.items() if "" in text or text == message] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_theme_says_what_the_plugins_say(lang):
    """Where both have a string, the page and a stock theme read the same."""
    path = ROOT / "themes" / "daily" / "locale" / lang / "LC_MESSAGES" / "daily.po"
    theme, _ = parse_po(path.read_text("utf-8"), lang)
    own = entries(lang)
    both = {forms(message.id): forms(message.string) for message in theme if message.id and forms(message.id) in own}
    assert both == {message: own[message] for message in both}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_theme_has_the_same_messages_in_every_language(lang):
    names = [ROOT / "themes" / "daily" / "locale" / each / "LC_MESSAGES" / "daily.po" for each in (lang, "en")]
    own, english = (parse_po(path.read_text("utf-8"), path.parts[-3])[0] for path in names)
    assert [forms(message.id) for message in own] == [forms(message.id) for message in english]


def test_arabic_has_six_forms():
    assert {len(texts) for message, texts in entries("ar").items() if len(message) > 1} == {6}


def test_names_in_arabic_keep_their_own_direction():
    """First-strong isolates: the bracket or full stop of a Latin name does not jump to its other end."""
    for text in (text for texts in entries("ar").values() for text in texts):
        assert NAME.findall(text) == NAME.findall("".join(ISOLATED.findall(text))), text
