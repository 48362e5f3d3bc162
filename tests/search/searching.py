"""A publication whose readers can search, built and served on this machine, and a reader who does."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from puntina.commands.serve.server import server
from tests.site_builder import Built, digest, make, publication

DONE = re.compile(r"[.\d]$")  # how the status ends when a search has; while one goes on, in "…"
DA_NANG = "- Trung tâm dữ liệu mới ở Đà Nẵng.\n- Đường sắt đi qua Huế.\n\n📌 Thành phố có trung tâm dữ liệu.\n"
TEXTS = {
    "vi/2025/da-nang.md": digest("Điện cho máy tính", "2025-09-02 07:30", DA_NANG, category="technology"),
    "vi/2025/lua.md": digest("Giá lúa gạo", "2025-09-01 08:00", "- Gạo rẻ hơn.\n\n📌 Gạo rẻ.\n", category="world"),
    "vi/2025/nhap.md": digest("Bản nháp Đà Nẵng", "2025-09-02 08:30", DA_NANG, status="draft"),
    "vi/2025/an.md": digest("Bài ẩn Đà Nẵng", "2025-09-02 09:30", DA_NANG, status="hidden"),
    "vi/2030/sau.md": digest("Đà Nẵng sau này", "2030-09-02 09:30", DA_NANG),
    "vi/pages/about.md": "---\ntitle: Về chúng tôi\n---\nTòa soạn ở Hà Nội.\n",
    "it/2025/citta.md": digest(
        "Perché la città cresce",
        "2025-08-30 09:00",
        "- Le città italiane crescono.\n\n📌 Più case in città.\n",
        category="world",
    ),
    "it/2025/chip.md": digest("Chip nuovi", "2025-08-31 09:00", "- Nuove città del chip.\n\n📌 Chip.\n", category="technology"),
    "en/2025/cafe.md": digest("A café opens", "2025-08-29 09:00", "- Coffee for Nvidia’s runners.\n\n📌 A café <b>opens</b>.\n"),
}  # fmt: skip


@contextmanager
def searchable(folder: Path, *, root: str = "", texts: dict[str, str] = TEXTS, **settings: object) -> Iterator[Built]:
    """Build a publication for an address on this machine, below a folder of it or not, and serve it there."""
    made = server(folder / "output", host="127.0.0.1", port=0, root=root)
    address = f"http://127.0.0.1:{made.server_port}{root}"
    built = make(publication(folder, texts, SITEURL=address, SEARCH=True, **settings))
    threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield built
    finally:
        made.shutdown()
        made.server_close()


def look_for(page: Page, words: str, section: str = "") -> list[str]:
    """Type words into the open search page, choose a section, and return the titles of what is found."""
    page.evaluate("document.querySelector('.search-status').textContent = ''")
    page.fill("input[type=search]", words)
    if section:
        page.select_option("select", section)
    page.press("input[type=search]", "Enter")
    expect(page.get_by_role("status")).to_have_text(DONE)
    return titles(page)


def titles(page: Page) -> list[str]:
    """Return the titles that the open page lists."""
    return page.locator(".search-results h2").all_inner_texts()
