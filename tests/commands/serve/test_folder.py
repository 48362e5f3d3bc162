import pytest

from puntina.commands.serve.folder import own_again, own_folder
from puntina.core.digest import Faults
from puntina.core.engine.ownership import MARK


def test_each_server_has_a_folder_of_its_own_and_gives_it_back(tmp_path):
    with own_folder(tmp_path) as first:
        with own_folder(tmp_path) as second, own_folder(tmp_path) as third:
            assert all(folder.is_dir() for folder in (first, second, third))
            names = [folder.relative_to(tmp_path).as_posix() for folder in (first, second, third)]
        assert names == [".cache/preview", ".cache/preview-2", ".cache/preview-3"]
        with own_folder(tmp_path) as again:
            assert again == second
    with own_folder(tmp_path) as last:
        assert last == first
    assert sorted(path.name for path in (tmp_path / ".cache").iterdir()) == names_of(first, second, third)


def names_of(*folders):
    return sorted(folder.name for folder in folders)


def test_where_no_folder_can_be_had_that_is_a_problem(tmp_path):
    (tmp_path / ".cache").write_text("a file")
    with pytest.raises(Faults) as caught, own_folder(tmp_path):
        pass
    assert [problem.code for problem in caught.value.problems] == ["OUTPUT-WRITE"]


@pytest.mark.parametrize("link", [False, True])
def test_a_folder_of_somebody_else_s_files_is_none_for_a_preview(tmp_path, link):
    other = tmp_path / "elsewhere" if link else tmp_path / ".cache" / "preview"
    other.mkdir(parents=True)
    (other / "thesis.txt").write_text("mine")
    if link:
        (tmp_path / ".cache").mkdir()
        (tmp_path / ".cache" / "preview").symlink_to(other)
    with own_folder(tmp_path) as folder:
        assert folder.name == "preview-2"
        own_again(folder)
    assert (other / "thesis.txt").read_text() == "mine"


def test_what_is_a_preview_stays_and_what_is_none_goes(tmp_path):
    with own_folder(tmp_path) as folder:
        (folder / "index.html").write_text("half a preview")
        own_again(folder)
        assert not folder.exists()
        folder.mkdir()
        (folder / MARK).write_text("")
        (folder / "index.html").write_text("a preview")
        own_again(folder)
        assert (folder / "index.html").read_text() == "a preview"
