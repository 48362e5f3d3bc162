from pathlib import Path

import pytest

from puntina.commands.build import build
from puntina.core.engine import stage
from puntina.core.engine.ownership import MARK, mark_as_ours
from tests.site_builder import digest, entries, make, publication, tree


def folder(path: Path, **files: str) -> Path:
    for name, text in files.items():
        target = path / name.replace("__", "/").replace("_txt", ".txt")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    path.mkdir(exist_ok=True)
    return path


def made(path: Path, **files: str) -> Path:
    """Write a folder that a build has made."""
    mark_as_ours(folder(path, **files))
    return path


def without_mark(path: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(path).items() if name != MARK}


def old_of(output: Path) -> Path:
    return output.with_name(f".{output.name}.old")


@pytest.fixture
def output(tmp_path):
    return tmp_path / "output"


def test_the_new_folder_takes_the_old_one_s_place(output):
    made(output, a_txt="old", gone_txt="old")
    new = folder(stage.stage_of(output), a_txt="new")
    stage.swap(new, output, ())
    assert tree(output) == {"a.txt": b"new"}
    assert sorted(path.name for path in output.parent.iterdir()) == ["output"]


def test_what_is_to_be_kept_is_carried_over_unless_the_build_made_it(output):
    made(output, _git__HEAD="kept", CNAME="old")
    new = folder(stage.stage_of(output), CNAME="new")
    stage.swap(new, output, ("_git", "CNAME", "missing"))
    assert tree(output) == {"_git/HEAD": b"kept", "CNAME": b"new"}


def test_where_the_new_folder_can_t_take_its_place_the_old_one_is_put_back(output, monkeypatch):
    folder(output, a_txt="old", kept_txt="kept")
    new = folder(stage.stage_of(output), a_txt="new")
    rename = Path.rename

    def refuse(self, target):
        if self == new:
            raise PermissionError("in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        stage.swap(new, output, ("kept.txt",))
    assert tree(output) == {"a.txt": b"old", "kept.txt": b"kept"}


# What a build that is killed leaves at each moment: output, old, stage; and what must be there after the next start.
MOMENTS = {
    "while it makes pages": (("a", "kept"), None, ("b",), ("a", "kept")),
    "between the two renames": (None, ("a", "kept"), ("b",), ("a", "kept")),
    "after both, before anything is carried over": (("b",), ("a", "kept"), None, ("b", "kept")),
    "after carrying over": (("b", "kept"), ("a",), None, ("b", "kept")),
    "while it clears the old one": (("b", "kept"), (), None, ("b", "kept")),
    "before the first site was there": (None, None, ("b",), None),
    "never": (("a", "kept"), None, None, ("a", "kept")),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_after_a_kill_the_output_is_the_old_or_the_new_one_with_all_that_is_kept(output, moment):
    there, old, new, expected = MOMENTS[moment]
    for path, names in ((output, there), (old_of(output), old), (stage.stage_of(output), new)):
        if names is not None:
            made(path, **{f"{name}_txt": name for name in names})
    stage.recover(output, ("kept.txt",))
    found = sorted(name.removesuffix(".txt") for name in without_mark(output)) if output.exists() else None
    assert found == (sorted(expected) if expected else None)
    assert [path.name for path in output.parent.iterdir() if path != output] == []


@pytest.mark.parametrize("name", [".output.old", ".output.new"])
def test_a_folder_of_someone_else_in_the_place_of_the_stage_is_refused_and_left_alone(tmp_path, capsys, name):
    settings = publication(tmp_path, {"it/2025/a.md": digest()})
    folder(tmp_path / name, thesis_txt="mine")
    assert build(settings, next_step="") == 1
    assert capsys.readouterr().err.splitlines()[0].startswith(f"{name}: OUTPUT-FOREIGN ")
    assert tree(tmp_path / name) == {"thesis.txt": b"mine"}
    assert not (tmp_path / "output").exists()


def test_a_folder_of_someone_else_is_refused_and_left_alone(tmp_path, capsys):
    settings = publication(tmp_path, {"it/2025/a.md": digest()})
    folder(tmp_path / "output", thesis_txt="mine")
    assert build(settings, next_step="") == 1
    assert capsys.readouterr().err.splitlines()[0].startswith("output: OUTPUT-FOREIGN ")
    assert tree(tmp_path / "output") == {"thesis.txt": b"mine"}
    assert entries(tmp_path) == ["content", "output", "pelicanconf.py"]


def test_an_empty_folder_and_one_of_ours_are_taken(tmp_path):
    settings = publication(tmp_path, {"it/2025/a.md": digest()}, OUTPUT_RETENTION=[".git"])
    (tmp_path / "output").mkdir()
    first = tree(make(settings).folder)
    folder(tmp_path / "output" / ".git", HEAD="ref")
    (tmp_path / "output" / "stray.txt").write_text("gone with the next build")
    assert tree(make(settings).folder) == first | {".git/HEAD": b"ref"}


@pytest.mark.parametrize("path", ["content", ".", "content/media", ".."])
def test_an_output_folder_that_would_overwrite_the_content_is_refused(tmp_path, path):
    settings = publication(tmp_path / "here", {"it/2025/a.md": digest()}, OUTPUT_PATH=path)
    before = tree(tmp_path)
    assert build(settings, next_step="") == 1
    assert tree(tmp_path) == before
