"""Catalogues of folders: merged, missing, broken."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from puntina.core.digest import Faults, Problem, Severity
from puntina.core.digest.message import message
from puntina.core.locales import (
    catalogue_problems,
    languages_in,
    load_catalogue,
    load_catalogues,
    read_catalogue,
)
from puntina.core.locales.catalogue import STRINGS

PLURALS = {"vi": "nplurals=1; plural=0;", "pt": "nplurals=2; plural=(n > 1);"}


def write(folder, lang, entries, *, name="daily", language=""):
    path = folder / lang / "LC_MESSAGES" / f"{name}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    plurals = PLURALS.get(lang, "nplurals=2; plural=(n != 1);")
    header = f'msgid ""\nmsgstr ""\n"Language: {language or lang}\\n"\n"Plural-Forms: {plurals}\\n"\n'
    messages = "".join(f'\nmsgid "{message}"\nmsgstr "{text}"\n' for message, text in entries.items())
    path.write_text(header + messages, encoding="utf-8")
    return path


def site(folder, *codes):
    return SimpleNamespace(languages=[SimpleNamespace(code=code) for code in codes], folder=folder)


def test_the_files_of_a_language_are_one_catalogue_and_the_later_folder_wins(tmp_path):
    write(tmp_path / "ours", "it", {"Summary": "Sintesi", "Tags": "Temi"}, name="a")
    write(tmp_path / "ours", "it", {"Notes": "Note"}, name="b")
    write(tmp_path / "theme", "it", {"Tags": "Argomenti"})
    strings = load_catalogue("it", [tmp_path / "ours", tmp_path / "theme"])
    assert [strings.gettext(word) for word in ("Summary", "Tags", "Notes", "Draft")] == [
        "Sintesi",
        "Argomenti",
        "Note",
        "Draft",
    ]


def test_plurals_follow_the_header(tmp_path):
    path = write(tmp_path, "vi", {})
    path.write_text(
        path.read_text("utf-8") + '\nmsgid "%(n)s digest"\nmsgid_plural "%(n)s digests"\nmsgstr[0] "%(n)s bài"\n',
        "utf-8",
    )
    strings = load_catalogue("vi", [tmp_path])
    assert [strings.ngettext("%(n)s digest", "%(n)s digests", count) for count in (0, 1, 5)] == ["%(n)s bài"] * 3


def test_a_region_has_the_strings_of_its_language_and_its_own(tmp_path):
    write(tmp_path, "pt", {"Share": "Partilhar", "Tags": "Temas"})
    write(tmp_path, "pt_BR", {"Share": "Compartilhar"})
    strings = load_catalogue("pt-BR", [tmp_path])
    assert (strings.gettext("Share"), strings.gettext("Tags")) == ("Compartilhar", "Temas")
    assert load_catalogue("pt-PT", [tmp_path]).gettext("Share") == "Partilhar"
    assert languages_in(tmp_path) == ("pt", "pt-BR")


def test_fuzzy_and_missing_translations_stay_english_with_a_warning(tmp_path):
    path = write(tmp_path, "it", {"Tags": ""})
    path.write_text(path.read_text("utf-8") + '\n#, fuzzy\nmsgid "Notes"\nmsgstr "Noti"\n', "utf-8")
    catalogue = read_catalogue("it", [tmp_path], root=tmp_path)
    assert (catalogue.strings.gettext("Tags"), catalogue.strings.gettext("Notes")) == ("Tags", "Notes")
    name, hint = "it/LC_MESSAGES/daily.po", "translate it, and delete the word fuzzy"
    assert catalogue.problems == (
        Problem(
            name, 6, 1, "SITE-CATALOGUE", message("no translation, so readers get English"), hint, Severity.WARNING
        ),
        Problem(
            name,
            10,
            1,
            "SITE-CATALOGUE",
            "the translation is marked fuzzy, so readers get English",
            hint,
            Severity.WARNING,
        ),
    )
    assert load_catalogue("it", [tmp_path]).gettext("Tags") == "Tags"


def test_of_a_language_without_a_catalogue_the_strings_are_english_and_a_warning_names_the_path_to_create(tmp_path):
    write(tmp_path / "theme", "it", {"Tags": "Temi", "Notes": "Note"})
    write(tmp_path / "theme", "en", {"Tags": "Topics"})
    folders = [tmp_path / "theme", tmp_path / "no such folder"]
    catalogue = read_catalogue("pt-BR", folders, own=tmp_path / "locale", root=tmp_path)
    assert [catalogue.strings.gettext(word) for word in ("Tags", "Notes")] == ["Topics", "Notes"]
    assert "\n".join(map(str, catalogue.problems)) == (
        'locale/pt_BR/LC_MESSAGES/daily.po: SITE-CATALOGUE warning: no catalogue for the language "pt-BR", so readers '
        "get English — put a translated copy of theme/en/LC_MESSAGES/daily.po there"
    )


def test_a_publication_s_own_catalogue_adds_a_language_or_other_words(tmp_path):
    theme, own = tmp_path / "theme" / "locale", tmp_path / "locale"
    write(theme, "en", {"Tags": "Tags"})
    write(theme, "it", {"Tags": "Temi", "Notes": "Note"})
    write(own, "it", {"Tags": "Argomenti"})
    write(own, "pt", {"Tags": "Temas"})
    strings = load_catalogues(site(tmp_path, "it", "pt-BR"), tmp_path / "theme")
    assert [strings["it"].gettext(word) for word in ("Tags", "Notes")] == ["Argomenti", "Note"]
    assert strings["pt-BR"].gettext("Tags") == "Temas"
    assert strings["pt-BR"].plural(0) == 0  # none is singular in Portuguese, and plural in English


def test_a_publication_s_own_catalogue_that_is_not_read_is_a_warning(tmp_path):
    write(tmp_path / "theme" / "locale", "en", {"Tags": "Tags"})
    write(tmp_path / "locale", "en", {"Tags": "Topics"})
    write(tmp_path / "locale", "en", {"Tags": "Topics"}, name="messages")
    write(tmp_path / "locale", "english", {"Tags": "Topics"})
    hint = "rename its folder to a language of LANGUAGES, and the file to one of daily.po, puntina.po"
    assert list(map(str, catalogue_problems(site(tmp_path, "en"), tmp_path / "theme"))) == [
        f"locale/{path}: SITE-CATALOGUE warning: the catalogue is not read — {hint}"
        for path in ("en/LC_MESSAGES/messages.po", "english/LC_MESSAGES/daily.po")
    ]


def test_every_fault_of_every_language_comes_at_once(tmp_path):
    broken = write(tmp_path / "theme" / "locale", "it", {"Tags": "Temi"})
    broken.write_text(broken.read_text("utf-8").replace('"Temi"', '"Temi'), "utf-8")
    write(tmp_path / "theme" / "locale", "en", {"Updated %(date)s": "Updated"})
    with pytest.raises(Faults) as caught:
        load_catalogues(site(tmp_path, "it", "en"), tmp_path / "theme")
    assert str(caught.value).splitlines() == [
        (
            "theme/locale/en/LC_MESSAGES/daily.po:6:1: SITE-CATALOGUE %(date)s is missing in the translation"
            " — keep placeholders as they are"
        ),
        (
            'theme/locale/it/LC_MESSAGES/daily.po:7:1: SITE-CATALOGUE the text is not in quotes — write " at its beginning and end, and \\" for one inside'
        ),
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (
            b'msgid ""\nmsgstr ""\n\nmsgid "x"\nmsgstr "\xe8"\n',
            "it/LC_MESSAGES/daily.po:5:1: SITE-CATALOGUE the file is not UTF-8 — save it as UTF-8",
        ),
        (
            b'msgid ""\nmsgstr ""\n"Language: it\\n"\n"Plural-Forms: nplurals=2; plural=(m != 1);\\n"\n',
            (
                'it/LC_MESSAGES/daily.po:4:1: SITE-CATALOGUE Plural-Forms can\'t be used: invalid token in plural form: m — write "Plural-Forms: nplurals=2; plural=(n != 1);\\n"'
            ),
        ),
    ],
)
def test_a_file_that_gettext_cannot_use_is_a_problem(tmp_path, content, problem):
    write(tmp_path, "it", {}).write_bytes(content)
    with pytest.raises(Faults) as caught:
        load_catalogue("it", [tmp_path], root=tmp_path)
    assert str(caught.value) == problem


@pytest.mark.parametrize(
    ("put", "what"),
    [(Path.mkdir, "Is a directory"), (lambda path: path.symlink_to("gone"), "No such file or directory")],
)
def test_what_is_no_file_is_a_problem(tmp_path, put, what):
    path = write(tmp_path, "it", {})
    path.unlink()
    put(path)
    with pytest.raises(Faults) as caught:
        load_catalogue("it", [tmp_path], root=tmp_path)
    assert str(caught.value) == (
        f"it/LC_MESSAGES/daily.po: SITE-CATALOGUE can't be read: {what} — put the file itself there"
    )


def test_messages_that_a_catalogue_does_not_have_are_a_warning(tmp_path):
    folder = tmp_path / "theme" / "locale"
    write(folder, "en", {word: word for word in ("Share", "Tags", "Notes")})
    write(folder, "it", {"Tags": "Temi"})
    assert "\n".join(map(str, catalogue_problems(site(tmp_path, "en", "it"), tmp_path / "theme"))) == (
        'theme/locale/it/LC_MESSAGES/daily.po: SITE-CATALOGUE warning: no "Share" and 1 more, so readers get English'
        " — copy from theme/locale/en/LC_MESSAGES/daily.po"
    )


def test_a_catalogue_that_is_still_english_is_a_warning(tmp_path):
    folder = tmp_path / "theme" / "locale"
    english = {word: word for word in ("Share this", "All tags", "Notes")}
    write(folder, "en", english)
    write(folder, "it", english | {"Notes": "Note"})
    assert "\n".join(map(str, catalogue_problems(site(tmp_path, "en", "it"), tmp_path / "theme"))) == (
        "theme/locale/it/LC_MESSAGES/daily.po: SITE-CATALOGUE warning: 2 of 2 messages are still in English — translate them into it"
    )
    write(folder, "it", english | {"Share this": "Condividi", "Notes": "Note"})
    assert catalogue_problems(site(tmp_path, "en", "it"), tmp_path / "theme") == ()


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path):
    path = write(tmp_path, "it", {"Tags": "Temi"})
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_catalogue("it", [tmp_path]).gettext("Tags") == "Temi"


def test_no_compiled_file_is_left_on_the_disk(tmp_path):
    path = write(tmp_path, "it", {"Tags": "Temi"})
    load_catalogue("it", [tmp_path])
    assert [found for found in tmp_path.rglob("*") if found.is_file()] == [path]


def test_a_theme_without_strings_has_those_of_the_plugins(tmp_path):
    loaded = load_catalogues(site(tmp_path, "it", "vi"), tmp_path / "simple")
    assert {code: strings.gettext("Notes") for code, strings in loaded.items()} == {"it": "Note", "vi": "Chú thích"}


def test_our_own_catalogues_are_sound_and_complete():
    root = Path(__file__).parents[3]
    assert languages_in(STRINGS) == ("ar", "de", "en", "it", "vi")
    assert catalogue_problems(site(root, *languages_in(STRINGS)), root / "themes" / "daily") == ()
