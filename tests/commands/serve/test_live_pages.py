import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.accessibility import summary, violations
from tests.commands.serve.serving import LONG, Serving, serve, wait_for, with_code
from tests.site_builder import POINTS, digest

LONG_BODY = "\n\n".join(f"Paragrafo {number}." for number in range(200)) + f"\n\n{POINTS}"
MARK = "window.marked = true"
BROKEN = digest("Titolo: rotto").replace('"Titolo: rotto"', "Titolo: rotto")
OVERLAY = "puntina-problems section"
expect.set_options(timeout=LONG * 1000)


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Serving]:
    """Give one served publication, below the root of its host; each test has digests of its own in it."""
    folder = tmp_path_factory.mktemp("live")
    settings = with_code(folder, {"it/2025/still.md": digest("Fermo")}, SITEURL="https://news.example/repo")
    with serve(settings, code=folder) as made:
        yield made


@pytest.fixture
def serving(served) -> Iterator[Serving]:
    """Give the served publication with no digest of another test in it."""
    yield served
    before, files = served.builds, list((served.folder / "content/it/2025").glob("[!s]*.md"))
    for file in files:
        file.unlink()
    pages = [served.folder / f".cache/preview/2025/09/{file.stem}" for file in files]
    wait_for(lambda: not files or (served.builds > before and not any(page.exists() for page in pages)))


@pytest.fixture
def quiet_page(page) -> Iterator[Page]:
    """Give a page in which no script may fail and no policy may be broken."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console", lambda message: faults.append(message.text) if "Content Security Policy" in message.text else None
    )
    page.set_default_timeout(LONG * 1000)
    yield page
    assert faults == []


def new_digest(serving: Serving, name: str, text: str) -> str:
    """Write a digest, wait until it is served and all pages have been told, and return its address."""
    before = serving.builds
    serving.write(f"it/2025/{name}.md", text)
    wait_for((serving.folder / f".cache/preview/2025/09/{name}/index.html").is_file)
    wait_for(lambda: serving.builds > before)
    return f"{serving.address}/2025/09/{name}/"


def open_marked(page: Page, address: str) -> None:
    """Open a page and mark it, so that one sees whether it has been loaded again."""
    page.goto(address)
    page.evaluate(MARK)


def is_marked(page: Page) -> bool:
    return bool(page.evaluate("window.marked === true"))


def test_an_edit_is_seen_and_the_reader_stays_where_he_was(serving, quiet_page):
    address = new_digest(serving, "edit", digest("Prima", body=LONG_BODY))
    open_marked(quiet_page, address)
    quiet_page.evaluate("scrollTo(0, 1500)")
    serving.change("content/it/2025/edit.md", "Paragrafo 3.", "Paragrafo tre.")
    expect(quiet_page.get_by_text("Paragrafo tre.")).to_have_count(1)
    assert not is_marked(quiet_page)
    wait_for(lambda: quiet_page.evaluate("scrollY") == 1500)


def test_a_page_that_did_not_change_stays_and_its_style_is_swapped_without_loading_it_again(serving, quiet_page):
    address = new_digest(serving, "edited", digest("Modificato"))
    other = quiet_page.context.new_page()
    open_marked(other, f"{serving.address}/2025/09/still/")
    open_marked(quiet_page, address)
    serving.change("content/it/2025/edited.md", "Primo punto", "Punto mutato")
    expect(quiet_page.get_by_text("Punto mutato")).to_have_count(1)
    for number in (1, 2):
        # What comes after the other build has been heard of by both.
        with (serving.folder / "themes/daily/static/daily.css").open("a") as sheet:
            sheet.write(f"\nbody {{ outline-offset: {number}px; outline: {number}px dashed red }}\n")
        for shown in (other, quiet_page):
            expect(shown.locator("body")).to_have_css("outline-width", f"{number}px")
            assert shown.locator("link[rel=stylesheet]").count() == 1
    assert is_marked(other)


def test_a_script_of_a_page_that_changes_loads_the_page_again(serving, quiet_page):
    open_marked(quiet_page, f"{serving.address}/2025/09/still/")
    with (serving.folder / "themes/daily/static/share.js").open("a") as script:
        script.write('\ndocument.documentElement.dataset.seen = "new";\n')
    expect(quiet_page.locator("html")).to_have_attribute("data-seen", "new")
    assert not is_marked(quiet_page)


def test_a_problem_is_shown_over_the_page_until_it_is_mended(serving, quiet_page):
    address = new_digest(serving, "broken", digest("Sano"))
    open_marked(quiet_page, address)
    link = quiet_page.locator("main a").first
    link.focus()
    serving.write("it/2025/broken.md", BROKEN)
    overlay = quiet_page.get_by_role("dialog", name="Not built: 1 error")
    expect(overlay).to_be_visible()
    assert overlay.locator("li").count() == 1
    assert [text.strip() for text in overlay.locator("li p").all_inner_texts()] == [
        "content/it/2025/broken.md:2:14 YAML",
        "a colon in a value without quotes",
        'quote the title? title: "Titolo: rotto"',
    ]
    assert overlay.locator("pre").inner_text() == "title: Titolo: rotto\n             ^"
    expect(link).to_be_focused()

    later = quiet_page.context.new_page()
    later.goto(f"{serving.address}/")
    expect(later.locator(OVERLAY)).to_be_visible()

    serving.write("it/2025/broken.md", digest("Sano"))
    for shown in (quiet_page, later):
        expect(shown.locator("puntina-problems")).to_have_count(0)
    expect(link).to_be_focused()
    assert is_marked(quiet_page)


def test_the_overlay_can_be_put_away_and_taken_out_again_by_keyboard(serving, quiet_page):
    address = new_digest(serving, "folded", digest("Sano"))
    quiet_page.goto(address)
    link = quiet_page.locator("main a").first
    link.focus()
    serving.write("it/2025/folded.md", BROKEN)
    overlay, button = quiet_page.locator(OVERLAY), quiet_page.locator("puntina-problems .folded")
    expect(overlay).to_be_visible()
    quiet_page.keyboard.press("Escape")
    expect(overlay).to_be_hidden()
    expect(button).to_have_text("Not built: 1 error")
    expect(link).to_be_focused()

    quiet_page.reload()  # it stays away on the next page
    expect(button).to_be_visible()
    expect(overlay).to_be_hidden()
    link.focus()
    button.focus()
    quiet_page.keyboard.press("Enter")
    expect(overlay).to_be_focused()
    quiet_page.keyboard.press("Escape")
    expect(button).to_be_focused()

    serving.write("it/2025/folded.md", digest("Sano"))
    expect(quiet_page.locator("puntina-problems")).to_have_count(0)
    expect(link).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_overlay_is_accessible_and_fits_a_narrow_screen(serving, page, scheme):
    new_digest(serving, "narrow", digest("Sano"))
    serving.write("it/2025/narrow.md", digest("x").replace('"x"', "Titolo: " + "molto " * 40 + "lungo: no"))
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{serving.address}/")
    overlay = page.locator(OVERLAY)
    expect(overlay).to_be_visible()
    assert summary(violations(page, "puntina-problems")) == []
    box = overlay.evaluate("panel => [panel.scrollWidth, panel.clientWidth, innerWidth]")
    assert box[0] == box[1] <= box[2]
    serving.write("it/2025/narrow.md", digest("Sano"))
    expect(page.locator("puntina-problems")).to_have_count(0)


def test_texts_of_problems_are_texts(serving, quiet_page):
    address = new_digest(serving, "evil", digest("Sano"))
    quiet_page.goto(address)
    evil = "<img src=x onerror=alert(1)>"
    serving.write("it/2025/evil.md", digest(category=evil))
    expect(quiet_page.locator(OVERLAY)).to_contain_text(evil)
    assert quiet_page.locator(f"{OVERLAY} img").count() == 0
    serving.write("it/2025/evil.md", digest("Sano"))
    expect(quiet_page.locator("puntina-problems")).to_have_count(0)


def test_a_new_a_renamed_and_a_deleted_file_arrive(serving, quiet_page):
    address = f"{serving.address}/2025/09/new/"
    assert quiet_page.goto(address).status == 404
    file = serving.write("it/2025/new.md", digest("Nuovo"))
    expect(quiet_page).to_have_title("Nuovo — Notizie")
    renamed = quiet_page.context.new_page()
    renamed.goto(f"{serving.address}/2025/09/renamed/")
    file.rename(file.with_name("renamed.md"))
    expect(renamed).to_have_title("Nuovo — Notizie")
    expect(quiet_page).not_to_have_title("Nuovo — Notizie")  # it is the page for missing addresses now
    file.with_name("renamed.md").unlink()
    expect(renamed).not_to_have_title("Nuovo — Notizie")


def test_a_file_saved_by_rename_arrives(serving, quiet_page):
    quiet_page.goto(new_digest(serving, "kept", digest("Salvato")))
    file = serving.folder / "content/it/2025/kept.md"
    aside = serving.write("it/2025/.kept.md.tmp", digest("Salvato per sostituzione"))
    aside.replace(file)
    expect(quiet_page.locator("h1")).to_have_text("Salvato per sostituzione")


def test_changes_of_template_strings_settings_and_code_arrive(serving, quiet_page):
    quiet_page.goto(f"{serving.address}/2025/09/still/")
    serving.change("themes/daily/templates/base.html", "</body>", "<p id=new>modello</p></body>")
    expect(quiet_page.locator("#new")).to_have_text("modello")

    serving.change("themes/daily/locale/it/LC_MESSAGES/daily.po", "Vai al contenuto", "Salta al testo")
    expect(quiet_page.locator("a.skip")).to_have_text("Salta al testo")

    serving.change("pelicanconf.py", "'Notizie'", "'Notiziario'")
    expect(quiet_page).to_have_title("Fermo — Notiziario")
    serving.change("pelicanconf.py", "'Notiziario'", "'Notizie'")
    expect(quiet_page).to_have_title("Fermo — Notizie")

    code = "plugins/puntina/core/views/pages.py"
    serving.change(
        code,
        "title=meta.title,\n            url=site.rooted(self.url),\n            permalink",
        "title=meta.title.upper(),\n            url=site.rooted(self.url),\n            permalink",
    )
    expect(quiet_page.locator("h1")).to_have_text("FERMO")
    serving.change(code, "title=meta.title.upper()", "title=meta.title.upper(")
    expect(quiet_page.locator(OVERLAY)).to_contain_text(code)
    expect(quiet_page.locator(OVERLAY)).to_contain_text("SERVE-CRASH")
    serving.change(code, "title=meta.title.upper(", "title=meta.title")
    expect(quiet_page.locator("h1")).to_have_text("Fermo")
    expect(quiet_page.locator("puntina-problems")).to_have_count(0)


def test_a_hidden_page_does_not_listen_and_catches_up_when_it_is_shown(serving, quiet_page):
    quiet_page.goto(new_digest(serving, "hidden", digest("Nascosto")))
    hide = "Object.defineProperty(document, 'hidden', {value: %s, configurable: true}); document.dispatchEvent(new Event('visibilitychange'))"
    quiet_page.evaluate(MARK)
    quiet_page.evaluate(hide % "true")
    before = serving.builds
    serving.write("it/2025/hidden.md", digest("Rivelato"))
    wait_for(lambda: serving.builds > before)
    assert is_marked(quiet_page)
    quiet_page.evaluate(hide % "false")
    expect(quiet_page.locator("h1")).to_have_text("Rivelato")


def test_a_page_loads_again_when_the_server_is_back_and_something_was_missed(tmp_path, quiet_page):
    settings = with_code(tmp_path, {"it/2025/a.md": digest("Prima")})
    with serve(settings, code=tmp_path) as serving:
        address = serving.address
        quiet_page.goto(f"{address}/2025/09/a/")
        expect(quiet_page.locator("h1")).to_have_text("Prima")
    serving.write("it/2025/a.md", digest("Dopo"))
    with serve(settings, code=tmp_path, port=int(address.rpartition(":")[2])):
        expect(quiet_page.locator("h1")).to_have_text("Dopo")


def test_a_thousand_files_at_once_are_few_builds_and_right_at_the_end(tmp_path, quiet_page):
    settings = with_code(tmp_path, {"it/2025/a.md": digest("Prima")})
    with serve(settings, code=tmp_path) as serving:
        quiet_page.goto(f"{serving.address}/2025/09/d999/")
        for number in range(1000):
            serving.write(f"it/2025/d{number}.md", digest(f"Numero {number}"))
        expect(quiet_page.locator("h1")).to_have_text("Numero 999")
        quiet_page.goto(f"{serving.address}/")
        shutil.rmtree(tmp_path / "content/it/2025")
        serving.write("it/2025/b.md", digest("Ultima"))
        expect(quiet_page.locator("article.card h2")).to_have_text(["Ultima"])
        assert serving.builds <= 6
        assert len(list((tmp_path / ".cache/preview/2025/09").iterdir())) == 1
