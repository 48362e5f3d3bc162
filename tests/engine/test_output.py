import pytest

from plugins.digest import Faults
from plugins.engine.output import Output, Queue


def queue(*outputs: tuple[str, str]) -> Queue:
    """Return a queue of outputs by path and origin, each of which says its origin."""
    made = Queue()
    for path, origin in outputs:
        made.add(Output(path, None, origin.encode, origin))
    return made


def said(found: pytest.ExceptionInfo[Faults]) -> list[str]:
    return [str(problem).split(" — ")[0] for problem in found.value.problems]


def test_outputs_are_written_with_their_folders_and_counted(tmp_path):
    assert queue(("a/b/c.html", "one"), ("d.xml", "two")).write(tmp_path) == 2
    assert (tmp_path / "a" / "b" / "c.html").read_bytes() == b"one"
    assert (tmp_path / "d.xml").read_bytes() == b"two"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a/index.html", "a/index.html"),
        ("A/index.html", "a/Index.html"),
        ("citta\u0300/index.html", "città/index.html"),
        ("straße.html", "STRASSE.html"),
    ],
)
def test_two_outputs_of_one_path_name_each_other_the_content_file_first(tmp_path, one, other):
    with pytest.raises(Faults) as found:
        queue((one, "the list tags"), (other, "content/it/a.md")).write(tmp_path)
    assert said(found) == [f"content/it/a.md: PATH-TWICE {other} is written by the list tags too"]
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_another_output_needs_a_folder_names_both(tmp_path):
    with pytest.raises(Faults) as found:
        queue(("a.d", "the list tags"), ("A.d/x/index.html", "content/it/a.md")).write(tmp_path)
    (line,) = said(found)
    assert line.startswith("content/it/a.md: PATH-TWICE ")
    assert "the list tags" in line
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("copied", ["media/chip.png", "media/chip.png/index.html"])
def test_an_output_in_the_place_of_a_copied_file_names_both(tmp_path, copied):
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "chip.png").write_bytes(b"png")
    with pytest.raises(Faults) as found:
        queue((copied, "content/it/chip.md")).write(tmp_path)
    assert said(found) == [f"content/it/chip.md: PATH-TWICE {copied}: media/chip.png is a file that is copied too"]
    assert (tmp_path / "media" / "chip.png").read_bytes() == b"png"


@pytest.mark.parametrize("path", ["../out.html", "a/../../out.html", "/etc/out.html", "a\\b.html", "x" * 256])
def test_a_path_that_leaves_the_output_is_refused(tmp_path, path):
    with pytest.raises(Faults) as found:
        queue((path, "content/it/a.md"), ("fine.html", "home")).write(tmp_path / "output")
    (line,) = said(found)
    assert line.startswith(f"content/it/a.md: PATH-OUT {path} is ")
    assert list(tmp_path.iterdir()) == []


def test_every_collision_is_reported_at_once(tmp_path):
    with pytest.raises(Faults) as found:
        queue(("a", "one.md"), ("a", "two.md"), ("b", "three.md"), ("b", "four.md"), ("a", "five.md")).write(tmp_path)
    assert said(found) == [
        "five.md: PATH-TWICE a is written by one.md too",
        "four.md: PATH-TWICE b is written by three.md too",
        "two.md: PATH-TWICE a is written by one.md too",
    ]
