import pytest

from tests.site_builder import digest, make, publication, texts, words

LONG = "Una prima frase di " + " ".join(f"parola{n}" for n in range(60)) + "."


def shown(tmp_path, body: str, **keys):
    """Return the teaser on home, the description for machines, and the text in the box."""
    built = make(publication(tmp_path, {"it/2025/a.md": digest(body=body, **keys)}))
    page = built.html("2025/09/a/")
    (teaser,) = texts(built.html(""), ".teaser")
    box = page.css_first(".summary > p:not([id])")
    return teaser, page.css_first("meta[name=description]").attributes["content"], words(box) if box else None


def test_cards_show_the_first_sentence_and_the_page_all_of_it(tmp_path):
    first = "La prima frase, lunga quanto serve."
    whole = f"{first} La seconda. E la terza."
    assert shown(tmp_path, f"- Punto\n\n📌 {whole}\n") == (first, first, whole)


def test_a_long_sentence_is_cut_at_a_word(tmp_path):
    teaser, description, box = shown(tmp_path, f"- Punto\n\n📌 {LONG} E poi.\n")
    assert teaser == description
    assert len(teaser) <= 200
    assert teaser.endswith("…")
    assert LONG.startswith(teaser.removesuffix("…") + " ")
    assert box == f"{LONG} E poi."


def test_markup_in_the_summary_is_shown_in_the_box_and_left_out_elsewhere(tmp_path):
    body = "- Punto\n\n📌 **Grassetto** & [un link](https://example.org/) <qui>.\n"
    said = "Grassetto & un link <qui>."
    assert shown(tmp_path, body) == (said, said, said)


def test_without_a_summary_it_is_the_first_point(tmp_path):
    assert shown(tmp_path, "Testo prima.\n\n- Il primo punto\n- Il secondo\n") == (
        "Il primo punto",
        "Il primo punto",
        None,
    )


def test_without_points_it_is_the_first_sentence(tmp_path):
    first = "Solo testo, ma una frase intera."
    assert shown(tmp_path, f"{first} E altro.\n") == (first, first, None)


@pytest.mark.parametrize("body", ["- Punto\n\n📌 Nel testo.\n"])
def test_the_front_matter_s_summary_goes_before_on_cards_while_the_box_stays(tmp_path, body):
    assert shown(tmp_path, body, summary="Dal front matter.") == (
        "Dal front matter.",
        "Dal front matter.",
        "Nel testo.",
    )


def test_the_front_matter_s_summary_is_the_box_where_the_text_has_none(tmp_path):
    said = "Dal <front matter> & basta."
    assert shown(tmp_path, "- Punto\n", summary=said) == (said, said, said)
