"""Edits of what every page hangs on: theme, catalogues, plugins' code, settings and the cut-off."""

import datetime as dt
import re
from pathlib import Path
from random import Random

from puntina.core.digest.timestamps import NEWS
from tests.core.engine.sketch import FORMAT, TAGS, use_own_plugin, words
from tests.core.engine.trial import Trial

_MARK = re.compile(r"edit\d+ ?")
# Places in the plugins' code where a mark may stand that readers see, or in a comment that nobody does.
CODE = (
    ("copyright/notice.py", 'f"© '),
    ("share/networks.py", "https://t.me/share/url?"),
    ("summary/box.py", '<li dir="auto">'),
    ("editions/letter.py", 'Markup("<strong>'),
    ("lite/policy.py", '"body{'),
    ("core/digest/body.py", '"""'),
    ("core/engine/output.py", '"""'),
    ("feeds/formats.py", '"""'),
    ("metadata/news_article.py", '"@type": "NewsArticle", "@id": f"'),
    ("crawlers/robots.py", 'yield "User-agent: *'),
    ("search/records.py", '"""'),
)
SETTINGS = {
    "SITENAME": ("Notizie", "Altre notizie", "Notizie & <co>"),
    "SITEURL": ("https://news.example", "https://news.example/sub"),
    "DEFAULT_PAGINATION": (2, 3, 5, 100),
    "SHARE": ([], ["x"], ["email", "copy", "native"], ["facebook", "mastodon", "x"]),
    "RELATED": (0, 1, 3),
    "SUMMARY_POSITION": ("as written", "top", "bottom"),
    "FEED_SIZE": (1, 3, 10, 50),
    "COPYRIGHT_LICENCE": ("", "CC-BY-4.0", ("Nostra", "https://example.org/nostra")),
    "COPYRIGHT_HOLDER": ("Notizie", "Altri"),
    "TEASER_LENGTH": (20, 200),
    "TIMEZONE": ("Asia/Ho_Chi_Minh", "America/New_York"),
    "STATIC_PATHS": (["media"], ["media/deep"]),
    "THEME_STATIC_DIR": ("theme", "assets"),
    "FEED_ID_YEAR": (2024, 2025),
    "FEED_FORMATS": (
        {},
        {"all": ["json"], "tag": ["rss", "atom"], "together": []},
        {"category": [], "author": ["atom"]},
    ),
    "FEED_TAG_MINIMUM": (1, 2, 3),
    "FEED_HUB": ("", "https://hub.example/"),
    "SEARCH": (True, False),
    "MAIL_SERVICE": ((), ("Posta", "https://mail.example/?feed={feed}")),
    "AI_USE": ("allow", "no training", "none"),
}
ADDRESSES = {
    "LIST_PAGE_URL": ("page/{number}/", "p{number}.html"),
    "ARTICLE_URL": ("{date:%Y}/{date:%m}/{slug}/", "{slug}.html", "a/{category}/{slug}/"),
    "TAG_URL": ("tag/{slug}/", "t/{slug}.html"),
    "CATEGORY_URL": ("category/{slug}/", "c/{slug}/"),
    "TAGS_URL": ("tags/", "tags.html"),
    "FEED_RSS_URL": ("feed.xml", "rss/feed.xml", "feed/"),
    "FEED_JSON_URL": ("feed.json", "feed/json/"),
    "FEED_OPML_URL": ("feeds.opml", "", "all.opml"),
    "REDIRECTS": ([], ["{slug}/amp/"], ["alt/{slug}.html", "{date:%Y}/{slug}/amp/"]),
    "SEARCH_URL": ("search/", "find.html"),
    "SUBSCRIBE_URL": ("subscribe/", "", "follow.html"),
    "SITEMAP_URL": ("sitemap.xml", "", "maps/all.xml"),
    "NEWS_SITEMAP_URL": ("sitemap-news.xml", "", "news.xml"),
    "FEED_URLS": ({}, {"category": {"rss": "feeds/{slug}.xml"}, "together": {"rss": "world.xml"}}),
    "EDITIONS_URL": ("edition/", "", "ed.html"),
    "LITE_URL": ("lite/", "", "l/deep/"),
    "MONTH_ARCHIVE_URL": ("", "{date:%Y}/{date:%m}/", "{date:%Y}-{date:%m}.html"),
    "THREAD_URL": ("thread/{slug}/", "storie/{slug}.html"),
    "OUTLET_URL": ("outlet/{slug}/", "", "o/{slug}.html"),
    "CORRECTIONS_URL": ("", "corrections/", "errata.html"),
    "OUTLETS_URL": ("outlets/", "", "o.html"),
    "YEAR_ARCHIVE_URL": ("{date:%Y}/", "year/{date:%Y}.html"),
}


def template(trial: Trial, rng: Random) -> None:
    """Mark a template or partial of the theme at its end, or in a block where it has some."""
    path = rng.choice(sorted(_templates(trial).glob("*.html")))
    text = _MARK.sub("", path.read_text("utf-8"))
    blocks = [each for each in re.findall(r"{% block \w+ %}", text) if "kind" not in each]
    at = rng.choice(blocks) if blocks else ""
    mark = _mark(trial)
    path.write_text(text.replace(at, at + mark, 1) if at else f"{text.rstrip()}{mark}\n", "utf-8")


def macro(trial: Trial, rng: Random) -> None:
    """Mark a macro, which other templates import."""
    path = rng.choice(
        [path for path in sorted(_templates(trial).glob("*.html")) if "{% macro" in path.read_text("utf-8")]
    )
    text = _MARK.sub("", path.read_text("utf-8"))
    at = rng.choice(re.findall(r"{% macro .*?%}", text))
    path.write_text(text.replace(at, at + _mark(trial), 1), "utf-8")


def style(trial: Trial, rng: Random) -> None:
    """Change a file of the theme that is copied."""
    path = rng.choice(sorted(_theme(trial, "static").glob("*.*")))
    path.write_text(f"{path.read_text('utf-8')}\n/* {_mark(trial)}*/\n", "utf-8")


def theme_file(trial: Trial, rng: Random) -> None:
    """Add a file to those of the theme that are copied, or take the one added before away."""
    path = _theme(trial, "static") / "fonts" / "added.woff2"
    if path.exists():
        path.unlink()
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(rng.randbytes(500))


def theme_catalogue(trial: Trial, rng: Random) -> None:
    """Translate a string of the theme otherwise."""
    lang = rng.choice(trial.sketch.languages)
    _translate(_theme(trial, f"locale/{lang}/LC_MESSAGES/daily.po"), rng.choice(["Archive", "Tags", "Older"]), trial)


def plugin_catalogue(trial: Trial, rng: Random) -> None:
    """Translate a string of the plugins otherwise."""
    path = (
        trial.folder
        / "plugins/puntina/core/locales/strings"
        / rng.choice(trial.sketch.languages)
        / "LC_MESSAGES/puntina.po"
    )
    _translate(path, rng.choice(["Summary", "Copy link", "Follow %(site)s in a feed reader or by mail."]), trial)


def code(trial: Trial, rng: Random) -> None:
    """Change the code of a plugin: a text that readers see, or a comment."""
    name, at = rng.choice(CODE)
    path = trial.folder / "plugins/puntina" / name
    text = _MARK.sub("", path.read_text("utf-8"))
    assert at in text, f"{name} has no {at}"
    path.write_text(text.replace(at, at + _mark(trial), 1), "utf-8")
    trial.forge.close()


def own_plugin_in_use(trial: Trial, rng: Random) -> None:
    """Take the publication's own plugin in, or leave it out."""
    use_own_plugin(trial.sketch)


def own_plugin(trial: Trial, rng: Random) -> None:
    """Change the code of the publication's own plugin."""
    path = trial.folder / "mine.py"
    text = _MARK.sub("", path.read_text("utf-8"))
    path.write_text(text.replace('lambda: f"', f'lambda: f"{_mark(trial)}', 1), "utf-8")
    trial.forge.close()


def own_words(trial: Trial, rng: Random) -> None:
    """Change a module that the publication's own plugin imports."""
    trial.folder.joinpath("mine_words.py").write_text(f"TEXT = '{_mark(trial)}'\n", "utf-8")
    trial.forge.close()


def settings(trial: Trial, rng: Random) -> None:
    """Give a setting another value."""
    name = rng.choice(sorted(SETTINGS))
    trial.sketch.settings[name] = rng.choice(SETTINGS[name])


def category_name(trial: Trial, rng: Random) -> None:
    """Give a category other names."""
    key = rng.choice(sorted(trial.sketch.settings["CATEGORIES"]))
    names = {code: words(rng, f"{key} {code}") for code in trial.sketch.languages}
    trial.sketch.settings["CATEGORIES"] = {**trial.sketch.settings["CATEGORIES"], key: names}


def tagline(trial: Trial, rng: Random) -> None:
    """Give a language another tagline."""
    own = {rng.choice(trial.sketch.languages): words(rng, "Motto")}
    trial.sketch.settings["LANGUAGES"] = {**trial.sketch.settings["LANGUAGES"], **own}


def tag_slug(trial: Trial, rng: Random) -> None:
    """Give a tag a slug of its own, or none of them."""
    own = {tag: f"tema-{n}" for n, tag in enumerate(TAGS) if rng.random() < 0.4}
    trial.sketch.settings["TAG_SLUGS"] = own


def addresses(trial: Trial, rng: Random) -> None:
    """Give a kind of page another address."""
    name = rng.choice(sorted(ADDRESSES))
    trial.sketch.settings[name] = rng.choice(ADDRESSES[name])


def cutoff(trial: Trial, rng: Random) -> None:
    """Move the cut-off past the date of a digest, or past the end of its news, to the minute, forwards or backwards."""
    pieces = [each for each in trial.sketch.pieces.values() if not each.page]
    moments = [dt.datetime.strptime(str(each.keys["date"]), FORMAT) for each in pieces]  # noqa: DTZ007 - as there
    dates = sorted((each + rng.choice([dt.timedelta(), NEWS])).strftime(FORMAT) for each in moments)
    trial.sketch.settings["CUTOFF"] = rng.choice(dates[len(dates) // 2 :])


def _mark(trial: Trial) -> str:
    return f"edit{trial.sketch.number()} "


def _theme(trial: Trial, below: str) -> Path:
    return trial.folder / "themes" / "daily" / below


def _templates(trial: Trial) -> Path:
    return _theme(trial, "templates")


def _translate(path: Path, word: str, trial: Trial) -> None:
    text, count = re.subn(
        rf'(msgid "{re.escape(word)}"\nmsgstr ").*"', rf'\g<1>{word} {_mark(trial)}"', path.read_text("utf-8"), count=1
    )
    assert count == 1, f"{path} has no {word}"
    path.write_text(text, "utf-8")
