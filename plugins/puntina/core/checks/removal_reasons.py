"""Why published URLs of lists and feeds would disappear: one reason for all URLs that one setting or name moves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from puntina.core.content.published_routes import EDITIONS, missing_plugin
from puntina.core.content.site_paths import SitePath, path_id
from puntina.core.digest.message import Message, message
from puntina.core.routes.address import below, quoted
from puntina.core.routes.route import Route
from puntina.core.routes.table import ALL_LANGUAGES, HOME, OLDER
from puntina.core.settings import Site
from puntina.core.settings.feeds import ALL

BACK, AGAIN, LESS = message("restore it"), message("add it again"), message("lower it")
Cause = tuple[Message, Message]  # why URLs are gone, and what to do


@dataclass(frozen=True, slots=True)
class Listed:
    """A list or feed as recorded in addresses.txt."""

    address: str
    setting: str
    lang: str
    slug: str
    form: str

    @classmethod
    def of(cls, address: str, own_id: str) -> "Listed":
        """That which has this id."""
        setting, lang, slug, form = (*own_id.split(":"), "", "", "")[:4]
        return cls(address, setting, lang, slug, form)

    @property
    def list_id(self) -> str:
        """The id of the list's page, where it is a feed."""
        slug = "" if self.setting == EDITIONS else self.slug
        return path_id(self.setting, self.lang, slug)


@dataclass(frozen=True, slots=True)
class RemovalReasons:
    """Compares the recorded URLs with the current ones and finds the reason why one is gone."""

    before: Mapping[str, str]
    now: Mapping[str, SitePath]
    site: Site

    def of(self, each: Listed, own_id: str) -> Cause:
        """Why it is gone, and what to do."""
        if own_id in self.now:
            return self._moved(each)
        return self._by_settings(each) or self._by_content(each)

    def has_moved(self, own_id: str) -> bool:
        """Whether the list was at another address."""
        own, before = self.now.get(own_id), self.before.get(own_id)
        return own is not None and before is not None and before != f"/{own.address.url}"

    def moved_home(self, lang: str) -> Cause | None:
        """The reason where a language as a whole lives elsewhere now."""
        if not self.has_moved(path_id(HOME, lang)):
            return None
        return message('DEFAULT_LANG changed to "{code}"', code=self.site.default_language.code), BACK

    def _moved(self, each: Listed) -> Cause:
        if home := self.moved_home(each.lang):
            return home
        if not each.form or self._list_has_moved(each):
            return message(
                '{setting} changed to "{value}"',
                setting=each.setting,
                value=dict(self.site.addresses.patterns)[each.setting],
            ), BACK
        kind = self._route(each).feeds
        if (kind, each.form) in dict(self.site.feeds.places):
            return message('FEED_URLS has another path for {form} feeds of "{kind}"', form=each.form, kind=kind), BACK
        name = f"FEED_{each.form.upper()}_URL"
        where = dict(self.site.feeds.names)[each.form]
        return message(
            '{name} changed to "{where}", and FEED_URLS does not keep the old path', name=name, where=where
        ), BACK

    def _route(self, each: Listed) -> Route:
        return self.site.routes.at(each.setting)

    def _list_has_moved(self, each: Listed) -> bool:
        """Whether the feed is gone with its list; a list without a page is known by where its feed was."""
        if each.setting in {HOME, ALL_LANGUAGES}:
            return False
        if each.list_id in self.before and each.list_id in self.now:
            return self.has_moved(each.list_id)
        prefix = self.site.language(each.lang).prefix
        plain = self.site.addresses.at(each.setting, prefix, slug=each.slug)
        return not each.address.startswith(f"/{quoted(below(plain))}")

    def _by_settings(self, each: Listed) -> Cause | None:
        site = self.site
        if each.lang and each.lang not in site.rules.languages:
            return message('LANGUAGES has no "{lang}"', lang=each.lang), AGAIN
        if each.setting not in site.routes:
            text = message("no plugin in PLUGINS has the setting {setting}", setting=each.setting)
            return text, message("add its plugin again")
        route = self._route(each)
        if room := missing_plugin(route, each.form, site):
            return message('PLUGINS lacks "puntina.{room}"', room=room), AGAIN
        for name in (each.setting, route.needs):
            if name and site.routes.at(name).optional and not site.addresses.has(name):
                return message('{setting} is ""', setting=name), BACK
        if each.setting == "SEARCH_URL":
            return message("SEARCH is False"), BACK
        return self._by_feed_settings(each) if each.form or not site.feeds.wanted else self._by_categories(each)

    def _by_feed_settings(self, each: Listed) -> Cause | None:
        feeds, route = self.site.feeds, self._route(each)
        if not feeds.wanted:
            return message("FEED_FORMATS asks for no feed"), BACK
        if each.form not in feeds.formats_of(route):
            kind = ALL if route.borrowed else route.feeds
            return message('FEED_FORMATS has no "{form}" for "{kind}"', form=each.form, kind=kind), AGAIN
        if each.setting == ALL_LANGUAGES:
            return message("LANGUAGES has one language"), message("add the others again")
        if route.minimum and each.list_id in self.now:
            return message(
                "FEED_TAG_MINIMUM is {minimum}, and fewer digests have these tags", minimum=feeds.tag_minimum
            ), LESS
        return self._by_categories(each)

    def _by_categories(self, each: Listed) -> Cause | None:
        if not self._route(each).fixed or each.slug in {category.slug for category in self.site.categories}:
            return None
        way = message(
            'add it again, or give its new name that slug: CATEGORY_SLUGS = {{"…": "{slug}"}}',
            slug=each.slug,
        )
        return message('CATEGORIES has no category with the slug "{slug}"', slug=each.slug), way

    def _by_content(self, each: Listed) -> Cause:
        route = self._route(each)
        if "date" in route.fields or each.setting == EDITIONS:
            text = message("no published digest has these dates any more ({name})", name=each.setting)
            if each.setting == EDITIONS:
                return text, message(
                    "restore the dates of the digests, or write that day into one of them as edition: YYYY-MM-DD"
                )
            return text, message("restore the dates of the digests")
        if route.fixed:
            return message('no published digest is in the category "{slug}" any more', slug=each.slug), message(
                "publish a digest in it"
            )
        if each.setting == OLDER:
            return message(
                "DEFAULT_PAGINATION is {size}, so the home page no longer has older pages", size=self.site.page_size
            ), LESS
        return _name_is_gone(each, route)


def _name_is_gone(each: Listed, route: Route) -> Cause:
    before = message("restore the old spelling")
    if each.setting == "TAG_URL":
        before = message(
            'restore the old spelling, or give the new name that slug: TAG_SLUGS = {{"…": "{slug}"}}', slug=each.slug
        )
    match route.gone:
        case "tag":
            return message('no published digest has the tag "{slug}" any more', slug=each.slug), before
        case "author":
            return message('no published digest has the author "{slug}" any more', slug=each.slug), before
        case "thread":
            return message('no published digest has the thread "{slug}" any more', slug=each.slug), before
        case "source":
            return message('no published digest has the source "{slug}" any more', slug=each.slug), before
    text = message('no published digest has "{slug}" any more ({name})', slug=each.slug, name=each.setting)
    return text, before


def feeds_kept(gone: Iterable[Listed], site: Site) -> str:
    """A FEED_URLS setting that keeps the feeds of a moved list at their URLs, or ""."""
    kinds: dict[str, dict[str, str]] = {}
    for each in gone:
        if each.form and each.slug and _has_own_urls(each, site) and each.lang in site.rules.languages:
            path = each.address.removeprefix(f"/{site.language(each.lang).prefix}")
            before, slug, after = path.rpartition(quoted(each.slug))
            if slug:
                kinds.setdefault(site.routes.at(each.setting).feeds, {}).setdefault(
                    each.form, f"{before.lstrip('/')}{{slug}}{after}"
                )
    written = ", ".join(
        f'"{kind}": {{{", ".join(f"{_quoted(form)}: {_quoted(place)}" for form, place in places.items())}}}'
        for kind, places in kinds.items()
    )
    return f"FEED_URLS = {{{written}}}" if written else ""


def _has_own_urls(each: Listed, site: Site) -> bool:
    """Whether FEED_URLS can say where the feeds of the list are."""
    return each.setting in site.routes and not site.routes.at(each.setting).borrowed


def _quoted(text: str) -> str:
    return f'"{text}"'
