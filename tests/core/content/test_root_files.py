"""Files in content/root/ are at the site's root, hidden ones that hosts look for included, and in nothing else's place."""

import pytest

from puntina.commands.build import build
from puntina.commands.check.command import check
from puntina.core.content.walk import walk
from tests.core.checks.contents import lines, text, write
from tests.site_builder import ALL_PLUGINS, digest, hrefs, make, publication, tree

GIVEN = {
    "ads.txt": "ads",
    "app-ads.txt": "app",
    "CNAME": "news.example",
    "favicon.ico": b"\0icon",
    "apple-touch-icon.png": b"png",
    "humans.txt": "humans",
    "google123.html": "google-site-verification: google123.html",
    "BingSiteAuth.xml": "<users/>",
    ".nojekyll": "",
    ".well-known/security.txt": "Contact: mailto:a@news.example",
    ".well-known/deep/apple-app-site-association": "{}",
    "_headers": "/*",
}
LEFT = {".DS_Store": "x", "._ads.txt": "x", ".well-known/.DS_Store": "x", "ads.txt~": "x", ".ads.txt.swp": "x", "Thumbs.db": "x", ".gitkeep": ""}  # fmt: skip
FILES = {"it/2025/a.md": digest()} | {f"root/{path}": data for path, data in (GIVEN | LEFT).items()}
WANTED = {path: data if isinstance(data, bytes) else data.encode() for path, data in GIVEN.items()}


@pytest.mark.parametrize("engine", [True, False])
def test_they_are_at_the_root_of_the_site_byte_for_byte(tmp_path, engine):
    names = ALL_PLUGINS if engine else [name for name in ALL_PLUGINS if name != "puntina.core.engine"]
    files = tree(make(publication(tmp_path, FILES, PLUGINS=names)).folder)
    kept = {path: data for path, data in WANTED.items() if engine or path != ".nojekyll"}
    assert {path: data for path, data in files.items() if path in WANTED} == kept
    assert not {path for path in files if path.startswith("root/") or path in LEFT}


def test_a_changed_a_new_and_a_deleted_one_are_a_build_s_business(tmp_path):
    settings = publication(tmp_path, FILES)
    make(settings)
    root = tmp_path / "content/root"
    (root / "ads.txt").write_text("other")
    (root / ".well-known/new.txt").write_text("new")
    (root / "humans.txt").unlink()
    files = tree(make(settings).folder)
    assert (files["ads.txt"], files[".well-known/new.txt"]) == (b"other", b"new")
    assert "humans.txt" not in files
    (root / "robots.txt").write_text("mine")
    assert (check(settings), build(settings, next_step="")) == (1, 1)


def test_other_hidden_files_are_named_and_not_copied(tmp_path):
    site = write(
        tmp_path, {"root/.env": "secret", "root/.ssh/id": "key", "root/.well-known/.hidden": "", "root/a.txt": ""}
    )
    found = walk(site)
    assert found.files == ("root/a.txt",)
    assert [(each.path, each.code, str(each.severity)) for each in found.problems] == [
        (f"content/root/{name}", "FILE-STRAY", "warning") for name in (".env", ".ssh", ".well-known/.hidden")
    ]


def test_links_and_markdown_are_refused(tmp_path):
    (tmp_path / "content/root").mkdir(parents=True)
    (tmp_path / "content/root/passwd").symlink_to("/etc/passwd")
    (tmp_path / "content/root/folder").symlink_to(tmp_path)
    found = lines(tmp_path, {"root/README.md": text(), "root/con.txt": "x"})
    assert [line.split(" — ")[0] for line in found] == [
        "content/root/README.md: FILE-STRAY Markdown files are not published from this folder",
        "content/root/con.txt: FILE-NAME the name is a reserved name on Windows",
        "content/root/folder: FILE-LINK a link, or neither a file nor a folder",
        "content/root/passwd: FILE-LINK a link, or neither a file nor a folder",
    ]


TAKEN = {
    "robots.txt": "robots.txt is also written for robots.txt",
    "sitemap.xml": "sitemap.xml is also written for SITEMAP_URL",
    "feeds.opml": "feeds.opml is also written for FEED_OPML_URL",
    "404.html": "404.html is also written for the not-found page",
    "index.html": "index.html is also written for the home page",
    "en/index.html": "en/index.html is also written for the home page",
    "feed.css": "feed.css is also written for the style sheet of feeds",
    "edition/2025-09-02/index.html": "edition/2025-09-02/index.html is below /edition/, which is reserved: EDITIONS_URL, for editions",
    "lite/x.html": "lite/x.html is below /lite/, which is reserved: LITE_URL, for the lite edition",
    "pagefind/pagefind.js": "pagefind/pagefind.js is below /pagefind/, which is reserved: the index of the search",
    "a.html": "a.html is also written for content/it/2025/a.md",
    "a.html/b.txt": "a.html/b.txt is below a.html, a file of content/it/2025/a.md",
    "media/x.png": "media/x.png is also written by content/media/x.png",
}


@pytest.mark.parametrize("path", TAKEN)
def test_one_in_the_place_of_something_else_is_named(tmp_path, path):
    files = {"it/2025/a.md": text(id="a1b2c3d4e5f"), "media/x.png": b"x", f"root/{path}": "x"}
    changes = {"PLUGINS": ALL_PLUGINS, "EDITIONS_URL": "edition/", "LITE_URL": "lite/"}
    found = [line.split(" — ")[0] for line in lines(tmp_path, files, **changes) if "PATH-TWICE" in line]
    assert found == [f"content/root/{path}: PATH-TWICE {TAKEN[path]}"]


def test_robots_is_free_where_the_site_has_none_of_its_own(tmp_path):
    files = {"root/robots.txt": "x"}
    for changes in ({"SITEURL": "https://name.github.io/repo", "PLUGINS": ALL_PLUGINS}, {}):
        assert lines(tmp_path, files, **changes) == []


def test_two_that_are_one_but_for_case_are_named(tmp_path):
    found = lines(tmp_path, {"root/ADS.txt": "x", "root/ads.txt": "x"})
    assert [line.split(" — ")[0] for line in found] == [
        "content/root/ads.txt: PATH-TWICE ads.txt is also written by content/root/ADS.txt, apart from case or Unicode form (ADS.txt)"
    ]


def test_links_lead_to_them_where_they_are(tmp_path):
    files = {"it/2025/a.md": digest(body="- [a](../../root/ads.txt)\n- b\n\n📌 c\n"), "root/ads.txt": "x"}
    built = make(publication(tmp_path, files))
    assert "/ads.txt" in hrefs(built.html("2025/09/a/"), "a")
    assert built.bytes("ads.txt") == b"x"
    assert not (built.folder / "root").exists()


def test_an_alias_can_t_be_where_one_is(tmp_path):
    files = {
        "it/2025/a.md": text(header="title: T\ndate: 2025-09-02 07:30\naliases: [/google1.html]"),
        "root/google1.html": "x",
    }
    assert ["PATH-TWICE" in line for line in lines(tmp_path, files)] == [True]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("root", "FILE-FOLDER root is a file, but must be the folder of files for the site's root — make a folder of that name, and put the file into it"),
        ("Root/ads.txt", 'FILE-FOLDER the folder "Root" must be named "root" — rename the folder: root'),
    ],
)  # fmt: skip
def test_what_is_not_that_folder_but_is_called_so_is_an_error(tmp_path, path, said):
    problems = walk(write(tmp_path, {path: "x", "it/2025/a.md": text()})).problems
    assert [line.partition(": ")[2] for line in map(str, problems) if "FILE-FOLDER" in line] == [said]
