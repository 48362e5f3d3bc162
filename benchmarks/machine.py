"""What a benchmark was run on."""

import os
import platform
from pathlib import Path

GIB = 1024 * 1024  # KiB


def machine() -> str:
    """Processor, cores, memory, system and Python in one line."""
    info = Path("/proc/cpuinfo").read_text("utf-8")
    model = next((line.partition(":")[2].strip() for line in info.splitlines() if line.startswith("model name")), "")
    memory = int(Path("/proc/meminfo").read_text("utf-8").split()[1]) / GIB
    version = ".".join(platform.release().split(".")[:2])
    system = f"{platform.system()} {version}, Python {platform.python_version()}"
    return f"{model or platform.machine()}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GiB, {system}"


def file_system(folder: Path) -> str:
    """The kind of file system the folder is on, such as ext4."""
    mounts = (line.split() for line in Path("/proc/mounts").read_text("utf-8").splitlines())
    kinds = {Path(point): kind for _, point, kind, *_ in mounts}
    return next((kinds[each] for each in (folder.resolve(), *folder.resolve().parents) if each in kinds), "unknown")
