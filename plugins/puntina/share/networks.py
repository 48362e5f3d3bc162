"""The networks a digest can be shared on: a line each, under the documentation of its address."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from urllib.parse import quote

from puntina.core.locales import N_
from puntina.share.limits import BLUESKY, MASTODON, REDDIT, THREADS, Limit, X

Kind = Literal["link", "copy", "native"]  # the last two are buttons that a script brings to life

SHARE_ON = N_("Share on %(network)s")
SEND_BY_EMAIL = N_("Send by e-mail")
COPY_LINK = N_("Copy link")
SHARE_NATIVELY = N_("Share…")


@dataclass(frozen=True, slots=True)
class Network:
    """A place to share on; `label` is a brand's name, the same in every language, or empty."""

    name: str
    label: str
    address: str  # {title}, {url} and {text}, which is both with a space between, arrive percent-encoded
    limit: Limit | None = None
    message: str = SHARE_ON
    kind: Kind = "link"

    def open_with(self, title: str, url: str) -> str:
        """The address that offers title and link for sharing; a title too long for it is cut at a word."""
        fitting = self.limit.fit(title, url) if self.limit else title
        title, url = percent(fitting), percent(url)
        return self.address.format(title=title, url=url, text=f"{title}%20{url}" if title else url)


@lru_cache(64)  # one digest's title and address go to all of its networks
def percent(text: str) -> str:
    """The text as UTF-8, percent-encoded by RFC 3986; a space is %20, as mail and some apps show a "+"."""
    return quote(text, safe="")


NETWORKS = (
    # https://docs.x.com/x-for-websites/post-button/guides/web-intent
    Network("x", "X", "https://x.com/intent/tweet?text={title}&url={url}", X),
    # https://developers.facebook.com/docs/plugins/share-button (meta tags give the title)
    Network("facebook", "Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
    # https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/plugins/share-plugin (same)
    Network("linkedin", "LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}"),
    # https://faq.whatsapp.com/5913398998672934
    Network("whatsapp", "WhatsApp", "https://wa.me/?text={text}"),
    # https://core.telegram.org/widgets/share#custom-buttons
    Network("telegram", "Telegram", "https://t.me/share/url?url={url}&text={title}"),
    # https://docs.bsky.app/docs/advanced-guides/intent-links
    Network("bluesky", "Bluesky", "https://bsky.app/intent/compose?text={text}", BLUESKY),
    # https://share.joinmastodon.org (asks for the reader's server; what follows # never leaves the browser)
    Network("mastodon", "Mastodon", "https://share.joinmastodon.org/#text={text}", MASTODON),
    # https://developers.facebook.com/docs/threads/threads-web-intents
    Network("threads", "Threads", "https://www.threads.com/intent/post?text={title}&url={url}", THREADS),
    # https://www.reddit.com/dev/api#POST_api_submit (the form opens for a text post without type=LINK)
    Network("reddit", "Reddit", "https://www.reddit.com/submit?type=LINK&url={url}&title={title}", REDDIT),
    # https://www.rfc-editor.org/rfc/rfc6068#section-5 (a line break in the body is %0D%0A)
    Network("email", "", "mailto:?subject={title}&body={title}%0D%0A%0D%0A{url}", message=SEND_BY_EMAIL),
    # https://www.w3.org/TR/clipboard-apis/#async-clipboard-api
    Network("copy", "", "", message=COPY_LINK, kind="copy"),
    # https://www.w3.org/TR/web-share/
    Network("native", "", "", message=SHARE_NATIVELY, kind="native"),
)

NETWORK_NAMES = tuple(network.name for network in NETWORKS)
