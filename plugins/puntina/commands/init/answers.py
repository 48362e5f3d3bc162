"""What `init` has to know about a publication, read from what was typed: all that is wrong is reported at once."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from babel.localtime import get_localzone

from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import Message, message
from puntina.core.digest.names import fault_of_name
from puntina.core.digest.slugs import slugify
from puntina.core.settings import setting_values as valid
from puntina.core.settings.publish_faults import is_local
from puntina.core.settings.web_addresses import site_address

LANGUAGES, CATEGORIES = "en", "world,economy,technology,science,culture"  # where none are named
_BETWEEN = re.compile(r"[,;،、\s]+(?=\S)|[,;،、\s]+$")
_COMMAS = re.compile("[,;،、]")


@dataclass(frozen=True, slots=True)
class Answers:
    """A publication's facts."""

    name: str
    url: str  # of the site for readers, without a slash at its end
    languages: tuple[str, ...]  # BCP 47 codes, the default one first
    categories: tuple[tuple[str, str], ...]  # a key and the name as it was typed
    holder: str
    timezone: str
    year: int  # in which the publication begins

    @property
    def domain(self) -> str:
        """The host of the URL, in whose name feed ids are made."""
        return (urlsplit(self.url).hostname or "").rstrip(".")


def read_answers(
    *, name: str, url: str, languages: str, categories: str, holder: str, timezone: str, year: int
) -> Answers:
    """The facts; lists are typed with commas, and a URL without https:// gets it.

    Raises Faults with everything that is wrong.
    """
    found = Answers(
        name=_text(name),
        url=_url(url),
        languages=tuple(map(_code, _listed(languages, _BETWEEN))),
        categories=tuple((slugify(word), word) for word in _listed(categories, _COMMAS)),
        holder=_text(holder),
        timezone=timezone.strip() or local_timezone(),
        year=year,
    )
    if problems := tuple(_problems(found)):
        raise Faults(problems)
    return found


def local_timezone() -> str:
    """The name of this machine's time zone; "UTC" where it has none."""
    key = getattr(get_localzone(), "key", "")
    return key if key and not valid.timezone(key) else "UTC"


def fault_of(option: str, value: str) -> Message | None:
    """What is wrong with an answer by itself and what to do; None where it is fine.

    >>> fault_of("url", "humus")
    >>> fault_of("languages", "en,xx")
    '"xx" is not the code of a language — write codes such as en or pt-BR, with commas between them'
    """
    fine = {"name": "x", "url": "https://x.example", "languages": LANGUAGES, "categories": CATEGORIES, "holder": "x"}
    try:
        read_answers(**{**fine, option: value}, timezone="UTC", year=2000)
    except Faults as faults:
        first = faults.problems[0]
        return message("{text} — {hint}", text=first.text, hint=first.hint)
    return None


def _text(typed: str) -> str:
    return unicodedata.normalize("NFC", " ".join(typed.split(" "))).strip()


def _url(typed: str) -> str:
    address = typed.strip().rstrip("/")
    return address if not address or "://" in address else f"https://{address}"


def _listed(typed: str, between: re.Pattern[str]) -> list[str]:
    return [word for each in between.split(typed) if (word := _text(each))]


def _code(typed: str) -> str:
    """The code as BCP 47 recommends it: zh-Hant-TW for zh_hant_tw."""
    first, *others = typed.replace("_", "-").split("-")
    shapes: dict[int, Callable[[str], str]] = {2: str.upper, 4: str.title}
    return "-".join([first.lower(), *(shapes.get(len(part), str.lower)(part) for part in others)])


def _problems(found: Answers) -> Iterator[Problem]:
    for option, fault in (
        ("--name", valid.text(found.name)),
        ("--url", site_address(found.url)),
        ("--holder", valid.text(found.holder)),
        ("--timezone", valid.timezone(found.timezone)),
    ):
        if fault:
            yield _problem(message("{option} {fault}", option=option, fault=fault), _HINTS[option])
    if not site_address(found.url) and (is_local(found.domain) or valid.domain(found.domain)):
        what = message("--url is {value!r}, which only this machine can reach", value=found.url)
        yield _problem(what, _HINTS["--url"])
    yield from _languages(found.languages)
    yield from _categories(found.categories)


_HINTS = {
    "--name": message('write the name of the publication: --name "Humus"'),
    "--url": message("write the URL at which readers will find the site: --url https://humus.example"),
    "--holder": message('write who holds the rights: --holder "Humus Verlag"'),
    "--timezone": message("write a name such as Europe/Rome"),
}


def _languages(codes: tuple[str, ...]) -> Iterator[Problem]:
    hint = message("write codes such as en or pt-BR, with commas between them")
    if not codes:
        yield _problem(message("--languages is empty"), hint)
    for code in dict.fromkeys(codes):
        if not _is_language(code):
            yield _problem(message('"{code}" is not the code of a language', code=code), hint)
        elif codes.count(code) > 1:
            yield _problem(message('"{code}" is in --languages twice', code=code), message("write each language once"))


def _is_language(code: str) -> bool:
    try:
        return bool(valid.LANGUAGE.fullmatch(code) and Locale.parse(code, sep="-"))
    except (UnknownLocaleError, ValueError):
        return False


def _categories(categories: tuple[tuple[str, str], ...]) -> Iterator[Problem]:
    if not categories:
        yield _problem(
            message("--categories is empty"), message("name one or more, with commas between them: world,economy")
        )
    keys = [key for key, _ in categories]
    for key, word in categories:
        if fault := valid.text(word) or fault_of_name(key):
            what = message('the category "{word}" cannot have a URL: its name {fault}', word=word, fault=fault)
            yield _problem(what, message("name it with letters or digits"))
    for key in dict.fromkeys(key for key in keys if key and keys.count(key) > 1):
        words = '", "'.join(word for each, word in categories if each == key)
        what = message('the categories "{words}" would have the same URL, category/{key}/', words=words, key=key)
        yield _problem(what, message("name them so that they differ in letters or digits"))


def _problem(what: Message, hint: Message) -> Problem:
    return Problem("init", 0, 0, "INIT-ANSWER", what, hint)
