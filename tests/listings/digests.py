"""Content for tests of lists: Italian digests a day apart, four English ones, an old one, no Vietnamese one."""

from tests.site_builder import digest

CATEGORIES = ("technology", "world")


def texts_of(count: int) -> dict[str, str]:
    """Return the content files, with so many Italian digests: of two categories, authors and tags by turns."""
    files = {
        f"it/2025/n{n}.md": digest(
            f"Titolo {n}",
            f"2025-{8 if n < 8 else 9:02}-{n:02} 07:30",
            category=CATEGORIES[n % 2],
            tags=["Cina", f"solo {n}"] if n % 3 == 0 else ["chip"],
            author=["Anna", "Đặng Bình"][n % 2],
            id=f"n{n}",
        )
        for n in range(1, count + 1)
    }
    english = {f"en/2025/n{n}.md": digest(f"Title {n}", f"2025-09-0{n} 07:30", id=f"e{n}") for n in range(1, 5)}
    return files | english | {"it/2023/old.md": digest("Vecchio", "2023-12-31 23:30", id="old")}
