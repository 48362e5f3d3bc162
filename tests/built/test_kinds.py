import pytest

from tests.built.browsing import FULL, KINDS, LITE, kind_of


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("", ("home", "it")),
        ("en/page/2/", ("home", "en")),
        ("tag/cina/page/3/", ("tag", "it")),
        ("vi/edition/2025-w36/", ("week", "vi")),
        ("lite/en/2025/09/a/", ("lite article", "en")),
        ("2025/09/a/amp/", ("", "it")),
    ],
)
def test_a_place_tells_the_kind_of_its_page_and_its_language(place, found):
    assert kind_of(place) == found


def test_no_kind_of_page_is_forgotten(served):
    places = [path.removesuffix("index.html") for path in served.pages if path != "404.html"]
    kinds = {place: kind_of(place)[0] for place in places}
    assert [place for place, kind in kinds.items() if kind not in KINDS] == []
    assert set(kinds.values()) == {*FULL, *LITE} - {"missing"}
