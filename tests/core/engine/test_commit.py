import pytest

from puntina.core.engine.commit import prune, remove, replace


def write(folder, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def tree(folder) -> dict[str, str]:
    """Return every file's text and every folder by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") if path.is_file() else "folder"
        for path in folder.rglob("*")
    }


@pytest.fixture
def folders(tmp_path):
    """Give a stage and an output folder."""
    for name in ("stage", "output"):
        (tmp_path / name).mkdir()
    return tmp_path / "stage", tmp_path / "output"


def test_made_files_take_their_places_and_gone_ones_leave_no_empty_folder(folders):
    stage, output = folders
    write(stage, a__b="new", c="new", d__e__f="new")
    write(output, a__b="old", c="old", x__y__z="old", a__k="kept")
    replace(stage, output, ["a/b", "c", "d/e/f"], ["x/y/z"])
    assert tree(output) == {
        "a": "folder", "a/b": "new", "a/k": "kept", "c": "new", "d": "folder", "d/e": "folder", "d/e/f": "new",
    }  # fmt: skip


def test_a_file_where_a_folder_was_and_a_folder_where_a_file_was(folders):
    stage, output = folders
    write(stage, a="new", b__c="new")
    write(output, a__c__d="old", b="old")
    replace(stage, output, ["a", "b/c"], ["a/c/d", "b"])
    assert tree(output) == {"a": "new", "b": "folder", "b/c": "new"}


def test_an_empty_folder_in_a_files_place_gives_way(folders):
    stage, output = folders
    write(stage, a="new")
    (output / "a" / "b").mkdir(parents=True)
    replace(stage, output, ["a"], [])
    assert tree(output) == {"a": "new"}


def test_what_is_gone_already_is_no_fault(folders):
    remove(folders[1], ["a/b", "c"])
    assert tree(folders[1]) == {}


def test_only_empty_folders_are_pruned(folders):
    _, output = folders
    write(output, a__b="kept")
    (output / "c" / "d").mkdir(parents=True)
    prune(output, ["c/d", "a"])
    assert tree(output) == {"a": "folder", "a/b": "kept"}
