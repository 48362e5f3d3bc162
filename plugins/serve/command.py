"""The body of `invoke serve`: build, serve, and build again when files change."""

import multiprocessing
import sys
import threading
import webbrowser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from plugins.build import build
from plugins.check.command import load_site
from plugins.digest import Faults
from plugins.serve.server import server
from plugins.serve.watch import Changes, watching

PREVIEW = Path(".cache", "preview")  # never the output folder: drafts are in it


def serve(settings_file: Path, *, host: str, port: int, open_browser: bool) -> int:
    """Serves the preview until Ctrl-C; returns the exit code, 1 where the port is taken."""
    folder = settings_file.absolute().parent
    root = _root(settings_file)
    preview = folder / PREVIEW
    preview.mkdir(parents=True, exist_ok=True)
    address = f"http://{host}:{port}"
    try:
        made = server(preview, host=host, port=port, root=root)
    except OSError as error:
        print(
            f"serve: {address} can't be used ({error.strerror}) — choose another: --port {port + 1}",
            file=sys.stderr,
        )
        return 1
    overrides = {"SITEURL": address + root, "OUTPUT_PATH": str(preview), "PREVIEW": True}
    _build(settings_file, overrides)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    print(f"{address}{root}/ — drafts are shown; a change is built as you save it; Ctrl-C ends", flush=True)
    if open_browser:
        webbrowser.open(f"{address}{root}/")
    _follow(settings_file, overrides)
    made.shutdown()
    return 0


def _follow(settings_file: Path, overrides: dict[str, Any]) -> None:
    folder = settings_file.absolute().parent
    changes = Changes()
    observer = watching(
        [folder / name for name in ("content", "themes", "plugins") if (folder / name).is_dir()],
        [settings_file.absolute()],
        changes,
    )
    try:
        while True:
            changes.wait()
            _build(settings_file, overrides)
    except KeyboardInterrupt:
        print()
    finally:
        observer.stop()
        observer.join()


def _build(settings_file: Path, overrides: dict[str, Any]) -> None:
    """Builds in a process of its own, so that changed code and settings count and a crash ends nothing."""
    process = multiprocessing.get_context("spawn").Process(target=_build_here, args=(settings_file, overrides))
    process.start()
    process.join()


def _build_here(settings_file: Path, overrides: dict[str, Any]) -> None:
    sys.exit(build(settings_file, look="", overrides=overrides))


def _root(settings_file: Path) -> str:
    try:
        return load_site(settings_file).root
    except Faults as faults:
        print(faults, file=sys.stderr)
        return urlsplit("").path
