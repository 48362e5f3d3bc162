"""The results in the docs: the section of docs/benchmarks.md between two marks, and the picture."""

from pathlib import Path

from benchmarks.picture import can_draw, draw
from benchmarks.results import Results
from benchmarks.tables import markdown

START, END = "<!-- results -->", "<!-- end of results -->"
PICTURE = Path("pictures", "bench.png")


def write_documents(results: Results, docs: Path) -> bool:
    """Writes both, and returns whether there is a picture: without matplotlib there is none."""
    drawn = can_draw()
    picture = f"\n![Seconds of each tool in each case]({PICTURE.as_posix()})\n" if drawn else ""
    page = docs / "benchmarks.md"
    page.write_text(with_results(page.read_text("utf-8"), f"{picture}\n{markdown(results)}\n"), "utf-8")
    if drawn:
        draw(results, docs / PICTURE)
    return drawn


def with_results(page: str, section: str) -> str:
    """The page with the section in place of what is between its marks."""
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n{section}{END}{after}"
