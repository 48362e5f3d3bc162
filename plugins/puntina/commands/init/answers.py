"""Reads and validates the answers that `init` needs; reports everything that is wrong at once."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from babel.localtime import get_localzone

from puntina.commands.importer.lines import cleaned
from puntina.core.digest import Faults, Problem
from puntina.core.digest.languages import LANGUAGE
from puntina.core.digest.message import Message, message
from puntina.core.digest.names import fault_of_name
from puntina.core.digest.slugs import slugify
from puntina.core.settings import setting_values as valid
from puntina.core.settings.publish_faults import is_local
from puntina.core.settings.value_faults import unwritable
from puntina.core.settings.web_addresses import site_address

LANGUAGES, CATEGORIES = "en", "world,economy,technology,science,culture"  # where none are named
_BETWEEN = re.compile(r"[,;،、\s]+(?=\S)|[,;،、\s]+$")
_COMMAS = re.compile("[,;،、]")
_COPYRIGHT = re.compile(r"\A(?:(?:©|\(c\)|copyright)\s*)+(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s+)?", re.IGNORECASE)
_HTTP = re.compile(r"(?P<scheme>https?):/*(?P<rest>.*)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?![0-9])", re.IGNORECASE)
_problem = partial(Problem.whole, "init", "INIT-ANSWER")


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
        return urlsplit(self.url).hostname or ""


def read_answers(
    *, name: str, url: str, languages: str, categories: str, holder: str, timezone: str, year: int
) -> Answers:
    """The facts; lists are typed with commas, a URL without https:// gets it, and invisible characters are dropped.

    Raises Faults with everything that is wrong.
    """
    typed = {"--name": name, "--url": url, "--categories": categories, "--holder": holder}
    if undecoded := tuple(_problem(what, hint) for _, what, hint in unwritable(typed)):
        raise Faults(undecoded)
    found = Answers(
        name=cleaned(name),
        url=_url(url),
        languages=tuple(map(_code, _listed(languages, _BETWEEN))),
        categories=tuple((slugify(word), word) for word in _listed(categories, _COMMAS)),
        holder=_COPYRIGHT.sub("", cleaned(holder)),  # which pages put before it
        timezone=cleaned(timezone) or local_timezone(),
        year=year,
    )
    if problems := tuple(_problems(found)):
        raise Faults(problems)
    return found


def local_timezone() -> str:
    """The name of this machine's time zone; "UTC" where it has none."""
    key = getattr(get_localzone(), "key", "")
    return key if key and not valid.timezone(key) else "UTC"


def refuse_wrong(typed: Mapping[str, str]) -> None:
    """Raises Faults with what is wrong with those of the answers that were typed; the others may still be asked for."""
    given = {option: value for option, value in typed.items() if value}
    read_answers(**{**_FINE, **given}, year=2000)


def fault_of(option: str, value: str) -> str:
    """What is wrong with one answer, and what to do; "" where it is fine.

    >>> fault_of("url", "humus.example")
    ''
    >>> fault_of("languages", "en,xx")
    '"xx" is not a valid language code — write codes such as en or pt-BR, separated by commas'
    """
    try:
        refuse_wrong({option: value or " "})
    except Faults as faults:
        return message("{text} — {hint}", text=faults.problems[0].text, hint=faults.problems[0].hint)
    return ""


_FINE = {
    "name": "x",
    "url": "https://humus.example",
    "languages": LANGUAGES,
    "categories": CATEGORIES,
    "holder": "x",
    "timezone": "UTC",
}


def _url(typed: str) -> str:
    """The URL with its scheme and host in lower case; what has no scheme gets one, what is no URL stays as it is."""
    text = cleaned(typed).rstrip("/")
    if http := _HTTP.fullmatch(text):
        scheme, rest = http["scheme"].lower(), http["rest"]
    elif text and not _SCHEME.match(text):
        scheme, rest = "https", text.lstrip("/")
    else:
        return text
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.lower().rstrip('.')}{slash}{path}" if "@" not in host else f"{scheme}://{rest}"


def _listed(typed: str, between: re.Pattern[str]) -> list[str]:
    return [word for each in between.split(typed) if (word := cleaned(each))]


def _code(typed: str) -> str:
    """The code as BCP 47 recommends it: zh-Hant-TW for zh_hant_tw."""
    first, *others = typed.replace("_", "-").split("-")
    shapes: dict[int, Callable[[str], str]] = {2: str.upper, 4: str.title}
    return "-".join([first.lower(), *(shapes.get(len(part), str.lower)(part) for part in others)])


def _problems(found: Answers) -> Iterator[Problem]:
    faults = {
        "--name": valid.text(found.name),
        "--url": site_address(found.url),
        "--holder": valid.text(found.holder),
        "--timezone": valid.timezone(found.timezone),
    }
    if found.holder == found.name:  # as is suggested
        del faults["--holder"]
    for option, fault in faults.items():
        if fault:
            yield _problem(message("{option} {fault}", option=option, fault=fault), _HINTS[option])
    if not faults["--url"] and (of_host := _fault_of_host(found)):
        yield _problem(of_host, _HINTS["--url"])
    yield from _languages(found.languages)
    yield from _categories(found.categories)


_HINTS = {
    "--name": message("write the name of the publication, such as Humus"),
    "--url": message("write the URL at which readers will find the site, such as https://humus.example"),
    "--holder": message("write the name of the copyright holder, such as Humus Verlag"),
    "--timezone": message("write a name such as Europe/Rome"),
}


def _fault_of_host(found: Answers) -> Message | None:
    """What keeps the host from being one whose name is in feed ids: https://www.rfc-editor.org/rfc/rfc4151."""
    if is_local(found.domain):
        return message("--url is {value!r}, which only this machine can reach", value=found.url)
    name, _, last = found.domain.rpartition(".")
    if not name or last.isdigit() or valid.domain(found.domain):
        return message("--url is {value!r}, whose host is not a domain", value=found.url)
    return None


def _languages(codes: tuple[str, ...]) -> Iterator[Problem]:
    hint = message("write codes such as en or pt-BR, separated by commas")
    if not codes:
        yield _problem(message("--languages is empty"), hint)
    for code in dict.fromkeys(codes):
        if not _is_language(code):
            yield _problem(message('"{code}" is not a valid language code', code=code), hint)
        elif codes.count(code) > 1:
            yield _problem(message('"{code}" is in --languages twice', code=code), message("write each language once"))


def _is_language(code: str) -> bool:
    try:
        return bool(LANGUAGE.fullmatch(code) and Locale.parse(code, sep="-"))
    except (UnknownLocaleError, ValueError):
        return False


def _categories(categories: tuple[tuple[str, str], ...]) -> Iterator[Problem]:
    if not categories:
        yield _problem(
            message("--categories is empty"), message("name one or more, separated by commas: world,economy")
        )
    keys = [key for key, _ in categories]
    for key, word in categories:
        if fault := valid.text(word) or fault_of_name(key):
            what = message('the category "{word}" cannot have a URL: its name {fault}', word=word, fault=fault)
            yield _problem(what, message("name it with letters or digits"))
    for key in dict.fromkeys(key for key in keys if key and keys.count(key) > 1):
        words = '", "'.join(word for each, word in categories if each == key)
        what = message('the categories "{words}" would have the same URL, category/{key}/', words=words, key=key)
        yield _problem(what, message("use names that differ in letters or digits"))
