"""What every output depends on: a change of it is seen, wherever it is written."""

from pathlib import Path

import pytest

from puntina.core.engine import epoch as epoch_of
from puntina.core.engine.epoch import Epoch, code, epoch


def shout(text):
    return text.upper()


def of(folder: Path, **settings: object) -> Epoch:
    return epoch(settings, b"TEXT = 1", folder)


def changed(before: Epoch, after: Epoch) -> list[str]:
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("simple", "notmyidea"),
        ({"eur": 1.25}, {"eur": 9.99}),
        ({"f": shout, "rates": {"eur": 1.25}}, {"f": shout, "rates": {"eur": 9.99}}),
        ([1, {"a", "b"}], [1, {"a", "c"}]),
        ({"folder": Path("/a")}, {"folder": Path("/b")}),
        ({"f": shout}, {"g": shout}),
    ],
)
@pytest.mark.parametrize("name", ["THEME", "JINJA_GLOBALS"])
def test_another_value_of_a_setting_counts(tmp_path, name, one, other):
    assert changed(of(tmp_path, **{name: one}), of(tmp_path, **{name: other})) == [f"the setting {name}"]
    assert of(tmp_path, **{name: one}) == of(tmp_path, **{name: one})


def test_the_order_of_a_set_does_not_count(tmp_path):
    letters = [chr(97 + number) for number in range(20)]
    one, other = ({"set": frozenset(found), "f": shout} for found in (letters, letters[::-1]))
    assert of(tmp_path, JINJA_GLOBALS=one) == of(tmp_path, JINJA_GLOBALS=other)


def test_where_a_setting_holds_a_function_the_code_beside_the_settings_counts(tmp_path):
    (tmp_path / "filters.py").write_text("x = 1")
    plain, before = of(tmp_path, A=1), of(tmp_path, JINJA_FILTERS={"shout": shout})
    (tmp_path / "filters.py").write_text("x = 2")
    assert changed(before, of(tmp_path, JINJA_FILTERS={"shout": shout})) == ["the code beside the settings"]
    assert of(tmp_path, A=1) == plain


def test_code_behind_a_link_to_a_folder_counts(tmp_path, monkeypatch):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/links.py").write_text("x = 1")
    (tmp_path / "puntina").mkdir()
    (tmp_path / "puntina/share").symlink_to("../elsewhere", target_is_directory=True)
    monkeypatch.setattr(epoch_of, "PACKAGE", tmp_path / "puntina")
    before = of(tmp_path)
    (tmp_path / "elsewhere/links.py").write_text("x = 2")
    assert changed(before, of(tmp_path)) == ["the code of Puntina"]
    assert code(tmp_path / "puntina") == code(tmp_path / "puntina")
