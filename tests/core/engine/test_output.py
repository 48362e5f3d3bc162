import pytest

from puntina.core.digest import Faults
from puntina.core.engine.output import Output, Queue


def queue(*outputs: tuple[str, str]) -> Queue:
    """Return a queue of outputs by path and origin, each of which says its origin."""
    made = Queue()
    for path, origin in outputs:
        made.add(Output(path, None, origin.encode, origin))
    return made


def said(found: pytest.ExceptionInfo[Faults]) -> list[str]:
    return [str(problem).split(" — ")[0] for problem in found.value.problems]


def test_outputs_that_do_not_collide_come_in_the_order_in_which_they_were_added(tmp_path):
    outputs = queue(("d.xml", "two"), ("a/b/c.html", "one")).checked(tmp_path)
    assert [(output.path, output.make()) for output in outputs] == [("d.xml", b"two"), ("a/b/c.html", b"one")]


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
        queue((one, "the list tags"), (other, "content/it/a.md")).checked(tmp_path)
    assert said(found) == [f"content/it/a.md: PATH-TWICE {other} is also written by the list tags"]
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_another_output_needs_a_folder_names_both(tmp_path):
    with pytest.raises(Faults) as found:
        queue(("a.d", "the list tags"), ("A.d/x/index.html", "content/it/a.md")).checked(tmp_path)
    (line,) = said(found)
    assert line.startswith("content/it/a.md: PATH-TWICE ")
    assert "the list tags" in line
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("written", ["media/chip.png", "media/chip.png/index.html"])
def test_an_output_in_the_place_of_a_file_that_another_plugin_has_written_names_both(tmp_path, written):
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "chip.png").write_bytes(b"png")
    with pytest.raises(Faults) as found:
        queue((written, "content/it/chip.md")).checked(tmp_path)
    assert said(found) == [
        f"content/it/chip.md: PATH-TWICE {written}: another plugin has also written the file media/chip.png"
    ]
    assert (tmp_path / "media" / "chip.png").read_bytes() == b"png"


@pytest.mark.parametrize("path", ["../out.html", "a/../../out.html", "/etc/out.html", "a\\b.html", "x" * 256])
def test_a_path_that_leaves_the_output_is_refused(tmp_path, path):
    with pytest.raises(Faults) as found:
        queue((path, "content/it/a.md"), ("fine.html", "home")).checked(tmp_path / "output")
    (line,) = said(found)
    assert line.startswith(f"content/it/a.md: PATH-OUT {path} is ")
    assert list(tmp_path.iterdir()) == []


def test_every_collision_is_reported_at_once(tmp_path):
    with pytest.raises(Faults) as found:
        queue(("a", "one.md"), ("a", "two.md"), ("b", "three.md"), ("b", "four.md"), ("a", "five.md")).checked(tmp_path)
    assert said(found) == [
        "five.md: PATH-TWICE a is also written by one.md",
        "four.md: PATH-TWICE b is also written by three.md",
        "two.md: PATH-TWICE a is also written by one.md",
    ]
