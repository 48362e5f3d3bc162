"""Whether the tools' sites are matched: as many pages, about as many bytes, and the same told to search engines."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.results import Built, Setup
from benchmarks.told import told

PAGES = {".html", ".xml"}
APART = 0.05  # of pages or bytes that two sites may differ by


def count_built(setup: Setup, tool: str, output: Path) -> Built:
    """The pages and feeds below a folder, and their bytes."""
    sizes = [path.stat().st_size for path in output.rglob("*") if path.suffix in PAGES and path.is_file()]
    return Built(setup, tool, len(sizes), sum(sizes), told(output))


def differences(every: Sequence[Built]) -> Iterator[str]:
    """A warning for each site that is not like the first of the same setup."""
    for built in every:
        model = next(each for each in every if each.setup == built.setup)
        if built.told != model.told:
            yield f"{built.tool} tells networks and search engines other things than {model.tool}: not the same work"
        for what, ours, theirs in (("pages", model.pages, built.pages), ("bytes", model.size, built.size)):
            if abs(theirs - ours) > APART * ours:
                yield f"{built.tool} made {theirs:,} {what} where {model.tool} made {ours:,}: not the same work"
