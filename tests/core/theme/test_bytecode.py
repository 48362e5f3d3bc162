import os
from pathlib import Path

import pytest
from babel.support import NullTranslations

from puntina.core.theme.bytecode import CompiledTemplates, epoch_of
from puntina.core.theme.environment import theme_environment


class Strings(NullTranslations):
    def __init__(self, texts):
        super().__init__()
        self._catalog = texts

    def gettext(self, message):
        return self._catalog.get(message, message)


class Counting(CompiledTemplates):
    """Counts the templates that had to be compiled."""

    compiled = 0

    def dump_bytecode(self, bucket):
        self.compiled += 1
        super().dump_bytecode(bucket)


def page(tmp_path, *, lang="it", strings=None, assets=b"", template="page.html") -> tuple[str, int]:
    """Return the page and how many templates were compiled for it, in a new environment."""
    known = Strings(strings or {})
    kept = Counting(tmp_path / "kept", lang, epoch_of(known, assets))
    environment = theme_environment([str(tmp_path / "templates")], lang, known, str, kept)
    return environment.get_template(template).render(), kept.compiled


@pytest.fixture(autouse=True)
def templates(tmp_path):
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "page.html").write_text('{{ _("Summary") }} {% include "_part.html" %}')
    (folder / "_part.html").write_text("part")
    return folder


def test_what_is_compiled_once_is_not_compiled_again(tmp_path):
    assert page(tmp_path) == ("Summary part", 2)
    assert page(tmp_path) == ("Summary part", 0)


def test_a_changed_template_is_compiled_and_no_other(tmp_path, templates):
    page(tmp_path)
    (templates / "_part.html").write_text("another part")
    assert page(tmp_path) == ("Summary another part", 1)
    assert page(tmp_path) == ("Summary another part", 0)


def test_other_strings_languages_and_assets_are_other_templates(tmp_path):
    page(tmp_path)
    assert page(tmp_path, strings={"Summary": "Sintesi"}) == ("Sintesi part", 2)
    assert page(tmp_path, lang="vi", strings={"Summary": "Tóm tắt"}) == ("Tóm tắt part", 2)
    assert page(tmp_path, assets=b"other", strings={"Summary": "Sintesi"}) == ("Sintesi part", 2)


def test_old_versions_are_not_kept(tmp_path, templates):
    for n in range(5):
        (templates / "_part.html").write_text(f"part {n}")
        page(tmp_path)
    assert len(list((tmp_path / "kept").iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"short", bytes(200), b"\xff" * 5000])
def test_a_damaged_file_is_made_again(tmp_path, damage):
    page(tmp_path)
    for path in (tmp_path / "kept").iterdir():
        path.write_bytes(damage)
    assert page(tmp_path) == ("Summary part", 2)
    assert page(tmp_path) == ("Summary part", 0)


def test_a_file_with_one_bit_changed_is_made_again(tmp_path):
    page(tmp_path)
    for path in (tmp_path / "kept").iterdir():
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
    assert page(tmp_path) == ("Summary part", 2)


def test_a_file_of_another_template_is_not_taken_for_it(tmp_path, templates):
    page(tmp_path)
    first, second = sorted((tmp_path / "kept").iterdir())
    first.write_bytes(second.read_bytes())
    assert page(tmp_path) == ("Summary part", 1)


def test_a_place_that_can_t_be_written_to_is_done_without(tmp_path):
    (tmp_path / "kept").write_text("a file")
    assert page(tmp_path) == ("Summary part", 2)
    assert page(tmp_path) == ("Summary part", 2)


def test_nothing_is_left_besides(tmp_path):
    page(tmp_path)
    assert [path.name for path in (tmp_path / "kept").iterdir() if path.name.endswith(f".{os.getpid()}")] == []
    assert sorted(path.name for path in Path(tmp_path).iterdir()) == ["kept", "templates"]
