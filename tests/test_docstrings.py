"""The examples in docstrings give what they say."""

import doctest
import importlib
import pkgutil

import puntina


def test_every_example_gives_what_it_says():
    names = [module.name for module in pkgutil.walk_packages(puntina.__path__, "puntina.")]
    names.remove("puntina.__main__")  # which runs the command line
    results = [doctest.testmod(importlib.import_module(name)) for name in names]
    assert (sum(found.failed for found in results), sum(found.attempted for found in results) > 15) == (0, True)
