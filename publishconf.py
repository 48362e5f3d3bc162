"""What production adds to pelicanconf.py: the address under which readers find the site."""

import os
import runpy
from pathlib import Path

# Run and not imported, so that it is found from whatever folder the build is started in.
globals().update(
    {
        name: value
        for name, value in runpy.run_path(str(Path(__file__).with_name("pelicanconf.py"))).items()
        if name.isupper()
    }
)

# GitHub's workflow sets it; a publication with a domain of its own writes it here instead.
SITEURL = os.environ.get("SITEURL", "")

SEARCH = True
