"""Checks URLs, mailto: and tel: links, in text and front matter alike."""

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote

from puntina.core.digest.message import Message, message
from puntina.core.digest.problem import Severity, nearest

SCHEMES = ("https", "http", "mailto", "tel")
# Names that no server of the web has (https://www.rfc-editor.org/rfc/rfc6762#appendix-G and rfc6761).
LOCAL = ("localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "test", "invalid")
PLAIN_HOST = rf"(?:[a-z0-9-]{{1,40}}\.){{1,5}}(?!(?:{'|'.join(LOCAL)})(?![a-z0-9.-]))[a-z]{{2,20}}"
_PLAIN = re.compile(rf"https?://(?![^/]*xn--){PLAIN_HOST}(?:/[A-Za-z0-9/._~-]*)?")  # as most are
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_PARTS = re.compile(r"(?P<slashes>/*)(?P<authority>[^/?#]*)")
_PORT = re.compile(r":(?P<port>[^\]:]*)\Z")
_LABEL = re.compile(r"[A-Za-z0-9_-]{1,63}")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*", re.IGNORECASE)
_TWICE = re.compile(r"https?(?::|//|\Z)", re.IGNORECASE)
# One address behind another, as pasting twice makes; an archive and a query have it behind a slash, a colon or a sign.
_GLUED = re.compile(r"(?<=[\w.,;()|])(?<!%[0-9A-F]{2})https?://", re.IGNORECASE)
_MAIL = re.compile(r"(?!/)[^\s@<>()\[\],;:\\\"]+@[^\s@<>()\[\],;:\\\"]+\.[^\s@<>()\[\],;:\\\".]+")
_PHONE = re.compile(r"\+?[\d().\- \xa0]*\d[\d().\- \xa0]*\d[\d().\- \xa0]*(?:;.*)?")
# What cannot be seen; the two that join letters only at the ends, as Persian and emoji have them within.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
    "|\\A[\u200c\u200d]|[\u200c\u200d](?=\\Z|[/?#])"
)
_ENCODED = re.compile(r"(?<![\w-])xn--([a-z0-9-]{1,60})", re.IGNORECASE)
_JOINS = "-_\u200c\u200d\u00b7\u30fb"  # signs within names of sites


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a URL and what to do; a warning if it may be intended."""

    text: Message
    hint: Message
    severity: Severity = Severity.ERROR


def fault_of_url(url: str) -> Fault | None:
    """The fault of a URL with a scheme or host; None if readers can follow it."""
    if _PLAIN.fullmatch(url):
        return None
    if fault := fault_of_characters(url):
        return fault
    found = _SCHEME.match(url)
    scheme, rest = (found[1].lower(), url[found.end() :]) if found else ("", url)
    if scheme in {"http", "https"}:
        return _web(scheme, rest)
    if scheme == "mailto":
        return _mail(rest)
    if scheme == "tel":
        return None if _PHONE.fullmatch(unquote(rest)) else _no_phone(url)
    return _other(url, scheme)


def fault_of_characters(url: str) -> Fault | None:
    """An invisible character in a URL, percent-encoded or not."""
    if found := _UNSEEN.search(unquote(_ENCODED.sub(_decoded, url))):
        text = message("an invisible character in the URL (U+{code})", code=f"{ord(found.group()):04X}")
        return Fault(text, message("retype the URL, or paste it again without the text around it"))
    return None


def _decoded(label: re.Match[str]) -> str:
    """The label of a host as it was typed, which Markdown has put into ASCII (RFC 3492)."""
    try:
        return label[1].encode().decode("punycode")
    except UnicodeError:
        return label[0]


def _web(scheme: str, rest: str) -> Fault | None:
    parts = _PARTS.match(rest)
    slashes, authority = (parts["slashes"], unquote(parts["authority"])) if parts else ("", "")
    if "\\" in unquote(rest):
        return Fault(message("a \\ in a URL"), message("write / instead"))
    if len(slashes) != 2 and (authority or len(slashes) < 2):
        text = message("a URL has two slashes after {scheme}:", scheme=scheme)
        return Fault(text, message("write {scheme}://example.org/…", scheme=scheme))
    if _TWICE.match(rest[2:]):
        return Fault(message("duplicate http:// or https://"), message("delete one of the two"))
    if _GLUED.search(rest, 2):
        return Fault(message("two URLs in one"), message("delete one of the two, or put a space between them"))
    user, at, server = authority.rpartition("@")
    return _server(server, scheme) or (_user(user) if at else None)


def _server(server: str, scheme: str) -> Fault | None:
    port = _PORT.search(server)
    host = server[: port.start()] if port else server
    if not host:
        text = message("a URL without a host")
        return Fault(text, message("write the full URL: {scheme}://example.org/…", scheme=scheme))
    if port and port["port"] and not _is_port(port["port"]):
        text = message('"{port}" is not a valid port', port=port["port"])
        return Fault(text, message("write a number from 1 to 65535, or delete it with its colon"))
    return _host(host)


def _is_port(port: str) -> bool:
    return port.isascii() and port.isdigit() and 0 < int(port[:6]) < 65536


def _host(host: str) -> Fault | None:
    last = host.rstrip(".").rpartition(".")[2]
    if host.startswith("[") or _NUMBER.fullmatch(last):
        return _ip(host)
    labels = host.removesuffix(".").split(".")
    if not all(map(_is_label, labels)) or len(host) > 253:
        return _no_host(host)
    if len(labels) == 1 or last.lower() in LOCAL:
        return _local(host)
    return None


def _is_label(label: str) -> bool:
    if label.isascii():
        return _LABEL.fullmatch(label) is not None
    return not any(unicodedata.category(char)[0] in "PSZC" for char in label if char not in _JOINS)


def _ip(host: str) -> Fault | None:
    try:
        found = ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return _no_host(host)
    if host.startswith("[") != (found.version == 6):
        return _no_host(host)
    return None if found.is_global else _local(host)


def _no_host(host: str) -> Fault:
    text = message('"{host}" is not a valid host name', host=host[:60])
    return Fault(text, message("correct it; a host name consists of letters, digits, hyphens and full stops"))


def _local(host: str) -> Fault:
    text = message('"{host}" is on this machine or network, where readers cannot reach it', host=host[:60])
    hint = message("write the public URL; for a page of this site, the path of its file")
    return Fault(text, hint, Severity.WARNING)


def _user(user: str) -> Fault:
    text = message("a user name or password in the URL, which readers would see")
    return Fault(text, message("delete what is before the @"), Severity.WARNING)


def _mail(rest: str) -> Fault | None:
    to, _, query = rest.partition("?")
    people = [each.strip() for each in unquote(to).split(",") if each.strip()]
    if people and all(map(_MAIL.fullmatch, people)):
        return None
    if not people and re.search(r"(?:^|&)to=[^&]*(?:@|%40)", query, re.IGNORECASE):
        return None
    if not people:
        return Fault(message("a mailto: without an address"), message("write mailto:name@example.org"))
    text = message('"{address}" is not a valid e-mail address', address=people[0][:60])
    return Fault(text, message("write mailto:name@example.org"))


def _no_phone(url: str) -> Fault:
    text = message('"{url}" is not a valid telephone number', url=unquote(url)[:60])
    return Fault(text, message("write tel: and digits, with the country first: tel:+390612345"))


def _other(url: str, scheme: str) -> Fault:
    text = message('"{url}" is not a kind of link that is allowed', url=unquote(url)[:60])
    if (near := nearest(scheme, SCHEMES)) and len(scheme) > 2:
        return Fault(text, message("did you mean {scheme}:?", scheme=near))
    return Fault(text, message("use https:, http:, mailto: or tel:, or the path of a file"))
