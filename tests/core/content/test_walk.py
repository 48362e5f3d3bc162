"""The content folder: which files are digests, and what can't be there: links, folders, what can't be read."""

import contextlib
import os
import re
from pathlib import Path

import pytest

from puntina.core.content.walk import walk
from tests.core.checks.contents import lines, text, write

HERE = "put the file itself here"


def test_digests_and_other_files_come_sorted(tmp_path):
    names = [
        "it/2025/b.md",
        "it/2025/a.md",
        "it/2025/a.jpg",
        "en/a.md",
        "a.md",
        "media/b.png",
        "media/deep/a.pdf",
        "vi/pages/a.md",
    ]
    found = walk(write(tmp_path, dict.fromkeys(names, "x")))
    assert found.digests == ("a.md", "en/a.md", "it/2025/a.md", "it/2025/b.md", "vi/pages/a.md")
    assert found.files == ("it/2025/a.jpg", "media/b.png", "media/deep/a.pdf")
    assert found.problems == ()


@pytest.mark.parametrize(
    ("target", "what"),
    [
        ("../../outside.md", "a link to outside the content folder"),
        ("../..", "a link to outside the content folder"),
        ("none.md", "a broken link"),
        ("link.md", "a broken link"),
        ("2025", "a link to a folder"),
    ],
)
def test_a_link_that_is_no_text_at_its_place_is_refused(tmp_path, target, what):
    (tmp_path / "outside.md").write_text(text(), "utf-8")
    site = write(tmp_path, {"it/2025/a.md": text()})
    (site.content / "it/link.md").symlink_to(target)
    assert [str(problem) for problem in walk(site).problems] == [
        f"content/it/link.md: FILE-LINK link.md is {what} — {HERE}"
    ]
    assert walk(site).digests == ("it/2025/a.md",)


def test_a_link_to_a_picture_of_ours_is_followed(tmp_path):
    site = write(tmp_path, {"media/a.jpg": "x"})
    (site.content / "media/b.jpg").symlink_to("a.jpg")
    assert (walk(site).files, walk(site).problems) == (("media/a.jpg", "media/b.jpg"), ())


def test_a_folder_behind_a_link_is_not_entered(tmp_path):
    site = write(tmp_path, {"it/a.md": text()})
    (site.content / "it/again").symlink_to(".", target_is_directory=True)
    assert walk(site).digests == ("it/a.md",)
    assert len(walk(site).problems) == 1


def test_the_content_folder_itself_may_be_a_link(tmp_path):
    site = write(tmp_path, {"it/a.md": text()})
    site.content.rename(tmp_path / "elsewhere")
    site.content.symlink_to("elsewhere", target_is_directory=True)
    (site.content / "it/b.md").symlink_to("a.md")
    assert (walk(site).digests, walk(site).problems) == (("it/a.md", "it/b.md"), ())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only where there are pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    site = write(tmp_path, {})
    os.mkfifo(site.content / "a.md")
    assert lines(tmp_path, {}) == [f"content/a.md: FILE-LINK a.md is neither a file nor a folder — {HERE}"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="only where there are devices")
def test_a_link_to_a_device_without_end_is_not_read(tmp_path):
    site = write(tmp_path, {})
    (site.content / "a.md").symlink_to("/dev/zero")
    assert lines(tmp_path, {}) == [f"content/a.md: FILE-LINK a.md is a link to outside the content folder — {HERE}"]


def test_a_file_that_can_t_be_read_is_named(tmp_path, monkeypatch):
    def refuse(path, *others):
        raise PermissionError(13, "Permission denied", path)

    site = write(tmp_path, {"it/2025/a.md": text()})
    monkeypatch.setattr("puntina.core.content.files.open", refuse, raising=False)
    assert lines(tmp_path, {}) == [
        "content/it/2025/a.md: FILE-READ the file can't be read (Permission denied) — make the file readable"
    ]
    assert site.content.is_dir()


def test_a_folder_that_can_t_be_read_is_named_and_the_others_are_read(tmp_path, monkeypatch):
    scandir = os.scandir

    def closed(path):
        if str(path).endswith("2024"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    site = write(tmp_path, {"it/2024/a.md": text(), "it/2025/a.md": text()})
    monkeypatch.setattr(os, "scandir", closed)
    found = walk(site)
    assert [str(problem) for problem in found.problems] == [
        "content/it/2024: FILE-READ the folder can't be read (Permission denied) — make the folder readable"
    ]
    assert found.digests == ("it/2025/a.md",)


def test_every_file_comes_with_what_the_system_knows_of_it(tmp_path):
    site = write(tmp_path, {"it/a.md": text(), "media/a.jpg": "xyz", "media/.hidden": "x", "it/a.txt": "x"})
    (site.content / "media/b.jpg").symlink_to("a.jpg")
    stats = walk(site).stats
    assert {path: stat.st_size for path, stat in stats.items()} == {
        "it/a.md": len(text().encode()),
        "media/a.jpg": 3,
        "media/b.jpg": 3,
    }
    assert stats["it/a.md"] == (site.content / "it/a.md").stat()
    assert stats["media/b.jpg"] == (site.content / "media/a.jpg").stat()


class Entry:
    """Stands for a file of a folder whose state can't be asked for."""

    def __init__(self, entry, error):
        self._entry, self.stat = entry, error

    def __getattr__(self, name):
        return getattr(self._entry, name)


@pytest.mark.parametrize(
    ("error", "found"),
    [
        (FileNotFoundError(2, "No such file"), []),
        (
            PermissionError(13, "Permission denied"),
            ["content/a.md: FILE-READ the file can't be read (Permission denied) — make the file readable"],
        ),
    ],
)
def test_a_file_that_vanishes_is_passed_over_and_one_that_says_nothing_is_named(tmp_path, monkeypatch, error, found):
    def fail():
        raise error

    def scandir(path):
        with listing(path) as entries:
            files = [Entry(entry, fail) for entry in entries]
        return contextlib.nullcontext(files)

    site = write(tmp_path, {"a.md": text()})
    listing = os.scandir
    monkeypatch.setattr(os, "scandir", scandir)
    walked = walk(site)
    assert ([str(problem) for problem in walked.problems], walked.digests, walked.stats) == (found, (), {})


@pytest.mark.parametrize(
    ("statics", "files"),
    [
        (["media"], ["media/a.txt"]),
        (["media/"], ["media/a.txt"]),
        (["./media"], ["media/a.txt"]),
        (["a.txt"], ["a.txt"]),
        (["."], ["a.txt", "media/a.txt", "mediate/a.txt"]),
        ([], []),
    ],
)
def test_what_lies_in_a_static_folder_is_copied_whatever_it_is(tmp_path, statics, files):
    site = write(tmp_path, dict.fromkeys(["a.txt", "media/a.txt", "mediate/a.txt"], "x"), STATIC_PATHS=statics)
    assert list(walk(site).files) == files


@pytest.mark.parametrize("statics", [["media"], ["it/2025"], ["it/2025/later"], ["it/2025/press-release.md"], ["."]])
def test_names_that_are_known_to_be_fine_are_judged_as_all_others(tmp_path, monkeypatch, statics):
    names = ["press-release.md", "com10.md", "con-x.md", "aux.md", "lpt1.md", "0-9_a.md", "Upper-case.md", "a b c d.md"]
    folders = ["", "it/", "it/2025/", "it/2025/later/", "fr/2025/", "media/", "italia/", "drafts-of-mine/"]
    site = write(tmp_path, {f"{folder}{name}": "x" for folder in folders for name in names}, STATIC_PATHS=statics)
    (site.content / "it/2025/folder-name.md").mkdir()
    (site.content / "it/2025/linked-file.md").symlink_to("nowhere.md")
    found = walk(site)
    monkeypatch.setitem(walk.__globals__, "_FAULTLESS", re.compile("(?!)"))
    assert found == walk(site)
    assert found.digests or found.problems
