"""The body of `puntina serve`: a server, a preview that keeps its folder up to date, and Ctrl-C to end both."""

import errno
import threading
import webbrowser
from pathlib import Path

from puntina.commands.serve.events import Hub
from puntina.commands.serve.folder import own_folder
from puntina.commands.serve.hosts import written
from puntina.commands.serve.preview import Preview
from puntina.commands.serve.server import Server
from puntina.core.digest import Faults
from puntina.core.digest.message import Message, message
from puntina.core.digest.reasons import reason_of
from puntina.core.locales.editors import Translator, translator
from puntina.core.reporting.language import editors_language
from puntina.core.reporting.report import report
from puntina.core.reporting.terminal import say, show

NO_PORT = message("ports are 0 to 65535")


def serve(settings_file: Path, *, host: str, port: int, open_browser: bool, published: bool = False) -> int:
    """Serves the preview, or what readers will get, until Ctrl-C.

    Returns the exit code: 1 where address or folder can't be had.
    """
    project, translated = settings_file.absolute().parent, translator(editors_language(settings_file))
    try:
        with own_folder(project) as folder:
            hub = Hub()
            server = _server(folder, host, port, hub, translated)
            if server is None:
                return 1
            preview = Preview(settings_file, server, hub, say=lambda text: say(translated(text)), published=published)
            return _serve(preview, server, translated, open_browser=open_browser, published=published)
    except Faults as faults:
        show(report(faults.problems, project, translated))
        return 1


def _server(folder: Path, host: str, port: int, hub: Hub, translated: Translator) -> Server | None:
    """The server; None where the address can't be had, which is said."""
    try:
        return Server(folder, host=host, port=port, hub=hub)
    except (OSError, OverflowError) as error:
        show([translated(refusal(error, host, port))])
        return None


def _serve(preview: Preview, server: Server, translated: Translator, *, open_browser: bool, published: bool) -> int:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        preview.start()
        say(translated(_ready(server.address, published=published)))
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


def _ready(url: str, *, published: bool) -> Message:
    if published:
        return message(
            "{url} — as readers will see it; changes are built when you save them; press Ctrl-C to stop", url=url
        )
    return message("{url} — drafts are shown; changes are built when you save them; press Ctrl-C to stop", url=url)


def refusal(error: Exception, host: str, port: int) -> Message:
    """Why the address can't be had, and the way out."""
    number = error.errno if isinstance(error, OSError) else None
    reason = reason_of(error.strerror) if isinstance(error, OSError) else NO_PORT
    url = f"http://{written(host)}:{port}"
    return message("serve: {url} can't be used ({reason}) — {hint}", url=url, reason=reason, hint=_hint(number, port))


def _hint(number: int | None, port: int) -> Message:
    if not number or number == errno.EADDRINUSE:
        return message("choose another: --port {port}", port=str(port + 1 if number else 8000))
    if number == errno.EACCES:
        return message("choose a port above 1023: --port 8000")
    return message("choose an address of this machine: --host 127.0.0.1")
