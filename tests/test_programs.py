import pytest

from tests import programs


def test_what_is_missing_is_said_with_its_packages_where_nothing_may_be_installed(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(programs, "root_prefix", lambda: None)
    assert programs.ensure_programs() is None
    assert capsys.readouterr().err == f"{programs.MISSING}\n"
    assert programs.missing_packages() == ["newsboat", "rss2email", "sfeed"]


@pytest.mark.parametrize("lock", ["{}", None])
def test_parsers_of_another_commit_are_brought_anew(tmp_path, monkeypatch, lock):
    monkeypatch.setattr(programs, "NODE", tmp_path)
    monkeypatch.setattr(programs, "missing_packages", list)
    brought = []
    monkeypatch.setattr(programs, "_bring_parsers", lambda: bool(brought.append(1)) or True)
    if lock:
        (tmp_path / "package-lock.json").write_text(lock)
    assert programs.ensure_programs() == tmp_path
    assert brought == [1]
