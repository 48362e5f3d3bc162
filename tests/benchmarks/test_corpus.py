import pytest

from benchmarks.corpus import FIRST, SPAN, Corpus
from benchmarks.tools import TOOLS
from puntina.commands.check.command import check

ALL = ("en", "it", "vi")
BEGINNING = [
    "---",
    "id: b0000001it",
    'title: "Fiume satellite compra corte meno rinvia"',
    "date: 2018-05-01 23:00",
    "category: society",
    "tags: [Riso e prezzi, Scuole e lavoro, Porti e prezzi]",
    "sources:",
    "  - name: The Example",
    '    title: "Alluvione misura apre esportazione scuola acciaio di fabbrica"',
    "    url: https://source.example/reports/1",
    "    date: 2018-05-01",
    "    lang: en",
    "---",
]


def test_the_same_number_gives_the_same_digests():
    assert list(Corpus(12, ALL).digests()) == list(Corpus(12, ALL).digests())


def test_a_digest_is_the_same_on_every_machine():
    digest = Corpus(3, ALL).digest(1, "it")
    assert TOOLS["puntina"].text(digest).splitlines()[:13] == BEGINNING
    assert len(digest.points) == 9


def test_the_same_story_has_one_address_date_and_category_in_every_language():
    one, *others = (
        {(each.url, each.moment, each.category.slug) for each in Corpus(20, (lang,)).digests()} for lang in ALL
    )
    assert others == [one, one]
    assert len(one) == 20


def test_digests_have_seven_to_ten_points_three_tags_and_a_date_after_the_one_before():
    every = list(Corpus(100).digests())
    assert {len(digest.points) for digest in every} == {7, 8, 9, 10}
    assert {len(set(digest.tags)) for digest in every} == {3}
    moments = [digest.moment for digest in every]
    assert moments == sorted(set(moments))
    assert (moments[0], moments[-1] < FIRST + SPAN) == (FIRST, True)


@pytest.mark.parametrize("lang", ALL)
def test_eight_categories_and_eighty_tags_have_slugs_of_their_own(lang):
    corpus = Corpus(1, (lang,))
    assert len({term.slug for term in corpus.categories[lang]}) == 8
    assert len({term.slug for term in corpus.tags[lang]}) == len({term.title for term in corpus.tags[lang]}) == 80


@pytest.mark.parametrize("part", ["body", "summary", "title"])
def test_an_edit_puts_a_word_before_one_part(part):
    digest = Corpus(5).digest(2, "en")
    old, new = (
        {"body": each.points[0], "summary": each.summary, "title": each.title}
        for each in (digest, digest.edited(part, "Word"))
    )
    assert new == old | {part: f"Word {old[part]}"}


def test_the_checks_find_nothing_to_say(tmp_path, capsys):
    TOOLS["puntina"].fill(tmp_path, Corpus(40, ALL))
    assert check(tmp_path / "pelicanconf.py") == 0
    assert capsys.readouterr() == ("120 files read, no errors\n", "")
