import unicodedata

import pytest
from playwright.sync_api import expect

from tests.search.searching import look_for, searchable, titles
from tests.site_builder import digest

pytestmark = pytest.mark.browser
APART = unicodedata.normalize("NFD", "Đà Nẵng")
VI, IT, EN = "vi/search/", "search/", "en/search/"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    with searchable(tmp_path_factory.mktemp("site"), root="/some/repo") as built:
        yield built


@pytest.fixture
def visit(browser, built):
    """Opens a page of the site; at the end nothing may have failed in it, or asked another host."""
    context, faults = browser.new_context(), []
    tab = context.new_page()
    tab.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("response", lambda answer: faults.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    tab.on("request", lambda asked: None if asked.url.startswith(built.address) else faults.append(asked.url))

    def visit(place):
        tab.goto(f"{built.address}/{place}")
        return tab

    yield visit
    context.close()
    assert faults == []


@pytest.mark.parametrize(
    "words",
    [
        "da nang",
        "Đà Nẵng",
        "đà nẵng",
        "ĐÀ NẴNG",
        "đa nang",
        "  da   nang ",
        "duong sat",
        pytest.param(APART, id="apart"),
    ],
)
def test_vietnamese_is_found_with_and_without_its_signs(visit, words):
    assert look_for(visit(VI), words) == ["Điện cho máy tính"]


@pytest.mark.parametrize("words", ["dien", "Điện may tinh"])
def test_the_words_of_a_title_are_found_likewise(visit, words):
    assert look_for(visit(VI), words) == ["Điện cho máy tính"]


@pytest.mark.parametrize("words", ["perche", "perché", "Perche la citta"])
def test_italian_is_found_with_and_without_its_accents(visit, words):
    assert look_for(visit(IT), words) == ["Perché la città cresce"]


@pytest.fixture(scope="module")
def elided(tmp_path_factory):
    body = "- Molti addetti all’intelligenza.\n\n📌 Sintesi.\n"
    texts = {"it/2025/a.md": digest("L’economia dell'Italia", body=body), "it/2025/b.md": digest("Altro")}
    with searchable(tmp_path_factory.mktemp("elided"), texts=texts) as built:
        yield built


@pytest.mark.parametrize(
    "words", ["economia", "l'economia", "L’Economia", "italia", "intelligenza", "dell’Italia", "econ"]
)
def test_words_behind_an_apostrophe_are_found(browser, elided, words):
    page = browser.new_page()
    page.goto(f"{elided.address}/{IT}")
    assert look_for(page, words) == ["L’economia dell'Italia"]
    page.close()


@pytest.mark.parametrize("words", ["elefante", "innovazione", "città elefante", "chimica"])
def test_a_word_that_no_text_has_finds_nothing(visit, words):
    assert look_for(visit(IT), words) == []


@pytest.mark.parametrize("words", ["cafe", "café", "runner", "opened", "nvidia", "nvidia's"])
def test_english_is_found_by_other_forms_of_a_word(visit, words):
    assert look_for(visit(EN), words) == ["A café opens"]


@pytest.mark.parametrize("lang", ["", "vi/"])
def test_at_the_root_of_a_host_all_is_found_too(browser, tmp_path, lang):
    with searchable(tmp_path) as at_root:
        page = browser.new_page()
        page.goto(f"{at_root.address}/{lang}search/")
        words, title = ("da nang", "Điện cho máy tính") if lang else ("chip", "Chip nuovi")
        assert look_for(page, words) == [title]
        page.click(".search-results a")
        page.wait_for_url(f"{at_root.address}/{lang}2025/*/*/")
        page.close()


def test_each_language_finds_its_own_texts_only(visit):
    assert look_for(visit(VI), "citta") == look_for(visit(EN), "citta") == []


def test_pages_are_found_too(visit):
    assert look_for(visit(VI), "toa soan ha noi") == ["Về chúng tôi"]


def test_a_result_shows_title_section_day_and_summary_and_leads_to_the_digest(visit, built):
    page = visit(VI)
    look_for(page, "da nang")
    assert page.locator(".search-results li").all_inner_texts() == [
        "Công nghệ\n2 tháng 9, 2025\n\nĐiện cho máy tính\n\nThành phố có trung tâm dữ liệu."
    ]
    assert page.locator(".search-results time").get_attribute("datetime") == "2025-09-02"
    page.click(".search-results a")
    page.wait_for_url(f"{built.address}/vi/2025/09/da-nang/")


def test_what_looks_like_html_is_text(visit):
    page = visit(EN)
    look_for(page, "opens")
    assert page.locator(".search-results .teaser").all_inner_texts() == ["A café <b>opens</b>."]


def test_a_section_narrows_the_results(visit):
    page = visit(IT)
    assert sorted(look_for(page, "citta")) == ["Chip nuovi", "Perché la città cresce"]
    assert look_for(page, "citta", "Tecnologia") == ["Chip nuovi"]
    assert page.locator("select option").all_inner_texts() == ["Tutte", "Mondo", "Tecnologia"]


def test_what_is_found_is_said_to_those_who_do_not_see(visit):
    page = visit(IT)
    status = page.get_by_role("status")
    look_for(page, "citta")
    expect(status).to_have_text("Risultati: 2")
    look_for(page, "xyzzy")
    expect(status).to_have_text("Nessun risultato. Con meno parole forse si trova di più.")
    page.fill("input[type=search]", "")
    expect(status).to_have_text("")
    assert titles(page) == []


def test_typing_is_enough(visit):
    page = visit(IT)
    page.locator("input[type=search]").press_sequentially("chip")
    expect(page.locator(".search-results h2")).to_have_text(["Chip nuovi"])


def test_the_keyboard_reaches_all_of_it(visit, built):
    page = visit(IT)
    page.focus("input[type=search]")
    page.keyboard.type("chip")
    page.keyboard.press("Enter")
    expect(page.locator(".search-results h2")).to_have_text(["Chip nuovi"])
    seen = []
    for _ in range(5):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent.trim()"))
    assert [text.split("\n")[0] for text in seen] == ["Tutte", "Cerca", "Archivio", "Argomenti", "Chip nuovi"]


def test_a_search_has_an_address(visit, built):
    page = visit(IT)
    look_for(page, "città", "Tecnologia")
    assert page.url == f"{built.address}/search/?q=citt%C3%A0&in=Tecnologia"
    page.reload()
    expect(page.locator(".search-results h2")).to_have_text(["Chip nuovi"])
    assert page.input_value("input[type=search]") == "città"
    assert page.input_value("select") == "Tecnologia"


def test_an_address_with_nonsense_shows_the_page(visit):
    page = visit(f"{IT}?in=nothing&q=")
    assert page.input_value("select") == ""
    assert page.is_visible("form.search")


def test_without_scripts_archive_and_tags_are_there_and_no_form_is(browser, built):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{built.address}/{IT}")
    assert not page.is_visible("form.search")
    assert page.locator(".section-body").inner_text().split("\n\n") == [
        "La ricerca richiede JavaScript, che questo browser non esegue.",
        "Oppure scorri tutti gli articoli: Archivio · Argomenti",
    ]
    page.click(".search-else a")
    page.wait_for_url(f"{built.address}/archive/")
    context.close()


def test_an_index_that_does_not_come_is_said(browser, built):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/*.pf_meta", lambda route: route.abort())
    page.goto(f"{built.address}/{IT}")
    look_for(page, "chip")
    expect(page.get_by_role("status")).to_have_text("La ricerca non è riuscita. Riprova, o guarda nell’archivio.")
    context.close()


def test_many_results_come_ten_at_a_time(browser, tmp_path):
    texts = {f"it/2025/n{n}.md": digest(f"Chip {n}", f"2025-09-{n + 1:02} 08:00") for n in range(23)}
    with searchable(tmp_path, texts=texts) as built:
        page = browser.new_page()
        page.goto(f"{built.address}/{IT}")
        assert len(look_for(page, "chip")) == 10
        page.click(".search-more")
        expect(page.locator(".search-results li")).to_have_count(20)
        eleventh = page.locator(".search-results a").nth(10)
        expect(eleventh).to_be_focused()
        page.click(".search-more")
        expect(page.locator(".search-results li")).to_have_count(23)
        assert page.is_hidden(".search-more")
        assert sorted(titles(page)) == sorted(f"Chip {n}" for n in range(23))
        page.close()


@pytest.mark.parametrize("width", [320, 360, 440, 590, 768, 1440])
def test_nothing_moves_as_form_and_results_come_to_an_address_with_words(browser, built, width):
    context = browser.new_context(viewport={"width": width, "height": 640})
    page = context.new_page()
    page.add_init_script(
        "window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map((each) => each.value)))"
        '.observe({ type: "layout-shift", buffered: true })'
    )
    page.goto(f"{built.address}/{IT}?q=citt%C3%A0")
    expect(page.locator(".search-results li")).to_have_count(2)
    assert page.evaluate("new Promise((done) => setTimeout(() => done(shifts), 300))") == []
    context.close()


def test_a_day_is_written_as_on_the_digest_s_page(visit):
    page = visit(EN)
    look_for(page, "runners")
    assert page.locator(".search-results time").all_inner_texts() == ["29 August 2025"]
