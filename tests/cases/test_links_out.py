"""What a link leads to out of the content is neither published nor written to, whatever the link's place is called."""

import pytest

from puntina.commands.build import build
from puntina.commands.check.command import check, note_addresses
from tests.site_builder import ALL_PLUGINS, digest, publication, tree

SECRET = b"not for readers"
FILES = {"it/2025/a.md": digest("A"), "media/good.txt.png": b"a file"}
SKIPPED = ["media/sub~/x", "media/x~", "media/.x", "media/.sub/x", "media/a/b~/c/x", "it/2025/b.md~", "media/sub~"]


def linked(folder, path, *, to_folder=False):
    """Write a publication in which the path leads to a file, or a folder, outside."""
    (folder / "outside").mkdir()
    (folder / "outside" / "x").write_bytes(SECRET)
    settings = publication(folder / "here", FILES)
    link = folder / "here" / "content" / path
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(folder / "outside" if to_folder else folder / "outside" / "x")
    return settings


@pytest.mark.parametrize("path", SKIPPED)
@pytest.mark.parametrize("engine", [True, False])
def test_a_link_out_in_what_is_passed_over_is_not_published(tmp_path, path, engine):
    settings = linked(tmp_path, path, to_folder=path == "media/sub~")
    if not engine:
        plugins = [name for name in ALL_PLUGINS if name != "puntina.core.engine"]
        settings.write_text(f"{settings.read_text('utf-8')}PLUGINS = {plugins!r}\n", "utf-8")
    assert (check(settings), build(settings, next_step="")) == (0, 0)
    assert not [found for found, data in tree(tmp_path / "here" / "output").items() if SECRET in data]
    assert (tmp_path / "here" / "output" / "media" / "good.txt.png").is_file()


@pytest.mark.parametrize("path", ["media/x", "media/sub/x.png", "it/2025/b.md", "media/sub", "x"])
def test_any_other_link_out_is_an_error(tmp_path, path, capsys):
    settings = linked(tmp_path, path, to_folder=path == "media/sub")
    assert (check(settings), build(settings, next_step="")) == (1, 1)
    assert capsys.readouterr().err.count(f"content/{path}: FILE-LINK ") == 2


def test_addresses_are_not_written_through_a_link(tmp_path, capsys):
    settings = publication(tmp_path / "here", FILES)
    (tmp_path / "outside.txt").write_bytes(SECRET)
    (tmp_path / "here" / "addresses.txt").symlink_to(tmp_path / "outside.txt")
    assert note_addresses(settings) == 1
    assert capsys.readouterr().err.startswith("addresses.txt: PATH-LIST ")
    assert (tmp_path / "outside.txt").read_bytes() == SECRET
