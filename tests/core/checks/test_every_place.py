"""Whatever a build writes, check knows of it: a file of an editor's in its place is an error."""

from puntina.commands.check.command import load_site
from puntina.core.checks.reading import read_content
from puntina.core.content.redirects import all_moved
from puntina.core.digest import errors
from tests.core.content.test_published import EVERYTHING, RICH
from tests.pictures import picture
from tests.site_builder import copy_of_sample, digest, make, publication, tree


def known(settings) -> None:
    """Fail where a build writes a file in whose place an editor could put another without being told."""
    site = load_site(settings)
    written = set(tree(make(settings).folder)) - {".puntina"}
    before = read_content(site)
    assert errors(before.problems) == ()
    aliases = {move.address.save_as for move in all_moved(before.digests, before.addresses, site)}
    for path in written:
        target = site.content / "root" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b"x")
    told = {problem.path for problem in read_content(site).problems if problem.code == "PATH-TWICE"}
    assert {path for path in written - aliases if f"content/root/{path}" not in told} == set()


def test_every_file_of_a_site_with_everything_has_its_place(tmp_path):
    own = digest("Figura", image={"file": "/media/x.png", "alt": "Figura"})
    files = {"it/2025/figure.md": own, "media/x.png": picture("PNG", 600, 400), "media/y/x.txt": b"x"}
    known(publication(tmp_path, {**RICH, **files}, **EVERYTHING | {"SEARCH": True}))


def test_so_has_every_file_of_a_site_in_a_theme_of_pelicans_with_a_page_of_a_template_alone(tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own/imprint.html").write_text("<!doctype html><html><title>{{ SITENAME }}</title></html>")
    settings = {"DIRECT_TEMPLATES": ["imprint"], "THEME_TEMPLATES_OVERRIDES": ["own"], "THEME": "simple"}
    known(publication(tmp_path, RICH, **EVERYTHING | {"LITE_URL": "", "EDITIONS_URL": "", **settings}))


def test_every_file_of_the_sample_has_its_place(tmp_path):
    known(copy_of_sample(tmp_path))
