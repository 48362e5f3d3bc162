"""The body of `invoke serve`: build, serve, and build again when files change."""

import multiprocessing
import signal
import sys
import threading
import webbrowser
from pathlib import Path
from typing import Any

from plugins.build import build
from plugins.check.command import load_site
from plugins.digest import Faults
from plugins.serve.server import server
from plugins.serve.watch import Changes, watching
from plugins.site import Site

PREVIEW = Path(".cache", "preview")  # never the output folder: drafts are in it


def serve(settings_file: Path, *, host: str, port: int, open_browser: bool) -> int:
    """Serves the preview until Ctrl-C; returns the exit code, 1 where the port is taken."""
    folder = settings_file.absolute().parent
    site = _site(settings_file)
    root = site.root if site else ""
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
    changes = Changes()
    # Before the first build, so that nothing that is saved meanwhile is missed.
    observer = watching(_folders(folder, site), [settings_file.absolute()], changes)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    overrides = {"SITEURL": address + root, "OUTPUT_PATH": str(preview), "PREVIEW": True}
    try:
        _build(settings_file, overrides)
        print(f"{address}{root}/ — drafts are shown; a change is built as you save it; Ctrl-C ends", flush=True)
        if open_browser:
            webbrowser.open(f"{address}{root}/")
        while True:
            changes.wait()
            _build(settings_file, overrides)
    except KeyboardInterrupt:
        print()
    finally:
        observer.stop()
        observer.join()
        made.shutdown()
        made.server_close()
    return 0


def _folders(folder: Path, site: Site | None) -> list[Path]:
    """What a page depends on, as far as it is there."""
    found = {folder / name for name in ("content", "themes", "plugins")}
    if site:
        found |= {site.content, folder / site.theme}
    every = sorted(path.resolve() for path in found if path.is_dir())
    return [path for path in every if not any(other in path.parents for other in every)]


def _build(settings_file: Path, overrides: dict[str, Any]) -> None:
    """Builds in a process of its own, so that changed code and settings count and a crash ends nothing."""
    process = multiprocessing.get_context("spawn").Process(target=_build_here, args=(settings_file, overrides))
    ours = signal.signal(signal.SIGINT, signal.SIG_IGN)  # inherited: Ctrl-C is answered here alone
    try:
        process.start()
    finally:
        signal.signal(signal.SIGINT, ours)
    try:
        process.join()
    except KeyboardInterrupt:
        process.terminate()
        process.join()
        raise


def _build_here(settings_file: Path, overrides: dict[str, Any]) -> None:
    sys.exit(build(settings_file, look="", overrides=overrides))


def _site(settings_file: Path) -> Site | None:
    """The publication; None where its settings are wrong, which the first build will say."""
    try:
        return load_site(settings_file)
    except Faults:
        return None
