"""AI_USE: what the publication lets programs of artificial intelligence do with its pages, and how they are told."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

# Those that gather texts to train models, by the names that they look for in robots.txt, as their owners give them:
# https://platform.openai.com/docs/bots, https://support.claude.com/en/articles/8896518, https://commoncrawl.org/ccbot,
# https://developers.google.com/search/docs/crawling-indexing/google-common-crawlers, https://developer.amazon.com/amazonbot,
# https://support.apple.com/en-us/119829, https://developers.facebook.com/docs/sharing/webmasters/web-crawlers.
TRAINING = (
    "Amazonbot",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "Google-Extended",
    "GPTBot",
    "Meta-ExternalAgent",
)
# Those that look pages up to answer somebody: the same pages, and https://docs.perplexity.ai/guides/bots,
# https://duckduckgo.com/duckduckgo-help-pages/results/duckassistbot.
ANSWERING = (
    "ChatGPT-User",
    "Claude-SearchBot",
    "Claude-User",
    "DuckAssistBot",
    "Meta-ExternalFetcher",
    "OAI-SearchBot",
    "Perplexity-User",
    "PerplexityBot",
)


@dataclass(frozen=True, slots=True)
class AiUse:
    """A policy: the robots that robots.txt turns away, and what pages ask where robots.txt can't act."""

    name: str
    barred: tuple[str, ...] = ()
    # noai and noimageai are a custom that no standard has. Bing takes nocache for "to be found and quoted in short, to
    # train with titles and snippets alone", noarchive for "neither answers nor training":
    # https://blogs.bing.com/webmaster/september-2023/Announcing-new-options-for-webmasters-to-control-usage-of-their-content-in-Bing-Chat
    meta: tuple[str, ...] = ()


POLICIES: Mapping[str, AiUse] = MappingProxyType(
    {
        policy.name: policy
        for policy in (
            AiUse("allow"),
            AiUse("no training", TRAINING, ("nocache", "noai", "noimageai")),
            AiUse("none", (*TRAINING, *ANSWERING), ("noarchive", "noai", "noimageai")),
        )
    }
)
