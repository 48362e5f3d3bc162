"""Publications for tests: written into a folder, built in this process or in one of their own, read back."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree
from selectolax.lexbor import LexborHTMLParser, LexborNode

from puntina.commands.build import build
from puntina.core.settings import load_settings
from tests import sharing

ROOT = Path(__file__).parents[1]
THEME = ROOT / "themes" / "daily"
SAMPLE = ROOT / "tests" / "fixtures" / "sample"  # a whole publication; that at the top is its editors' to change
ALL_PLUGINS = [
    f"puntina.{name}"
    for name in (
        "core.pelican", "summary", "share", "copyright", "translations", "listings", "feeds", "lite", "editions", "corrections", "metadata", "crawlers",
        "redirects", "images", "search", "core.views", "core.theme", "core.engine",
    )
]  # fmt: skip
SETTINGS: dict[str, Any] = {
    "SITENAME": "Notizie",
    "SITEURL": "https://news.example",
    "TIMEZONE": "Asia/Ho_Chi_Minh",
    "DEFAULT_LANG": "it",
    "LANGUAGES": {"it": "Fatti", "en": "Facts", "vi": "Sự kiện"},
    "CATEGORIES": {
        "world": {"it": "Mondo", "en": "World", "vi": "Thế giới"},
        "technology": {"it": "Tecnologia", "en": "Technology", "vi": "Công nghệ"},
    },
    "DEFAULT_CATEGORY": "world",
    "COPYRIGHT_HOLDER": "Notizie",
    "SHARE": ["x", "email", "copy", "native"],
    "DEFAULT_PAGINATION": 3,
    "FEED_ID_DOMAIN": "news.example",
    "FEED_ID_YEAR": 2025,
    "CUTOFF": "2026-01-01 00:00",
    "ARTICLE_URL": "{date:%Y}/{date:%m}/{slug}/",
    "PAGE_URL": "{slug}/",
    "CATEGORY_URL": "category/{slug}/",
    "TAG_URL": "tag/{slug}/",
    "AUTHOR_URL": "author/{slug}/",
    "ARCHIVES_URL": "archive/",
    "YEAR_ARCHIVE_URL": "{date:%Y}/",
    "TAGS_URL": "tags/",
    "LIST_PAGE_URL": "page/{number}/",
    "LITE_URL": "",  # which doubles the pages of a site; what is tested with it says so
    "EDITIONS_URL": "",  # likewise
    "PATH": "content",
    "OUTPUT_PATH": "output",
    "STATIC_PATHS": ["media"],
    "THEME": str(THEME),
    "PLUGINS": ALL_PLUGINS,
}
POINTS = "- Primo punto\n- Secondo punto\n\n📌 Sintesi.\n"


def digest(title: str = "Titolo", date: str = "2025-09-02 07:30", body: str = POINTS, **keys: object) -> str:
    """Return the text of a digest; other keys go into its front matter."""
    values = {"title": title, "date": date, **keys}
    header = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
    return f"---\n{header}\n---\n{body}"


def publication(folder: Path, texts: Mapping[str, str | bytes], **settings: object) -> Path:
    """Write a publication with these content files and return its settings file; None leaves a setting out."""
    for path, text in texts.items():
        target = folder / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode() if isinstance(text, str) else text)
    values = {name: value for name, value in (SETTINGS | settings).items() if value is not None}
    if sharing.FOLDER and values.get("THEME") == str(THEME) and "CACHE_PATH" not in values:
        take_compiled(folder / ".cache")
    return _settings_file(folder, values)


def _settings_file(folder: Path, values: Mapping[str, object]) -> Path:
    file = folder / "pelicanconf.py"
    file.write_text("".join(f"{name} = {value!r}\n" for name, value in values.items()), "utf-8")
    return file


def take_compiled(cache: Path) -> None:
    """Put the theme's compiled templates where a build of before would have left them: most of its time went there."""
    target = cache / "templates"
    if not target.exists():
        compiled = sharing.once("compiled", _compile) / ".cache" / "templates"
        shutil.copytree(compiled, target, copy_function=os.link)  # a build replaces them, and writes in none


def _compile(folder: Path) -> None:
    """Build a publication with pages of every kind, apart from whatever the test that came first has changed here."""
    pages = {name: f"{name}/{{slug}}/" for name in ("OUTLET_URL", "THREAD_URL")} | {
        "MONTH_ARCHIVE_URL": "{date:%Y}/{date:%m}/"
    }
    lists = {name: f"{name}/" for name in ("LITE_URL", "EDITIONS_URL", "CORRECTIONS_URL", "OUTLETS_URL")}
    text = digest(
        tags=["chip"], authors=["Anna"], thread="Chip", sources=[{"name": "Fonte", "url": "https://example.org/"}]
    )
    for lang in SETTINGS["LANGUAGES"]:
        (folder / "content" / lang / "2025").mkdir(parents=True)
        (folder / "content" / lang / "2025" / "a.md").write_text(text, "utf-8")
    done = run_apart(_settings_file(folder, SETTINGS | pages | lists))
    assert done.returncode == 0, done.stderr


def copy_of_sample(folder: Path) -> Path:
    """Copy the sample publication, with code and theme where a publication has them, and return its settings file."""
    ignore = shutil.ignore_patterns("__pycache__", "output", ".cache")
    for name in ("themes", "plugins"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    shutil.copytree(SAMPLE, folder, ignore=ignore, dirs_exist_ok=True)
    settings = folder / "pelicanconf.py"
    settings.write_text(settings.read_text("utf-8").replace("../../../", ""), "utf-8")
    return settings


@dataclass(frozen=True, slots=True)
class Built:
    """A site as built: its folder, and the address at which it will be served."""

    folder: Path
    address: str = "https://news.example"

    @property
    def root(self) -> str:
        """Return the path of the address: "" or "/some/repo"."""
        return urlsplit(self.address).path

    @property
    def pages(self) -> list[str]:
        """Return the paths of all HTML files, sorted."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    @property
    def full_pages(self) -> list[str]:
        """Return those of them that are not of the lite edition."""
        return [path for path in self.pages if not path.startswith("lite/")]

    @property
    def lite_pages(self) -> list[str]:
        """Return those that are."""
        return [path for path in self.pages if path.startswith("lite/")]

    def html(self, path: str) -> LexborHTMLParser:
        """Return a page by its path below the site: "" for home, "en/about/"."""
        return LexborHTMLParser(self.bytes(path))

    def xml(self, path: str) -> etree._Element:
        """Return the root of an XML file."""
        return etree.fromstring(self.bytes(path))

    def bytes(self, path: str) -> bytes:
        """Return the file that a host serves for the path."""
        return self.file(path).read_bytes()

    def file(self, path: str) -> Path:
        """Return where the file for the path is, there or not."""
        found = self.folder / unquote(path)
        return found / "index.html" if path.endswith("/") or not path else found

    def has(self, path: str) -> bool:
        """Return whether there is a file for the path."""
        return self.file(path).is_file()


def make(settings_file: Path, **overrides: object) -> Built:
    """Build a publication in this process; fails where the build does."""
    if settings_file.parent == SAMPLE:  # nothing of a test stays in the project
        overrides["CACHE_PATH"] = f"{overrides['OUTPUT_PATH']}.cache"
    assert build(settings_file, next_step="", overrides=overrides) == 0
    settings = dict(load_settings(settings_file)) | overrides
    return Built(settings_file.parent / str(settings["OUTPUT_PATH"]), str(settings["SITEURL"]))


BUILD = "import sys; from pathlib import Path; from puntina.commands.build import build; "
BUILD += "sys.exit(build(Path(sys.argv[1]), next_step='', overrides=eval(sys.argv[2])))"


def run_apart(
    settings_file: Path, *, cwd: Path = ROOT, overrides: Mapping[str, object] | None = None, **env: str
) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own, whose working folder holds the plugins; return what it said."""
    command = [sys.executable, "-c", BUILD, str(settings_file), repr(dict(overrides or {}))]
    return run(command, cwd=cwd, **env)


def run(command: list[str], *, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; return what it said."""
    environment = os.environ | {"PYTHONPATH": str(cwd / "plugins"), "PYTHONDONTWRITEBYTECODE": "1"} | env
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below the folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def words(node: LexborNode | None) -> str:
    """Return the node's text with single spaces; fails where there is no node."""
    assert node is not None
    return " ".join(node.text().split())


def texts(page: LexborHTMLParser | LexborNode, selector: str) -> list[str]:
    """Return the texts of all nodes that match."""
    return [words(node) for node in page.css(selector)]


def points_of(page: LexborHTMLParser) -> list[str]:
    """Return the texts of a digest's points, without the marks on those that are new; the marks are gone from the page."""
    for mark in page.css(".points .mark"):
        mark.decompose()
    return texts(page, "ul.points > li")


def hrefs(page: LexborHTMLParser | LexborNode, selector: str) -> list[str]:
    """Return the addresses of all links that match."""
    return [str(node.attributes["href"]) for node in page.css(selector)]


def entries(folder: Path) -> list[str]:
    """Return the names of what lies in a folder, without what Python and builds keep for the next time."""
    return sorted(path.name for path in folder.iterdir() if path.name not in {"__pycache__", ".cache"})
