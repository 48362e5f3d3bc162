"""A site built for readers, but to be looked at on this machine."""

import pytest

from puntina.commands.build import build
from puntina.commands.build.local import at_origin, local_address
from tests.site_builder import SETTINGS, digest, publication


def settings_of(folder, address: str, here: str = "http://127.0.0.1:8000"):
    publication(folder, {"it/2025/a.md": digest(), "it/2025/b.md": digest("B", status="draft")}, SITEURL=here)
    file = folder / "publishconf.py"
    values = SETTINGS | {"SITEURL": address}
    file.write_text("".join(f"{name} = {value!r}\n" for name, value in values.items()), "utf-8")
    return file


@pytest.mark.parametrize(
    ("address", "here", "expected"),
    [
        ("https://news.org", "http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("", "http://localhost:9000", "http://localhost:9000"),
        ("http://[::1]:9000/x", "http://127.0.0.1:8000", "http://[::1]:9000/x"),
        ("https://news.org", "https://news.org", "http://127.0.0.1:8000"),
    ],
)
def test_the_address_is_one_of_this_machine(tmp_path, address, here, expected):
    assert local_address(settings_of(tmp_path, address, here)) == expected


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8000",
        "http://localhost",
        "http://127.1.2.3",
        "http://x.localhost.",
        "http://[::1]",
        "http://0.0.0.0:1",
    ],
)
def test_without_the_option_an_address_of_this_machine_is_refused(tmp_path, capsys, address):
    file = settings_of(tmp_path, address)
    assert build(file, next_step="") == 1
    assert "which only this machine can reach" in capsys.readouterr().err
    assert not (tmp_path / "output").exists()
    assert build(file, next_step="", overrides={"SITEURL": local_address(file)}) == 0
    assert (tmp_path / "output/2025/09/a/index.html").is_file()
    assert not list((tmp_path / "output").rglob("b/index.html"))


def test_the_site_is_served_below_the_path_that_readers_know(tmp_path):
    origin = "http://127.0.0.1:8000"
    assert at_origin(settings_of(tmp_path, "https://name.github.io/repo/"), origin, "") == f"{origin}/repo"
    assert at_origin(settings_of(tmp_path, ""), origin, "/old") == origin
    (tmp_path / "publishconf.py").write_text("x =")
    assert at_origin(tmp_path / "publishconf.py", origin, "/old") == f"{origin}/old"
    assert local_address(tmp_path / "publishconf.py") == origin
