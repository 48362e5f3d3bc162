"""What becomes of each file of a publication in an upgrade."""

from hashlib import sha256

import pytest

from puntina.commands.upgrade.plan import Kind, changes

BASE = b"one\ntwo\nthree\nfour\nfive\n"
NEW = BASE.replace(b"five", b"FIVE")
EDITED = BASE.replace(b"one", b"ONE")
BOTH = EDITED.replace(b"five", b"FIVE")
CLASH = BASE.replace(b"five", b"cinque")


def planned(folder, here, *, known=BASE, before=BASE, after=NEW):
    """Return kind and bytes of the one change there is, None for none."""
    path = folder / "a.txt"
    if here is not None:
        path.write_bytes(here)
    written = {} if known is None else {"a.txt": sha256(known).hexdigest()}
    sides = [{} if side is None else {"a.txt": side} for side in (before, after)]
    found = [(change.kind, change.data) for change in changes(folder, written, *sides)]
    assert len(found) <= 1
    return found[0] if found else None


def crlf(data):
    return data.replace(b"\n", b"\r\n")


@pytest.mark.parametrize(
    ("here", "change"),
    [
        (BASE, (Kind.UPDATED, NEW)),
        (crlf(BASE), (Kind.UPDATED, crlf(NEW))),
        (EDITED, (Kind.MERGED, BOTH)),
        (crlf(EDITED), (Kind.MERGED, crlf(BOTH))),
        (CLASH, (Kind.CONFLICT, None)),
        (NEW, None),  # somebody has made the change already
        (crlf(NEW), None),
        (BOTH, None),
        (None, None),  # deleted, and it stays so
    ],
)
def test_a_file_that_both_versions_write(tmp_path, here, change):
    assert planned(tmp_path, here) == change


@pytest.mark.parametrize("here", [BASE, EDITED, CLASH, None])
def test_a_file_that_both_versions_write_alike_stays_whatever_was_edited(tmp_path, here):
    assert planned(tmp_path, here, after=BASE) is None


@pytest.mark.parametrize(
    ("here", "change"), [(None, (Kind.ADDED, NEW)), (NEW, None), (crlf(NEW), None), (BASE, (Kind.CONFLICT, None))]
)
def test_a_file_that_is_new_in_the_other_version(tmp_path, here, change):
    assert planned(tmp_path, here, known=None, before=None) == change


@pytest.mark.parametrize(
    ("here", "change"), [(BASE, (Kind.REMOVED, None)), (crlf(BASE), (Kind.REMOVED, None)), (EDITED, (Kind.KEPT, None)), (None, None)]
)  # fmt: skip
def test_a_file_that_the_other_version_does_not_write(tmp_path, here, change):
    assert planned(tmp_path, here, after=None) == change


@pytest.mark.parametrize(("known", "before"), [(None, BASE), (BASE, None)])
def test_a_file_that_only_this_version_writes_or_only_a_third_one_wrote_is_nobodys(tmp_path, known, before):
    assert planned(tmp_path, BASE, known=known, before=before, after=None) is None


def test_where_nobody_knows_what_was_written_an_edited_file_is_a_conflict(tmp_path):
    assert planned(tmp_path, EDITED, before=CLASH) == (Kind.CONFLICT, None)
    assert planned(tmp_path, BASE, before=CLASH) == (Kind.UPDATED, NEW)


def test_the_diff_of_a_merge_is_what_changes_here_and_that_of_a_conflict_what_changed_there(tmp_path):
    for here, removed in ((EDITED, "-five"), (CLASH, "-five")):
        (tmp_path / "a.txt").write_bytes(here)
        [change] = changes(tmp_path, {"a.txt": sha256(BASE).hexdigest()}, {"a.txt": BASE}, {"a.txt": NEW})
        lines = [line for line in change.diff if line[:1] in "+-" and not line.startswith(("+++", "---"))]
        assert lines == [removed, "+FIVE"]


def test_a_picture_is_replaced_whole_and_has_no_diff(tmp_path):
    old, new, own = b"\x89PNG\0old\r\n", b"\x89PNG\0new\n", b"\x89PNG\0own"
    assert planned(tmp_path, old, known=old, before=old, after=new) == (Kind.UPDATED, new)
    (tmp_path / "a.txt").write_bytes(own)
    [change] = changes(tmp_path, {"a.txt": sha256(old).hexdigest()}, {"a.txt": old}, {"a.txt": new})
    assert (change.kind, change.diff) == (Kind.CONFLICT, ())


def test_without_git_an_edited_file_is_a_conflict(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert planned(tmp_path, EDITED) == (Kind.CONFLICT, None)
