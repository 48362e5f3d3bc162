"""Files outside the language folders of a publication with several languages."""

from collections.abc import Iterable, Iterator

from puntina.core.content.problem_at import at
from puntina.core.digest import Digest, Position, Problem, Severity
from puntina.core.digest.message import message
from puntina.core.settings import Site


def outside_problems(digests: Iterable[Digest], site: Site) -> Iterator[Problem]:
    """A warning for each file that is taken for the default language's because it is in no language's folder.

    A file with a `lang:` line is not reported.
    """
    codes = site.rules.languages
    folded = {code.lower() for code in codes}  # a folder in the wrong case is a problem of its own
    for digest in digests if len(codes) > 1 else ():
        first, _, _ = digest.path.partition("/")
        if first.lower() not in folded and not digest.meta.has("lang"):
            text = message('not in a language folder, so treated as "{lang}"', lang=digest.meta.lang)
            hint = message(
                "move it to the folder {folder}/, or add lang: {lang}", folder=digest.meta.lang, lang=digest.meta.lang
            )
            yield at(digest, Position(1, 1), site, "FM-LANG", text, hint, Severity.WARNING)
