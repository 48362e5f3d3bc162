"""Finds files for the site's root, such as ads.txt or CNAME, that are not in the folder root/."""

import re

from puntina.core.content.root_files import KNOWN
from puntina.core.digest.message import Message, message
from puntina.core.settings import Site
from puntina.core.settings.path_faults import ROOT_FILES

Fault = tuple[str, Message, Message]
_WELL_KNOWN = ".well-known"
# What hosts, shops, search engines, browsers and programs ask for at the root, each as it is spelled there.
_NAMES = {
    name.casefold(): name
    for name in (
        *(KNOWN - {".nomedia"}),
        "ads.txt", "app-ads.txt", "sellers.json", "robots.txt", "humans.txt", "llms.txt", "llms-full.txt", "ai.txt",
        "trust.txt", "carbon.txt", "security.txt", "keybase.txt", "CNAME", "_headers", "_redirects", "favicon.ico",
        "favicon.svg", "favicon.png", "browserconfig.xml", "crossdomain.xml", "site.webmanifest",
        "manifest.webmanifest", "BingSiteAuth.xml", "opensearch.xml",
    )
}  # fmt: skip
# Signs of whose a site is, for Google, Yandex, Pinterest, Baidu, Naver, IndexNow; and what Apple's phones ask for.
_SIGNS = re.compile(
    r"(?:google|yandex_|pinterest-|baidu_verify_|naver)[0-9a-z-]*\d[0-9a-z-]*\.html|[0-9a-f]{32}\.(?:txt|html)"
    r"|apple-touch-icon(?:-[0-9x]+)?(?:-precomposed)?\.png",
    re.IGNORECASE,
)


def meant_for_root(path: str, site: Site) -> Fault | None:
    """The problem of a file or folder that belongs in root/, with a hint where to move it."""
    folder, _, name = path.rpartition("/")
    codes = site.rules.languages
    is_named_so = folder.casefold() in {f"{code}/{ROOT_FILES}".casefold() for code in codes} and not name.endswith(
        ".md"
    )
    if not is_named_so and folder not in {"", *codes}:
        return None
    right = _NAMES.get(name.casefold(), name if _SIGNS.fullmatch(name) or is_named_so else "")
    if not right:
        return None
    text = message("files for the site's root are not published from this folder")
    if right == "robots.txt" and site.tells_crawlers and not site.root:
        hint = message("delete it: robots.txt is made from AI_USE and SITEMAP_URL")
    else:
        right = f"{_WELL_KNOWN}/{right}" if right == "security.txt" else right
        hint = message("move it to {place}", place=f"{site.rules.folder}/{ROOT_FILES}/{right}")
    return "FILE-STRAY", text, hint
