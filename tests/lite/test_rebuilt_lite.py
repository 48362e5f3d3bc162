"""What an edit makes anew of the lite edition: what shows it, and nothing else."""

from puntina.commands.build import Options, run
from tests.site_builder import digest, publication

FILES = {f"it/2025/n{n}.md": digest(f"Titolo {n}", f"2025-08-{n:02} 08:00", id=f"n{n}") for n in range(1, 15)}


def edited(tmp_path, text: str) -> set[str]:
    """Return the lite pages that are made after the third digest has become another."""
    settings = publication(tmp_path, FILES, LITE_URL="lite/")
    run(settings, {}, Options())
    publication(tmp_path, {"it/2025/n3.md": text}, LITE_URL="lite/")
    done = run(settings, {}, Options())
    return {path for path in done.made_from.job._made if path.startswith("lite/")}


def test_a_body_makes_its_own_lite_page(tmp_path):
    made = edited(tmp_path, digest("Titolo 3", "2025-08-03 08:00", id="n3", body="- Altro\n\n📌 Altra.\n"))
    assert made == {"lite/2025/08/n3/index.html"}


def test_a_title_makes_its_own_lite_page_and_the_lists_that_show_it(tmp_path):
    made = edited(tmp_path, digest("Altro titolo", "2025-08-03 08:00", id="n3"))
    assert made == {"lite/2025/08/n3/index.html", "lite/index.html", "lite/category/world/index.html"}
