"""The body of `invoke check`: every problem of settings and content, without a build and without Pelican."""

import datetime as dt
import sys
from pathlib import Path

from plugins.check.content import read_content
from plugins.check.report import report
from plugins.digest import Faults, errors
from plugins.locales import catalogue_problems
from plugins.site import SettingsFile, Site, load_settings, read_site


def load_site(settings_file: Path) -> Site:
    """The Site of a settings file; raises Faults with all that is wrong with it."""
    path = settings_file.absolute()
    return read_site(load_settings(path), SettingsFile.at(path), folder=path.parent, now=dt.datetime.now(dt.UTC))


def check(settings_file: Path) -> int:
    """Prints every problem and returns the exit code: 1 where there is an error, 0 where there are warnings at most."""
    try:
        site = load_site(settings_file)
    except Faults as faults:
        print("\n".join(report(faults.problems, settings_file.absolute().parent)), file=sys.stderr)
        return 1
    content = read_content(site)
    problems = (*content.problems, *catalogue_problems(site, site.folder / site.theme))
    for line in report(problems, site.folder):
        print(line, file=sys.stderr)
    wrong = bool(errors(problems))
    print(f"{len(content.digests):,} files read, {'mend the errors above' if wrong else 'all can be built'}")
    return int(wrong)
