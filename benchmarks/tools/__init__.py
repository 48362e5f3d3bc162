"""The tools that are compared, a file each; sites/ has their templates."""

from benchmarks.tools.eleventy import ELEVENTY
from benchmarks.tools.hugo import HUGO, HUGO_FULL
from benchmarks.tools.pelican import PELICAN, PELICAN_CACHE
from benchmarks.tools.puntina import PUNTINA
from benchmarks.tools.tool import BUILDS, CASES, Tool

TOOLS = {tool.name: tool for tool in (PUNTINA, HUGO, HUGO_FULL, ELEVENTY, PELICAN, PELICAN_CACHE)}

__all__ = ["BUILDS", "CASES", "TOOLS", "Tool"]
