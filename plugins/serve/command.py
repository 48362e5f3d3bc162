"""The body of `invoke serve`: a server, a preview that keeps its folder up to date, and Ctrl-C to end both."""

import errno
import sys
import threading
import webbrowser
from pathlib import Path

from plugins.check.report import report
from plugins.check.terminal import show
from plugins.digest import Faults
from plugins.serve.events import Hub
from plugins.serve.folder import own_folder
from plugins.serve.hosts import written
from plugins.serve.preview import Preview
from plugins.serve.server import Server

HINTS = {
    errno.EADDRINUSE: "choose another: --port {next}",
    errno.EACCES: "choose a port above 1023: --port 8000",
}
HERE = "choose an address of this machine: --host 127.0.0.1"


def serve(settings_file: Path, *, host: str, port: int, open_browser: bool, published: bool = False) -> int:
    """Serves the preview, or what readers will get, until Ctrl-C.

    Returns the exit code: 1 where address or folder can't be had.
    """
    project = settings_file.absolute().parent
    try:
        with own_folder(project) as folder:
            return _serve(settings_file, folder, host=host, port=port, open_browser=open_browser, published=published)
    except Faults as faults:
        show(report(faults.problems, project))
        return 1


def _serve(settings_file: Path, folder: Path, *, host: str, port: int, open_browser: bool, published: bool) -> int:
    hub = Hub()
    try:
        server = Server(folder, host=host, port=port, hub=hub)
    except (OSError, OverflowError) as error:
        print(refusal(error, host, port), file=sys.stderr)
        return 1
    preview = Preview(settings_file, server, hub, say=_say, published=published)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        preview.start()
        shown = "as readers will see it" if published else "drafts are shown"
        _say(f"{server.address} — {shown}; a change is built as you save it; Ctrl-C ends")
        if open_browser:
            webbrowser.open(server.address)
        while True:
            preview.step()
    except KeyboardInterrupt:
        print()
    finally:
        preview.close()
        server.shutdown()
        server.server_close()
    return 0


def refusal(error: Exception, host: str, port: int) -> str:
    """Why the address can't be had, and the way out."""
    number = error.errno if isinstance(error, OSError) else None
    reason = error.strerror if isinstance(error, OSError) else "ports are 0 to 65535"
    hint = HINTS.get(number, HERE).format(next=port + 1) if number else "choose another: --port 8000"
    return f"serve: http://{written(host)}:{port} can't be used ({reason}) — {hint}"


def _say(line: str) -> None:
    print(line, flush=True)
