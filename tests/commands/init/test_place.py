"""The folder of a new publication: refused where anything is in it, written whole or not at all."""

import re

import pytest

from puntina.commands.init.place import refuse_taken, written
from puntina.core.digest import Faults

TEXTS = {"a/b/c.txt": b"c", "a/d.txt": b"d", "e.txt": b"e"}


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(folder):
    with pytest.raises(Faults) as caught:
        refuse_taken(folder)
    return str(caught.value).removeprefix("init: INIT-FOLDER ")


def test_a_folder_that_is_not_there_or_empty_or_a_fresh_clone_is_taken(tmp_path):
    refuse_taken(tmp_path / "new" / "deep")
    refuse_taken(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "LICENSE").write_text("MIT")
    refuse_taken(tmp_path)


def test_a_folder_with_anything_in_it_is_refused(tmp_path):
    hint = "name a new folder, or empty this one"
    (tmp_path / "README.md").touch()
    assert refused(tmp_path) == f"{tmp_path} is not empty: it contains README.md — {hint}"
    (tmp_path / ".env").touch()
    assert refused(tmp_path) == f"{tmp_path} is not empty: it contains .env and more, 2 entries — {hint}"


def test_a_file_and_what_is_below_one_is_refused(tmp_path):
    file = tmp_path / "file"
    file.touch()
    assert refused(file) == f"{file} can't be written: Not a directory — name another folder, or free disk space"
    assert (
        refused(file / "x") == f"{file}/x can't be written: Not a directory — name another folder, or free disk space"
    )


def test_a_folder_within_another_publication_is_refused(tmp_path):
    (tmp_path / "pelicanconf.py").touch()
    folder = tmp_path / "content" / "new"
    assert refused(folder) == f"{folder} is inside the publication {tmp_path} — name a folder elsewhere"


def test_a_link_into_another_publication_is_refused(tmp_path):
    (tmp_path / "outer" / "inner").mkdir(parents=True)
    (tmp_path / "outer" / "pelicanconf.py").touch()
    (tmp_path / "link").symlink_to(tmp_path / "outer" / "inner")
    assert (
        refused(tmp_path / "link")
        == f"{tmp_path}/link is inside the publication {tmp_path}/outer — name a folder elsewhere"
    )


def write(folder, texts=TEXTS):
    with written(folder, texts):
        pass


def test_all_files_are_written_beside_what_is_there(tmp_path):
    (tmp_path / "LICENSE").write_bytes(b"MIT")
    write(tmp_path)
    assert tree(tmp_path) == TEXTS | {"LICENSE": b"MIT"}
    write(tmp_path / "new" / "deep")
    assert tree(tmp_path / "new" / "deep") == TEXTS


@pytest.mark.parametrize("last", ["x" * 300, "e.txt/f"])
def test_where_one_file_cannot_be_written_none_is_left_and_no_folder(tmp_path, last):
    with pytest.raises(Faults, match=re.escape(f"{tmp_path}/new/deep can't be written: ")):
        write(tmp_path / "new" / "deep", {**TEXTS, last: b""})
    assert list(tmp_path.iterdir()) == []


def fail(folder, error):
    (folder / "output").mkdir()
    raise error


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_what_fails_afterwards_takes_everything_back(tmp_path, error):
    (tmp_path / "LICENSE").write_bytes(b"MIT")
    with pytest.raises(error), written(tmp_path, TEXTS):
        fail(tmp_path, error)
    assert tree(tmp_path) == {"LICENSE": b"MIT"}
    assert [path.name for path in tmp_path.iterdir()] == ["LICENSE"]
