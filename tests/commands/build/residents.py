"""A publication that a resident builder builds, for tests."""

import shutil
from pathlib import Path

from puntina.commands.build.build_server import BuildServer, Built
from tests.site_builder import digest, publication, take_compiled, tree

A, B = "it/2025/a.md", "it/2025/b.md"
PAGE = "2025/09/a/index.html"


class Site:
    """A publication that a Resident builds, and what lies in its output."""

    def __init__(self, folder: Path, texts: dict[str, str], **settings: object) -> None:
        self.settings = publication(folder, texts, **settings)
        self.output = folder / "preview"
        self.content = folder / "content"
        self.resident = self.begin()

    def begin(self) -> BuildServer:
        return BuildServer(self.settings, {"OUTPUT_PATH": str(self.output), "PREVIEW": True})

    def build(self, *changed: str) -> tuple[Built, set[str], set[str]]:
        """Build; return what it says, and which files really have changed and gone."""
        before = self.tree()
        built = self.resident.build(frozenset(self.content / path for path in changed) if changed else None)
        after = self.tree()
        return built, {path for path, text in after.items() if before.get(path) != text}, before.keys() - after.keys()

    def clean(self) -> dict[str, bytes]:
        """Return what a build without anything from before makes of what lies there now."""
        folder = self.settings.parent
        overrides = {"OUTPUT_PATH": str(folder / "clean"), "CACHE_PATH": str(folder / "none"), "PREVIEW": True}
        take_compiled(folder / "none")
        assert BuildServer(self.settings, overrides).build(None).problems == ()
        made = tree(folder / "clean")
        shutil.rmtree(folder / "clean")
        return {path: text for path, text in made.items() if path != ".puntina"}

    def tree(self) -> dict[str, bytes]:
        return {path: text for path, text in tree(self.output).items() if path != ".puntina"}


CHANGED = digest("Primo", body="- Altro punto\n\n📌 Altra sintesi.\n")
