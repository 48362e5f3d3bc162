"""New files are written all or none, and never over another."""

import errno
import os
import stat

import pytest

from puntina.commands.importer.save import save_new


def tree(folder):
    """Every file below the folder with its text."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_are_written_in_utf_8_with_their_folders(tmp_path):
    save_new({tmp_path / "it/2025/a.md": "è\n", tmp_path / "it/2025/b.md": "b\n"})
    assert tree(tmp_path) == {"it/2025/a.md": "è\n".encode(), "it/2025/b.md": b"b\n"}


def test_a_new_file_has_the_usual_permissions(tmp_path):
    (tmp_path / "usual").write_text("x")
    save_new({tmp_path / "a.md": "a"})
    modes = {stat.S_IMODE(os.stat(tmp_path / name).st_mode) for name in ("usual", "a.md")}  # noqa: PTH116
    assert len(modes) == 1


def test_a_taken_name_stops_all_and_is_left_as_it_was(tmp_path):
    (tmp_path / "b.md").write_text("old")
    with pytest.raises(FileExistsError):
        save_new({tmp_path / "a.md": "a", tmp_path / "b.md": "b", tmp_path / "c.md": "c"})
    assert tree(tmp_path) == {"b.md": b"old"}


def test_a_dangling_link_counts_as_taken(tmp_path):
    (tmp_path / "a.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(FileExistsError):
        save_new({tmp_path / "a.md": "a"})
    assert not (tmp_path / "elsewhere.md").exists()


def test_without_hard_links_the_file_is_written_directly(tmp_path, monkeypatch):
    def no_links(source, target):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    (tmp_path / "b.md").write_text("old")
    save_new({tmp_path / "a.md": "a"})
    with pytest.raises(FileExistsError):
        save_new({tmp_path / "c.md": "c", tmp_path / "b.md": "b"})
    assert tree(tmp_path) == {"a.md": b"a", "b.md": b"old"}


def test_a_full_disk_leaves_nothing_behind(tmp_path, monkeypatch):
    real, calls = os.fsync, []

    def full(descriptor):
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save_new({tmp_path / "a.md": "a", tmp_path / "b.md": "b"})
    assert tree(tmp_path) == {}
