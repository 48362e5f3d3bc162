"""Keys of front matter that other programs have, each with what to do here.

They are those of Jekyll, Hugo, Zola, Eleventy, Astro, Ghost, exports of WordPress, Decap, Sveltia and Obsidian, and the
words of the publication's own languages. They are compared without case, spaces, hyphens and underscores.
"""

import re
from collections.abc import Iterable
from functools import cache

from puntina.core.digest.message import Message, message

_SIGNS = re.compile(r"[\s_.:-]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What ours is called elsewhere.
CALLED: dict[str, str] = {
    "title": "headline name heading h1 titolo titel titre título tiêuđề posttitle überschrift العنوان",
    "date": """
        publishdate publisheddate pubdate publicationdate datepublished publishedat publishedon publishedtime
        postdate postdategmt postdate created createdat createdon creationdate datecreated createdtime posted time
        datetime day data datum fecha ngày publishedat التاريخ
    """,
    "modified": """
        lastmod lastmodified lastmodifiedat lastmodifieddate lastmodifiedtime modifiedat modifieddate modifiedgmt
        postmodified postmodifiedgmt datemodified updated updatedat updatedon updateddate updatedate dateupdated
        lastupdate lastupdated edited revised modificato geändert التعديل
    """,
    "summary": """
        description excerpt customexcerpt abstract subtitle subheading dek deck standfirst lead lede teaser intro
        introduction snippet blurb synopsis tldr preview metadescription seodescription ogdescription sommario
        sintesi riassunto descrizione beschreibung zusammenfassung tómtắt desc caption occhiello sottotitolo untertitel
    """,
    "category": """
        categories section sections topic column rubric rubrica categoria kategorie danhmục chuyênmục
        primarycategory channel desk kicker categoryname
    """,
    "tags": """
        tag keywords keyword labels label topics hashtags hashtag posttag subjects etichette etichetta schlagwörter
        từkhóa nhãn
    """,
    "author": """
        by byline writer writers creator dccreator postauthor autore autori autor autoren tácgiả contributor
        contributors editor redattore authorname authorslug الكاتب
    """,
    "lang": "language locale hreflang lingua sprache ngônngữ lng htmllang",
    "translation_key": "translationkey translationid translationof i18nkey langref ref pageid trid",
    "thread": "series serie story saga dossier storyline",
    "expires": """
        expirydate expiry expirationdate expireson expiresat expire unpublishdate unpublishat unpublishon validuntil
        enddate scadenza
    """,
    "slug": "basename postname fileslug urlslug",
    "guid": "uuid uid feedid atomid taguri wordpressid postid ghostid identifier",
    "template": "pagetemplate customtemplate",
    "edition": "issue issuedate",
    "sources": """
        source fonte fonti quelle quellen nguồn references refs citations bibliography via sourceurl sourcename
    """,
    "updates": """
        corrections correction correzioni correzione changelog update errata erratum retraction history
    """,
    "share": "sharing social shareon showshare",
    "aliases": "alias redirectfrom redirects redirect oldurl oldurls oldpath wordpressurl",
    "image": """
        cover coverimage thumbnail thumb featuredimage featureimage featuredmedia hero heroimage banner bannerimage
        picture photo ogimage socialimage cardimage teaserimage headerimage images img splash immagine foto bild ảnh
        hìnhảnh leadimage
    """,
}
# What a group of ours has below it, and others beside the other keys.
BELOW: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("licence", "license", "licenza", "lizenz", "rights", "copyrightlicence"), ("copyright", "licence")
    ),
    **dict.fromkeys(("copyrightholder", "holder", "owner"), ("copyright", "holder")),
    **dict.fromkeys(
        (
            "alt",
            "imagealt",
            "coveralt",
            "featureimagealt",
            "featuredimagealt",
            "thumbnailalt",
            "imagedescription",
            "heroalt",
        ),
        ("image", "alt"),
    ),
    **dict.fromkeys(
        (
            "imagecaption",
            "featureimagecaption",
            "coverimagecaption",
            "covercaption",
            "imagecredit",
            "photocredit",
            "credit",
        ),
        ("image", "credit"),
    ),
}
# Nothing here acts on these.
USELESS = _words("""
    layout type kind posttype weight order menu menus menuorder navorder navtitle linktitle sidebar parent toc
    tableofcontents showtoc tocopen comments comment disqus commentstatus pingstatus math mathjax katex mermaid pin
    pinned sticky featured eleventynavigation eleventycomputed pagination outputs
    markup cascade resources params extra cssclass cssclasses classes authorprofile readtime readingtime
    readtimeminutes wordcount postformat format password collection collections navexclude search insearchindex
    searchexclude sitemap changefreq priority robots noindex meta metatitle seotitle ogtitle seo opengraph og
    twitter twittertitle twitterdescription twitterimage canonical canonicalurl insertanchorlinks sortby paginateby
    generatefeeds iscjklanguage prev next previous version contenttype hidemeta css js script scripts stylesheet
    schema jsonld codeinjectionhead codeinjectionfoot primarytag page render build headless geekdoctoc position
    taxonomies created_by updatedby createdby obsidianuifmode modifiedby enclosure mediathumbnail locationname
    location coverwidth coverheight lasteditedtime lasteditedby createdtime notionid notionurl wpid header related
    relatedposts
""")
_STATES = _words("draft isdraft bozza entwurf nháp unpublished wip private isprivate privato")
_SHOWN = _words("published publish ispublished live public pubblicato veröffentlicht")
_STATUS = _words("state poststatus stato visibility trạngthái workflow stage")
_UNLISTED = _words("hidden unlisted hide nascosto noindexed eleventyexcludefromcollections")
_ADDRESS = _words("permalink url path link relativeurl originalurl externalurl slugurl")
_YES, _NO = frozenset({"true", "yes", "on", "1", "sì", "si"}), frozenset({"false", "no", "off", "0"})

# What keys of groups are called elsewhere.
IN_GROUPS: dict[str, dict[str, str]] = {
    "sources": {
        "name": "publisher outlet site source author publication website journal newspaper by nome fonte",
        "title": "headline text heading titolo description",
        "url": "link href uri address web site_url permalink indirizzo",
        "date": "published publishdate pubdate publishedat day accessed data",
        "lang": "language locale lingua",
        "paywall": "paywalled subscription premium paid",
        "archive": "archived archiveurl archivelink wayback archiveorg",
    },
    "image": {
        "file": "src url path image name href filename link immagine",
        "alt": "alttext description text title testo caption",
        "credit": "credits photographer author source copyright attribution by crediti",
    },
    "updates": {
        "date": "day time datetime when at data",
        "kind": "type status tipo",
        "text": "note description content message body testo notes what",
        "points": "point bullets bullet items punti",
    },
    "copyright": {"holder": "owner author name by who", "year": "years date", "licence": "license licenza spdx type"},
}


def plain_name(key: str) -> str:
    """The key without case and without what parts its words.

    >>> plain_name("Publish-Date"), plain_name("publishDate")
    ('publishdate', 'publishdate')
    """
    return _SIGNS.sub("", key).casefold()


def hint_for(key: str, value: str, known: Iterable[str], there: Iterable[str], group: str = "") -> Message | None:
    """What to do with a key of another program; None where no other program is known to have it.

    `known` are the keys that the file, or the `group` in it, may have, `there` those that it has; `value` is the key's.
    """
    name = plain_name(key)
    known = tuple(known)
    if group:
        ours = _ours(group).get(name, "")
        return _renamed(ours, there) if ours in known else None
    if (ours := _ours().get(name, "")) and ours in known:
        return _renamed(ours, there)
    if found := BELOW.get(name):
        return message('write it below "{group}:", as "{key}: …"', group=found[0], key=found[1])
    if of_status := _of_status(name, value):
        return of_status
    if name in _ADDRESS:
        return _of_address(value)
    return message("delete it: it has no effect here") if name in USELESS or ours else None


@cache
def _ours(group: str = "") -> dict[str, str]:
    table = IN_GROUPS.get(group, {}) if group else CALLED
    return {_SIGNS.sub("", name): ours for ours, names in table.items() for name in names.split()}


def _renamed(ours: str, there: Iterable[str]) -> Message:
    if ours in there or (ours == "author" and "authors" in there):
        return message('delete it: "{key}" is already set', key=ours)
    return message('rename it to "{key}"', key=ours)


def _of_status(name: str, value: str) -> Message | None:
    said = value.strip().casefold()
    if name in _STATES | _SHOWN and said in _YES | _NO:
        is_draft = (said in _YES) == (name in _STATES)
        return message("write status: draft") if is_draft else message("delete it: what is not a draft is published")
    if name in _SHOWN and said[:4].isdigit():
        return message('rename it to "{key}"', key="date")
    if name in _UNLISTED and said in _YES | _NO:
        return message("write status: hidden") if said in _YES else message("delete it: what is not hidden is listed")
    if name in _STATES | _SHOWN | _STATUS | _UNLISTED:
        return message('rename it to "{key}": draft, published or hidden', key="status")
    return None


def _of_address(value: str) -> Message:
    path = value.strip().rstrip("/")
    slug = path.rpartition("/")[2]
    if not path.startswith("/") or not re.fullmatch(r"[\w.-]+", slug):
        return message("write the last part of the URL as slug: …, or an old URL in aliases")
    slug = re.sub(r"\.html?$", "", slug)
    return message("write slug: {slug}, or, if it is an old URL, aliases: [{path}]", slug=slug, path=value.strip())


# What editors and CMSs call a state that has another name here, or none.
_SCHEDULED = _words("scheduled future planned programmato geplant embargoed embargo")
STATES: dict[str, str] = {
    **dict.fromkeys(
        _words("""
        public publish live online final done ready pubblicato pubblicata veröffentlicht true
    """),
        "published",
    ),
    **dict.fromkeys(
        _words("""
        wip unpublished private privato secret invisible
        pending queued review inreview bozza entwurf nháp bảnnháp todo archived trash false idea unfinished
    """),
        "draft",
    ),
    **dict.fromkeys(_words("unlisted nascosto nascosta noindex"), "hidden"),
}


def hint_for_status(value: str) -> Message | None:
    """What to write for a status of another program; None where none is known."""
    name = plain_name(value)
    if name in _SCHEDULED:
        return message(
            "delete the line if the date is in the future: the digest is then published on that date; otherwise "
            "write status: draft"
        )
    return message("write status: {status}", status=STATES[name]) if name in STATES else None
