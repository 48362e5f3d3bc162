"""A site that is published has an address of its own, and ids of its own."""

import pytest

from puntina.core.digest import Faults
from puntina.core.settings import SettingsFile, load_settings, read_site
from tests.core.settings.settings import NOW, SETTINGS
from tests.site_builder import copy_of_sample


def found(folder, *, name="publishconf.py", **changes):
    """Return the printed problems of a publication whose settings are in a file of this name."""
    (folder / "content").mkdir(exist_ok=True)
    values = SETTINGS | changes
    (folder / name).write_text("".join(f"{key} = {value!r}\n" for key, value in values.items()), "utf-8")
    try:
        read_site(values, SettingsFile.at(folder / name), folder=folder, now=NOW)
    except Faults as faults:
        return [str(problem).partition(": ")[2] for problem in faults.problems]
    return []


@pytest.mark.parametrize(
    ("address", "domain", "is_refused"),
    [
        ("https://news.org", "vietmetric.example", True),
        ("https://name.github.io/repo", "news.EXAMPLE.com".lower(), True),
        ("https://news.org", "localhost", True),
        ("https://news.org", "news.test", True),
        ("https://news.org", "elsewhere.org", False),
        ("https://news.org", "anexample.com", False),
        ("https://vietmetric.example", "vietmetric.example", False),
        ("http://feeds.test:8000/x", "news.invalid", False),
    ],
)
def test_a_real_site_may_not_have_ids_in_a_domain_that_is_nobody_s(tmp_path, address, domain, is_refused):
    host = address.partition("://")[2].partition("/")[0]
    text = (
        f'SITE-SETTING FEED_ID_DOMAIN is "{domain}", which is reserved for examples, but the site is published at {host}'
        f' — write a domain of your own, such as "{host}", and the year in FEED_ID_YEAR; do not change them after publishing'
    )
    assert found(tmp_path, SITEURL=address, FEED_ID_DOMAIN=domain) == [text] * is_refused
    assert found(tmp_path, name="pelicanconf.py", SITEURL=address, FEED_ID_DOMAIN=domain) == []


def test_an_address_that_only_this_machine_can_reach_is_not_published(tmp_path):
    hint = "set SITEURL in publishconf.py to the URL at which readers find the site"
    text = "SITEURL is 'http://127.0.0.1:8000', which only this machine can reach"
    assert found(tmp_path, SITEURL="http://127.0.0.1:8000") == [f"SITE-SETTING {text} — {hint}"]


def test_the_sample_is_published_at_its_own_address_alone(tmp_path, monkeypatch):
    file = copy_of_sample(tmp_path).with_name("publishconf.py")
    problems = {}
    for address in ("https://vietmetric.example", "https://name.github.io/repo"):
        monkeypatch.setenv("SITEURL", address)
        try:
            read_site(load_settings(file), SettingsFile.at(file), folder=tmp_path, now=NOW)
            problems[address] = []
        except Faults as faults:
            problems[address] = [(problem.path, problem.text.partition(" ")[0]) for problem in faults.problems]
    assert problems == {
        "https://vietmetric.example": [],
        "https://name.github.io/repo": [("pelicanconf.py", "FEED_ID_DOMAIN")],
    }
