"""Builds by the code of a copied project: quickly, each as if in a process of its own, or by the command itself."""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.site_builder import ROOT

SERVER = Path(__file__).with_name("forge_server.py")
TAKEN = ("plugins", "themes", "requirements.txt", "tasks.py")
# Files of one size and second are told apart by no .pyc; what builds say is compared, in one language.
ENVIRONMENT = {"PYTHONDONTWRITEBYTECODE": "1", "PUNTINA_LANG": "en"}
PATIENCE = 120  # seconds that a small build may take before it counts as hanging


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended, and what it said."""

    code: int
    said: str


def project(folder: Path) -> Path:
    """Copy code, theme and tasks, without content and settings, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in TAKEN:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


@dataclass(slots=True)
class Forge:
    """Builds with the code in `code`, which is loaded when first needed and again after `close`."""

    code: Path
    server: "subprocess.Popen[str] | None" = field(default=None)

    def build(self, folder: Path, *, overrides: dict[str, object] | None = None, **wanted: Any) -> Outcome:
        """Build the publication in the folder."""
        server = self.server or self._start()
        said = self.code.with_name(f"{self.code.name}.said")  # the project's folder shall hold nothing of ours
        order = {"folder": str(folder), "said": str(said), "overrides": overrides or {}, "options": wanted}
        assert server.stdin
        assert server.stdout
        print(json.dumps(order), file=server.stdin, flush=True)
        if not select.select([server.stdout], [], [], PATIENCE)[0]:
            os.killpg(server.pid, signal.SIGKILL)
        code = int(server.stdout.readline() or -signal.SIGKILL)
        text = said.read_text("utf-8")
        said.unlink()
        return Outcome(code, text)

    def close(self) -> None:
        """End the process that has the code; the next build loads it anew."""
        if self.server:
            self.server.communicate()
            self.server = None

    def _start(self) -> "subprocess.Popen[str]":
        environment = os.environ | ENVIRONMENT | {"PYTHONPATH": f"{self.code / 'plugins'}{os.pathsep}{self.code}"}
        command = [sys.executable, "-P", str(SERVER)]
        self.server = subprocess.Popen(
            command,
            cwd=self.code,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,  # so that a build that hangs can be ended with all its workers
        )
        return self.server
