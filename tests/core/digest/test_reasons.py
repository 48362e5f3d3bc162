"""Why a system refused something, in the editor's language."""

import errno
import os

import pytest

from puntina.core.digest.message import message
from puntina.core.digest.reasons import reason_of
from puntina.core.locales.editors import ENGLISH, LANGUAGES, translator

KNOWN = [os.strerror(each) for each in (errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOTDIR, errno.ENOSPC)]


@pytest.mark.parametrize("said", [*KNOWN, "Not a file"])
@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
def test_what_systems_say_often_is_translated(said, lang):
    text = message("can't be read: {reason}", reason=reason_of(said))
    assert said in ENGLISH(text)
    assert said not in translator(lang)(text)


@pytest.mark.parametrize(("said", "shown"), [("Something new", "Something new"), (None, "")])
def test_what_is_not_known_stays_as_it_is(said, shown):
    assert reason_of(said) == shown
