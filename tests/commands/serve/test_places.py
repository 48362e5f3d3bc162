import os

import pytest

from puntina.commands.serve.places import NOTHING, Found, address_of, find, place_below

FILES = (
    "index.html", "about.html", "2025/09/chip/index.html", "both.html", "both/index.html", "media/a.png",
    "città/index.html", "v1.0/index.html", "dati 100%?.csv", ".puntina", "empty/a.txt", "feed/index.xml", "feed/json/index.json",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    site = tmp_path / "site"
    for name in FILES:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name)
    (tmp_path / "secret.html").write_text("secret")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "index.html").write_text("secret")
    return site


@pytest.mark.parametrize(
    ("place", "file"),
    [
        ("", "index.html"),
        ("index.html", "index.html"),
        ("about", "about.html"),
        ("about.html", "about.html"),
        ("2025/09/chip/", "2025/09/chip/index.html"),
        ("2025/09/chip/index", "2025/09/chip/index.html"),
        ("both", "both.html"),
        ("both/", "both/index.html"),
        ("media/a.png", "media/a.png"),
        ("città/", "città/index.html"),
        ("dati 100%?.csv", "dati 100%?.csv"),
        ("feed/", "feed/index.xml"),
        ("feed/json/", "feed/json/index.json"),
    ],
)
def test_an_address_is_the_file_that_a_host_would_serve(folder, place, file):
    assert find(folder, place, root="/repo") == Found(folder / file)


@pytest.mark.parametrize(
    ("place", "query", "elsewhere"),
    [
        ("2025/09/chip", "", "/repo/2025/09/chip/"),
        ("v1.0", "v=1&w=2", "/repo/v1.0/?v=1&w=2"),
        ("città", "", "/repo/citt%C3%A0/"),
    ],
)
def test_a_folder_without_its_slash_is_elsewhere(folder, place, query, elsewhere):
    assert find(folder, place, root="/repo", query=query) == Found(elsewhere=elsewhere)


@pytest.mark.parametrize(
    "place",
    [
        "nothing", "nothing/", "about/", "about.html/", "media/", "media", "empty", "2025/", "INDEX.HTM",
        ".puntina", ".puntina/live.js", "/index.html", "2025//09/chip/", "./index.html", "media/./a.png",
        "../secret.html", "../secret", "..", "../", "../site/index.html", "media/../../secret.html",
        "..\\secret.html", "media\\a.png", "a\0b", "x" * 300, "/".join(["x"] * 3000), "\udcff",
    ],
)  # fmt: skip
def test_what_is_no_file_of_the_site_is_nothing(folder, place):
    assert find(folder, place, root="/repo") == NOTHING


def test_links_out_of_the_folder_are_nothing_and_links_inside_are_what_they_lead_to(folder):
    (folder / "out.html").symlink_to(folder.parent / "secret.html")
    (folder / "away").symlink_to(folder.parent / "outside")
    (folder / "loop.html").symlink_to("loop.html")
    (folder / "in.html").symlink_to("about.html")
    found = [find(folder, place, root="") for place in ("out.html", "out", "away/", "away", "loop", "in")]
    assert found == [NOTHING] * 5 + [Found(folder / "in.html")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_nothing_as_reading_it_would_never_end(folder):
    os.mkfifo(folder / "pipe.html")
    assert find(folder, "pipe.html", root="") == NOTHING


@pytest.mark.parametrize(
    ("target", "root", "place"),
    [
        ("/", "", ""),
        ("/a/?v=1#x", "", "a/"),
        ("/citt%C3%A0/", "", "città/"),
        ("/100%25", "", "100%"),
        ("/%252e", "", "%2e"),
        ("/repo/a", "/repo", "a"),
        ("/repo/", "/repo", ""),
        ("/repo", "/repo", None),
        ("/repository/", "/repo", None),
        ("/", "/repo", None),
        ("//evil.example/a", "", "/evil.example/a"),
        ("http://localhost:8000/a?b", "", "a"),
        ("*", "", None),
    ],
)
def test_a_target_is_decoded_once_and_taken_from_the_root(target, root, place):
    assert place_below(target, root) == place


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", "/repo/"),
        ("2025/09/chip/index.html", "/repo/2025/09/chip/"),
        ("about.html", "/repo/about.html"),
        ("my-index.html", "/repo/my-index.html"),
        ("theme/daily.css", "/repo/theme/daily.css"),
        ("città/index.html", "/repo/città/"),
    ],
)
def test_the_address_of_an_output_is_where_it_is_read(path, address):
    assert address_of(path, "/repo") == address
