"""What the other tools' sites take from Puntina's theme: its static files, icons and share links."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from benchmarks.tools.facts import PROJECT
from puntina.defaults import SHARE
from puntina.share import NETWORKS, Network

SITES = PROJECT / "benchmarks" / "sites"
THEME = PROJECT / "themes" / "daily"
BY_NAME = {network.name: network for network in NETWORKS}
# Safe: what is printed are the theme's own icons.
_ICONS = Environment(loader=FileSystemLoader(THEME / "templates"), trim_blocks=True, autoescape=True)


def copy_site(name: str, site: Path, marks: Mapping[str, str]) -> None:
    """Copies a tool's templates into the site, with the text for each @@mark@@ put in."""
    texts = {"pin": _macro("_pin.html", "pin"), **marks}
    for source in sorted(path for path in (SITES / name).rglob("*") if path.is_file()):
        text = source.read_text("utf-8")
        for mark, put in texts.items():
            text = text.replace(f"@@{mark}@@", put)
        target = site / source.relative_to(SITES / name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def copy_static(folder: Path) -> None:
    """Copies the theme's style sheet, script and icon into the folder."""
    shutil.copytree(THEME / "static", folder, dirs_exist_ok=True)


def share_links(*, title: str, url: str, plain_url: str, say: Callable[[str], str]) -> str:
    """The share links that a publication has by default, as HTML of a template.

    `title` and `url` are the template's expressions for the percent-encoded texts, `plain_url` that for the address as
    it is, and `say` gives the expression for a string of the site.
    """
    return "\n".join(_way(BY_NAME[name], title, url, plain_url, say) for name in SHARE)


def _way(way: Network, title: str, url: str, plain_url: str, say: Callable[[str], str]) -> str:
    message = say(f"share_{way.name}")
    label = f'<span aria-hidden="true">{way.label}</span>\n<span class="visually-hidden">{message}</span>'
    face = f"{_macro('_icons.html', 'icon', way.name)}\n"
    face += label if way.label else f"<span>{message}</span>"
    if way.kind == "link":
        address = way.address.replace("&", "&amp;").replace("{text}", "{title}%20{url}")
        address = address.replace("{title}", title).replace("{url}", url)
        return f'<li><a class="share__link" href="{address}" rel="nofollow noopener">{face}\n</a></li>'
    data = f'data-share="{way.kind}" data-url="{plain_url}"'
    return f'<li hidden><button class="share__link" type="button" {data}>{face}\n</button></li>'


def _macro(template: str, name: str, *arguments: str) -> str:
    return str(getattr(_ICONS.get_template(template).module, name)(*arguments)).strip()
