import pytest

from puntina.share import choose

SITE_WIDE = ["x", "email", "copy"]
PER_LANGUAGE = {"vi": ("facebook", "telegram"), "en": ()}


@pytest.mark.parametrize(
    ("lang", "override", "chosen"),
    [
        ("it", None, ("x", "email", "copy")),
        ("vi", None, ("facebook", "telegram")),
        ("en", None, ()),
        ("vi", ("email", "x"), ("email", "x")),
        ("it", (), ()),
        ("vi", False, ()),
    ],
)
def test_the_digest_decides_before_its_language_and_that_before_the_publication(lang, override, chosen):
    assert choose(SITE_WIDE, PER_LANGUAGE, lang, override) == chosen


def test_a_name_given_twice_is_shown_once_where_it_came_first():
    assert choose(["x", "email", "x"], {}, "it", None) == ("x", "email")
    assert choose([], {}, "it", ("copy", "x", "copy")) == ("copy", "x")
