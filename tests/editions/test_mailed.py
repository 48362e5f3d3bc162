"""An edition in a mailbox that rss2email has filled, on a phone and on a desk, by day and by night."""

import json
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from puntina.commands.serve.server import server
from tests.editions.days import AFTER, at
from tests.feeds.looks import Seen, Subscribers
from tests.programs import MISSING, ensure_programs
from tests.site_builder import digest, make, publication, texts

LONG = "La Cina compra dalla Cina: Cambricon sfida Nvidia nel mercato dei semiconduttori per l’intelligenza artificiale"
WORD = "parola" * 20
NOTE = {"date": "2025-09-01 20:00", "kind": "correction", "text": "I ricavi sono quadruplicati, non triplicati."}
FILES = {
    "it/2025/a.md": digest(LONG, "2025-09-01 08:00", id="a1", updates=NOTE, body=f"- Uno\n\n📌 {LONG}. {LONG}.\n"),
    "it/2025/b.md": digest("Soli punti", "2025-09-01 09:00", id="b1", body="- Il primo punto\n- Due\n"),
    "it/2025/c.md": digest(
        "قالت الوزارة: 25% (EU).", "2025-09-01 07:00", id="c1", updates=NOTE, body=f"- {WORD}\n\n📌 نعم. {WORD}\n"
    ),
}
EDITION = "Notizie, 1 settembre 2025"


@dataclass(frozen=True, slots=True)
class Mailed:
    """The edition as a mail, and as its feed has it."""

    mail: Seen
    item: dict[str, str]


@pytest.fixture(scope="module")
def mailed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mailed]:
    """Give the edition from a mailbox; without rss2email skip, on CI fail."""
    if not ensure_programs():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    folder = tmp_path_factory.mktemp("mailed")
    output = folder / "site" / "output"
    output.mkdir(parents=True)
    running = server(output, host="127.0.0.1", port=0, root="")
    threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
    site = f"http://127.0.0.1:{running.server_port}"
    make(publication(folder / "site", FILES, SITEURL=site, **at(AFTER)))
    look = Subscribers(folder, output, site, ("edition/feed.xml",)).mails()
    (mail,) = look["edition/feed.xml"].new
    (item,) = json.loads((output / "edition" / "feed.json").read_bytes())["items"]
    yield Mailed(mail, item)
    running.shutdown()
    running.server_close()


def test_the_mail_says_what_the_feed_says(mailed: Mailed) -> None:
    assert mailed.mail.title == EDITION
    body, content = (LexborHTMLParser(html) for html in (mailed.mail.content, mailed.item["content_html"]))
    assert texts(body, "#body > div > *") == texts(content, "body > div > *")
    assert "Correzione (1 settembre 2025, 20:00): I ricavi sono quadruplicati, non triplicati." in texts(body, "p")
    assert texts(body, "h3 + p")[0] == "Il primo punto"


def test_its_plain_part_has_every_line_of_the_plain_text_of_the_feed(mailed: Mailed) -> None:
    plain = " ".join(mailed.mail.plain.replace("**", "").split()).casefold()
    lines = [line.casefold() for line in mailed.item["content_text"].splitlines() if line]
    assert [line for line in lines if line not in plain] == []


def test_it_counts_its_own_words(mailed: Mailed) -> None:
    page = LexborHTMLParser(mailed.item["content_html"])
    first, *rest = texts(page, "body > div > *")
    said = " ".join(rest[: rest.index("1 settembre: è tutto")]).replace("📌", "").split()
    assert first == f"3 articoli, {len(said)} parole, 1 minuto"


@pytest.mark.parametrize("width", [600, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_and_can_be_read_on_a_desk_and_on_a_phone(
    mailed: Mailed, browser: Browser, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700}, color_scheme=scheme)
    page = context.new_page()
    # As a mail program shows it that goes dark: it says so for the whole mail, which sets no colour of its own.
    page.set_content(f'<meta name="color-scheme" content="light dark">{mailed.mail.content}')
    assert page.evaluate("document.documentElement.scrollWidth") == width
    colours = page.evaluate(
        "[...document.querySelectorAll('#body p, #body h2, #body h3 a')].map(each => getComputedStyle(each).color)"
    )
    assert set(colours) == {{"light": "rgb(0, 0, 0)", "dark": "rgb(255, 255, 255)"}[scheme]}
    sides = page.evaluate("[...document.querySelectorAll('#body h3')].map(each => getComputedStyle(each).direction)")
    assert sides == ["ltr", "ltr", "rtl"]
    context.close()


def test_what_editors_wrote_goes_in_its_own_direction(mailed: Mailed) -> None:
    page = LexborHTMLParser(mailed.item["content_html"])
    assert texts(page, "[dir=auto]")[-3:] == ["قالت الوزارة: 25% (EU).", f"📌 نعم. {WORD}", NOTE["text"]]
    assert {node.tag for node in page.css("[dir=auto]")} == {"h3", "p", "span"}
    assert page.css("h2[dir], body > div > p[dir] strong") == []
