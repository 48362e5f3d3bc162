import os

import pytest

from puntina.core.digest import Faults
from puntina.core.engine.lock import lock, unlock


def test_a_second_build_is_told_who_holds_the_folder_and_a_third_goes_on(tmp_path):
    held = lock(tmp_path / "output")
    with pytest.raises(Faults) as second:
        lock(tmp_path / "output")
    unlock(held)
    unlock(lock(tmp_path / "output"))
    text = (
        f"process {os.getpid()} is building this folder — it is this process; to build on every change: puntina serve"
    )
    assert str(second.value) == f"output: OUTPUT-LOCKED {text}"
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_can_not_be_written_to_is_a_problem(tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(Faults) as found:
        lock(tmp_path / "file" / "site" / "output")
    text = "can't be written: Not a directory — fix that, or name another folder in OUTPUT_PATH"
    assert str(found.value) == f"output: OUTPUT-WRITE {text}"
