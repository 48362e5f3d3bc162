import pytest

from puntina.commands.build import build
from tests.built.crawler import crawl
from tests.pictures import picture
from tests.site_builder import ALL_PLUGINS, digest, hrefs, make, publication, texts

BODY = "- Vedi [prima](b.md#capo), [chi siamo](../pages/about.md), [foglio](../../media/a.txt), [capo](#qui)\n"
BODY += "\n📌 Sintesi con ![un chip](../../media/chip.png) dentro.\n\n## Qui\n\n| a |\n|---|\n| b |\n"
LONG = " ".join(["«parola»"] * 30)
FILES = {
    "it/2025/a.md": digest(
        "A & <b>", body=BODY, sources=[{"name": "Fonte"}, {"name": "Ente", "url": "https://e.example/"}]
    ),
    "it/2025/b.md": digest("B", "2025-09-01 08:00", body="- Uno\n\n📌 Due.\n\n## Capo\n\nTesto.\n"),
    "it/2025/celato.md": digest("Celato", "2025-08-01 08:00", status="hidden"),
    "en/2025/a.md": digest("A in English"),
    "it/pages/about.md": "---\ntitle: Chi siamo\n---\nTesto.\n",
    "media/a.txt": "a",
    "media/chip.png": "png",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return make(publication(tmp_path_factory.mktemp("lite"), FILES, LITE_URL="lite/"))


def test_links_from_digest_to_digest_stay_in_the_lite_edition_and_others_lead_where_they_lead(built):
    page = built.html("lite/2025/09/a/")
    expected = ["/lite/2025/09/b/#capo", "/about/", "/media/a.txt", "#qui"]
    assert hrefs(page, "main ul a") == expected
    assert [path for path in crawl(built).broken() if "/lite/" in path] == []


def test_pictures_are_their_words(built):
    page = built.html("lite/2025/09/a/")
    assert texts(page, "section p") == ["📌 Sintesi con un chip dentro."]
    assert page.css("img") == []


def test_sources_are_named_and_linked_where_they_have_an_address(built):
    page = built.html("lite/2025/09/a/")
    assert texts(page, "main > p")[1:3] == ["Basato su Fonte", "Basato su Ente"]
    assert hrefs(page, "main > p a") == ["https://e.example/"]
    assert hrefs(page, "main footer a") == ["/lite/en/2025/09/a/"]


NOTES = [
    {"date": "2025-09-03 09:00", "kind": "correction", "text": "Non 3.", "points": [1]},
    {"date": "2025-09-04 08:00", "text": "Ora 5.", "points": [2]},
]


def test_it_has_what_the_full_page_says_above_and_below_the_text(tmp_path):
    keys = {
        "image": {"file": "../../media/chip.png", "alt": "Un «chip» & altro"},
        "author": ["Nome & Cognome", "Redazione"],
        "copyright": {"licence": "CC-BY-SA-4.0"},
        "updates": NOTES,
    }
    files = {"it/2025/a.md": digest("A", **keys), "media/chip.png": picture("PNG", 30, 20)}
    built = make(publication(tmp_path, files, LITE_URL="lite/"))
    page, full = built.html("lite/2025/09/a/"), built.html("2025/09/a/")
    assert texts(page, "main > p")[:2] == [
        "2 settembre 2025, 07:30 · Aggiornato il 4 settembre 2025, 08:00 · A cura di Nome & Cognome, Redazione · 5 parole · 1 minuto",
        "Nell’immagine: Un «chip» & altro",
    ]
    assert texts(page, "main li") == texts(full, ".points li") == ["Corretto Primo punto", "Novità Secondo punto"]
    assert texts(full, ".digest .rights") == ["© 2025 Notizie · CC BY-SA 4.0"]
    assert texts(page, "body > footer") == ["Esci dalla versione mobile © 2025 Notizie · CC BY-SA 4.0"]
    assert hrefs(page, "footer a[rel=license]") == hrefs(full, ".digest .rights a")
    assert page.css("img") == []


TAKEN_BACK = {"date": "2025-09-05 10:00", "kind": "retraction", "text": "Il documento era falso."}
PICTURE = {"file": "../../media/chip.png", "alt": "Un chip", "credit": "Anna Foto"}


def test_one_that_was_retracted_says_so_before_it_tells_what_it_said(tmp_path):
    notes = [*NOTES, TAKEN_BACK]
    files = {"it/2025/a.md": digest("A", image=PICTURE, updates=notes), "media/chip.png": picture("PNG", 30, 20)}
    built = make(publication(tmp_path, files, LITE_URL="lite/"))
    assert texts(built.html("lite/2025/09/a/"), "main > p")[1:] == [
        "Ritirato (5 settembre 2025, 10:00): Il documento era falso.",
        "Aggiornamento (4 settembre 2025, 08:00): Ora 5.",
        "Correzione (3 settembre 2025, 09:00): Non 3.",
        "Ciò che questo articolo diceva prima di essere ritirato:",
        "Nell’immagine: Un chip",
        "Anna Foto",
    ]
    assert texts(built.html("2025/09/a/"), ".text > p")[-1] == texts(built.html("lite/2025/09/a/"), "main > p")[4]


@pytest.mark.parametrize("notes", [{}, {"updates": NOTES}])
def test_the_credit_of_the_picture_stands_below_its_words(tmp_path, notes):
    files = {"it/2025/a.md": digest("A", image=PICTURE, **notes), "media/chip.png": picture("PNG", 30, 20)}
    page = make(publication(tmp_path, files, LITE_URL="lite/")).html("lite/2025/09/a/")
    assert texts(page, "main > p")[1:3] == ["Nell’immagine: Un chip", "Anna Foto"]
    assert [each.attributes for each in page.css("main small")] == [{"dir": "auto"}]


def test_one_of_which_all_rights_are_reserved_names_no_licence(built):
    assert built.html("lite/2025/09/a/").css("[rel=license]") == []


@pytest.mark.parametrize("more", [[], [TAKEN_BACK | {"text": LONG}]])
def test_the_longest_of_these_leave_it_below_eight_kilobytes(tmp_path, more):
    keys = {
        "image": {"file": "../../media/chip.png", "alt": LONG * 9, "credit": LONG * 9},
        "author": [f"{n} {LONG}" for n in range(5)],
        "copyright": {"holder": LONG, "licence": "CC-BY-NC-SA-4.0"},
        "updates": [*NOTES, *more],
    }
    files = {"it/2025/a.md": digest("A", body=body(40), **keys), "media/chip.png": picture("PNG", 30, 20)}
    built = make(publication(tmp_path, files, LITE_URL="lite/"))
    assert len(built.bytes("lite/2025/09/a/")) < 8600
    assert texts(built.html("lite/2025/09/a/"), "main li strong") == ["Corretto", "Novità"]


def test_a_hidden_digest_has_a_lite_page_and_is_in_no_lite_list(built):
    assert texts(built.html("lite/2025/08/celato/"), "h1") == ["Celato"]
    assert texts(built.html("lite/"), "main > ul a") == ["A & <b>", "B"]


def test_a_preview_says_what_readers_do_not_get(tmp_path):
    settings = publication(tmp_path, {"it/2025/a.md": digest("Bozza", status="draft")}, LITE_URL="lite/", PREVIEW=True)
    page = make(settings).html("lite/2025/09/a/")
    assert texts(page, "main strong") == ["Bozza"]
    policy = page.css_first("meta[http-equiv='Content-Security-Policy']").attributes["content"]
    assert "script-src 'self'; connect-src 'self'" in policy


@pytest.mark.parametrize("address", ["{date:%Y}/{date:%m}/{slug}/", "{slug}.html", "{slug}"])
def test_the_edition_is_where_the_setting_says_below_which_addresses_are_those_of_full_pages(tmp_path, address):
    built = make(publication(tmp_path, {"it/2025/a.md": digest()}, LITE_URL="leggera/", ARTICLE_URL=address))
    (place,) = hrefs(built.html(""), "article h2 a")
    assert hrefs(built.html("leggera/"), "main > ul a") == [f"/leggera{place}"]
    assert crawl(built).broken() == []


@pytest.mark.parametrize(
    "settings", [{"LITE_URL": ""}, {"PLUGINS": [name for name in ALL_PLUGINS if "lite" not in name]}]
)
def test_without_it_no_page_is_lite_and_none_leads_to_one(tmp_path, settings):
    built = make(publication(tmp_path, FILES, **{"LITE_URL": "lite/"} | settings))
    assert built.lite_pages == []
    assert [path for path in built.pages if built.html(path).css("nav.lite")] == []


def test_a_stock_theme_has_no_lite_edition(tmp_path):
    assert make(publication(tmp_path, FILES, THEME="simple", LITE_URL="lite/")).lite_pages == []


def test_a_page_in_its_place_is_reported(tmp_path, capsys):
    files = {"it/pages/lite.md": "---\ntitle: Leggera\n---\nTesto.\n"}
    assert build(publication(tmp_path, files, LITE_URL="lite/"), next_step="") == 1
    told = "PATH-TWICE lite/index.html is below /lite/, which is reserved: LITE_URL, for the lite edition — give the digest another slug"
    assert f"content/it/pages/lite.md:1:1: {told}" in capsys.readouterr().err.splitlines()


def body(parts: int) -> str:
    return "".join(f"- {n} {LONG}\n" for n in range(parts)) + "\n📌 La sintesi.\n"


@pytest.mark.parametrize("parts", [18, 20, 22, 24, 26, 200])
def test_a_long_digest_stays_below_eight_kilobytes_and_leads_to_the_rest(tmp_path, parts):
    sources = [{"name": LONG, "title": LONG, "url": "https://e.example/" + "a" * 200}] * (parts % 3)
    built = make(
        publication(tmp_path, {"it/2025/a.md": digest(LONG * 9, body=body(parts), sources=sources)}, LITE_URL="lite/")
    )
    page, full = built.html("lite/2025/09/a/"), built.html("2025/09/a/")
    assert len(built.bytes("lite/2025/09/a/")) < 8600
    assert texts(page, "section p") == ["📌 La sintesi."]
    shown, every = texts(page, "main li"), texts(full, ".text li")
    whole = shown == every and len(hrefs(page, "main p a")) == len(sources)
    assert shown == every[: len(shown)]
    assert len(shown) >= min(parts, 5)
    assert texts(page, "main > p > a[href='/2025/09/a/']") == ([] if whole else ["Il resto è nella versione completa"])


def test_pages_stay_below_eight_kilobytes_whatever_the_names_of_publication_and_sections(tmp_path):
    names = {f"sezione-{n}": dict.fromkeys(("it", "en", "vi"), f"Sezione {n} {'lunga ' * 8}") for n in range(16)}
    files = {
        f"it/2025/n{n}.md": digest(
            f"{n} {LONG}", f"2025-09-{n + 1:02} 08:00", category=f"sezione-{n % 16}", body=body(40)
        )
        for n in range(23)
    }
    settings = {
        "CATEGORIES": names,
        "DEFAULT_CATEGORY": "sezione-0",
        "SITENAME": "Notizie & altro " * 10,
        "COPYRIGHT_HOLDER": "Chi le scrive " * 10,
    }
    built = make(publication(tmp_path, files, LITE_URL="lite/", **settings))
    assert {len(built.bytes(path)) < 8600 for path in built.lite_pages} == {True}
    assert len(texts(built.html("lite/"), "main nav li")) == 16


def test_lists_stay_below_eight_kilobytes_whatever_the_titles_and_addresses(tmp_path):
    files = {
        f"it/2025/n{n}.md": digest(f"{n} {LONG}", f"2025-09-{n:02} 08:00", slug=f"{'lungo-' * 25}{n}")
        for n in range(1, 31)
    }
    built = make(publication(tmp_path, files, LITE_URL="lite/"))
    assert {len(built.bytes(path)) < 8600 for path in built.lite_pages} == {True}
    newest, older = built.html("lite/"), built.html("lite/page/1/")
    assert (len(texts(newest, "main > ul li")), len(texts(older, "main > ul li"))) == (18, 12)
    assert hrefs(newest, "main > nav a")[:1] == ["/lite/page/1/"]
    assert hrefs(older, "main > nav a") == ["/lite/"]
    assert all(text.split()[0].isdigit() for text in texts(newest, "main > ul a"))
