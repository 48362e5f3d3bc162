"""The tools that are compared, a file each; sites/ has their templates."""

from benchmarks.tools.eleventy import ELEVENTY
from benchmarks.tools.hugo import HUGO, HUGO_FULL
from benchmarks.tools.pelican import PELICAN, PELICAN_CACHE
from benchmarks.tools.puntina import PUNTINA, PUNTINA_FEEDS, PUNTINA_NO_FEEDS
from benchmarks.tools.tool import BUILDS, CASES, Tool

EVERY = (PUNTINA, HUGO, HUGO_FULL, ELEVENTY, PELICAN, PELICAN_CACHE, PUNTINA_FEEDS, PUNTINA_NO_FEEDS)
TOOLS = {tool.name: tool for tool in EVERY}

__all__ = ["BUILDS", "CASES", "TOOLS", "Tool"]
