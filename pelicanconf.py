"""The facts about Vietmetric. Whatever is not set here is as puntina.defaults has it: docs/settings.md."""

from puntina.defaults import *  # noqa: F403 - all of it, as settings have to be names of this file

SITENAME = "Vietmetric"
SITEURL = "http://127.0.0.1:8000"  # for looking at a build on this machine; publishconf.py has the one for readers
TIMEZONE = "Asia/Ho_Chi_Minh"  # of the dates that editors type and readers see

# The languages, each with the publication's tagline. The default one is at the root of the site, each of the others
# below its code.
DEFAULT_LANG = "it"
LANGUAGES = {
    "it": "I fatti in pochi punti e una sintesi",
    "en": "The facts in a few points and one summary",
    "vi": "Sự kiện trong vài gạch đầu dòng và một đoạn tóm tắt",
}

# The categories that a digest may name, in the order of the menu, each with its name in every language.
CATEGORIES = {
    "world": {"it": "Mondo", "en": "World", "vi": "Thế giới"},
    "economy": {"it": "Economia", "en": "Economy", "vi": "Kinh tế"},
    "technology": {"it": "Tecnologia", "en": "Technology", "vi": "Công nghệ"},
    "science": {"it": "Scienza", "en": "Science", "vi": "Khoa học"},
    "climate": {"it": "Clima", "en": "Climate", "vi": "Khí hậu"},
    "health": {"it": "Salute", "en": "Health", "vi": "Sức khỏe"},
    "society": {"it": "Società", "en": "Society", "vi": "Xã hội"},
}
DEFAULT_CATEGORY = "world"  # of a digest that names none

COPYRIGHT_HOLDER = "Vietmetric"  # in the footer of every page: © and the year come before it
AI_USE = "no training"  # what AI may do with the pages; or "allow", or "none"

# The ways to share that differ from the usual ones, by language.
SHARE_BY_LANGUAGE = {"vi": ["facebook", "telegram", "whatsapp", "x", "linkedin", "email", "copy", "native"]}

# The permanent ids in feeds are made from these two, a domain of yours and a year in which it was yours. Never change
# them once the site is published, not even when it moves: every subscriber would get every digest again.
FEED_ID_DOMAIN = "vietmetric.example"
FEED_ID_YEAR = 2025
