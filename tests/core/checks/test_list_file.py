"""addresses.txt where it is no file, or can't be written: a problem, in every command that reads it."""

import os

import pytest

from puntina.commands.build import build
from puntina.commands.check.command import check, note_addresses
from tests.site_builder import digest, publication

FILES = {"it/2025/a.md": digest("A")}
NAME = "addresses.txt"


@pytest.fixture
def settings(tmp_path):
    return publication(tmp_path, FILES)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.mkdir(), "cannot be read: Is a directory"),
        (os.mkfifo, "cannot be read: Not a file"),
        (lambda path: path.symlink_to("/etc/passwd"), "cannot be read: A link out of the publication"),
        (lambda path: path.symlink_to(path), "cannot be read: Too many levels of symbolic links"),
        (lambda path: os.truncate(os.open(path, os.O_CREAT | os.O_RDWR), 1 << 40), "cannot be read: File too large"),
        (lambda path: path.symlink_to("nowhere"), "cannot be read: No such file or directory"),
    ],
)
def test_a_list_that_is_no_file_is_a_problem_everywhere(settings, make, said, capsys):
    make(settings.with_name(NAME))
    for command in (check, note_addresses, lambda file: build(file, next_step="")):
        assert command(settings) == 1
        assert f"addresses.txt: PATH-LIST the list of published URLs {said} — " in capsys.readouterr().err


def test_a_disk_that_is_full_leaves_the_list_as_it_was(settings, monkeypatch, capsys):
    assert note_addresses(settings) == 0
    before = settings.with_name(NAME).read_bytes()

    def full(self, *_, **__):
        self.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_text", full)
    assert note_addresses(settings) == 1
    assert "cannot be written: No space left on device" in capsys.readouterr().err
    assert settings.with_name(NAME).read_bytes() == before
    assert sorted(path.name for path in settings.parent.iterdir() if path.suffix == ".part") == []


def test_a_list_with_a_byte_order_mark_and_windows_line_ends_is_read(settings):
    assert note_addresses(settings) == 0
    file = settings.with_name(NAME)
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert check(settings) == 0


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"/a/ 1\n/caf\xe9/ 2\n", "addresses.txt:2:5: TEXT-UTF8 byte 0xe9 is not UTF-8 — "),
        ("/a/ 1\n".encode("utf-16"), "addresses.txt:1:1: TEXT-UTF8 the file is UTF-16 — "),
    ],
)
def test_a_list_in_another_encoding_is_a_problem_everywhere_and_stays_as_it_is(settings, data, said, capsys):
    settings.with_name(NAME).write_bytes(data)
    for command in (check, note_addresses, lambda file: build(file, next_step="")):
        assert command(settings) == 1
        assert said in capsys.readouterr().err
    assert settings.with_name(NAME).read_bytes() == data
