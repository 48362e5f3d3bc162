"""The URL of a site that is built for readers but viewed on this machine."""

from pathlib import Path
from urllib.parse import urlsplit

from puntina.core.digest import Faults
from puntina.core.settings import load_settings
from puntina.core.settings.publish_faults import is_local

USUAL = "http://127.0.0.1:8000"  # where `serve` is, unless it is told otherwise


def local_address(settings_file: Path) -> str:
    """The first of the addresses in the settings that leads to this machine, else the usual one."""
    path = settings_file.absolute()
    try:
        found = [load_settings(file).get("SITEURL") for file in (path, path.with_name("pelicanconf.py"))]
    except Faults:  # which a build will report
        return USUAL
    return next((each for each in found if isinstance(each, str) and _is_local(each)), USUAL)


def at_origin(settings_file: Path, origin: str, root: str) -> str:
    """The address of the site at this origin: with the path that it has for readers, else with `root`."""
    try:
        address = load_settings(settings_file.absolute()).get("SITEURL")
        return origin + (urlsplit(address).path.rstrip("/") if isinstance(address, str) else root)
    except (Faults, ValueError):  # which a build will report
        return origin + root


def _is_local(address: str) -> bool:
    try:
        return is_local(urlsplit(address).hostname or "")
    except ValueError:
        return False
