"""Texts that make parsers slow, from CommonMark's list of them and others of their kind.

They are a sixteenth of what a file may have: enough to tell steps that grow with the text from those that grow faster.
See test/pathological_tests.py of github.com/commonmark/cmark, and the same of markdown-it.
"""

import os

SIZE = int(os.environ.get("PATHOLOGICAL_BYTES", "65536"))  # of a body; up to 1,048,000


def fill(text: str, *, size: int = SIZE) -> str:
    """Return the text again and again, up to the size in bytes."""
    return text * (size // len(text.encode()))


def around(start: str, end: str, middle: str = "a") -> str:
    """Return as many starts as ends around the middle."""
    count = SIZE // (len(start.encode()) + len(end.encode()))
    return start * count + middle + end * count


REPEATED = [
    "[", "![", "[a](", "[a][", "[^", "[^a]", "[^a][", "![a](", "![[", "[[", "](", "[](", "[a]", "]", "a](<b", "[a](<b", "[a](\\", "[a](b ", "[a](b \"",
    "<![CDATA[", "<?", "<!A ", "<!--", "<a", "<a ", "<a href='", "<a b=\"", "</", "<http:", "<a@", "<a.b@", "<", "<<", "<![CDATA[a]]>", "<!-- a -->",
    "*a_ ", "*a_", "*a **a ", "a**b", "**a*", "_a __a ", "***a", "*", "**", "_", "*_", "_*", "a*", "*a ", "**a ", "* ", "a_", "~~a", "~",
    "`", "`a", "``a`", "a`b``c", "\\", "\\`", "&", "&a", "&#", "&amp;", "&#x", "|", "|a", "||", "a|b\n", "|a|\n", "|-", "-|", ":-|",
    ">", "> ", "> a\n", ">\n", ">a\n\n", "> > a\n", ">>>>a\n", "> a\nb\n", "- ", "- a\n", "-\n", "- - - ", "* a\n b\n", "+ ", "1. ", "1) a\n", "1.\n", "-   a\n\n",
    "# a\n", "#", "#\n", "a\n===\n", "a\n---\n", "a\n-\n", "---\n", "***\n", "===\n", "```\n", "~~~\n", "```a\n```\n", "    a\n", "\ta\n", "a\n\n", "a\n", "\n", " \n", "\t", " ",
    "[a]: b\n", "[a]:\n", "[a]: <\n", "[a]: b 'c\n", "[^a]: b\n", "[^a]:\n", "[^a]: [^b]: ", "[a]: b\n\n[a]\n\n", "[a\n", "[a]\n[", "a[^1]\n\n[^1]: b\n\n",
    "• ", "• a\n", "•\n", "● a\n○ b\n", "○ a\n■ b\n", "  • a\n", "📌", "📌 a\n", "📌 a\n\n", "a 📌\n\n", "## 📌\n\n", "📌 a:\n\n", "1️⃣ a\n", "o\ta\n", "– a\n", "-a\n", "|a|b|\n",
    "\u200b", "\u200b- a\n", "-\u00a0a\n", "\u00a0", "\u00a0- ", "http://a.b ", "https://", "www.a.b ", "http://a", "a@b.c ", "mailto:a@b.c ",
    "{{", "{%", "[[a]]", "~~a~~", "[ ] a\n", "- [ ] a\n", ":::", "$$", "^", "==", "'", '"', "(", ")", "(a", "à", "漢字", "🙂", "e\u0301", "a" * 100 + " ", "a.", "A. ", "Ab. ",
]  # fmt: skip


def numbered(form: str, *, size: int = SIZE) -> str:
    """Return the form with each number from 0, up to the size."""
    lines, length, number = [], 0, 0
    while length < size:
        lines.append(form.replace("{}", str(number)))
        length += len(lines[-1].encode())
        number += 1
    return "".join(lines)[:size]


BUILT = {
    "brackets in brackets": around("[a", "]"),
    "links in links": around("[", "](b)"),
    "links in links, two": around("[a](", ")"),
    "pictures in pictures": around("![", "](b)"),
    "footnotes in footnotes": around("^[", "]"),
    "parentheses in a link": "[a](" + around("(", ")"),
    "emphasis in emphasis": around("*a ", " a*"),
    "strong in strong": around("**", "**"),
    "mixed emphasis": around("*_", "_*"),
    "openers without closers": fill("**a "),
    "closers without openers": fill("a** "),
    "multiples of three": "a" + fill("**b") + "c" + "*" * 1000,
    "quotes in quotes": around("> ", ""),
    "quotes, then text": ">" * 5000 + "a\n" + fill("b\n", size=500_000),
    "deep quote, lazy text": "> " * 200 + "a\n" + fill("b c\n", size=SIZE - 1000),
    "quote of lazy lines": "> a\n" + fill("b\n"),
    "lists in lists": "".join("  " * n + "- a\n" for n in range(900)),
    "lists in lists, on a line": fill("- ") + "a",
    "quotes in lists": fill("- > "),
    "list of lazy lines": "- a\n" + fill("b\n"),
    "deep list, lazy text": "".join("  " * n + "- a\n" for n in range(30)) + fill("b c\n", size=SIZE - 1000),
    "deep list, many items": "".join("  " * n + "- a\n" for n in range(15))
    + fill("  " * 15 + "- b\n", size=SIZE - 1000),
    "one paragraph": fill("a b c\n"),
    "one paragraph of dashes": "a\n" + fill("– b\n"),
    "back-ticks of all lengths": " ".join("`" * n for n in range(1, 1400)),
    "back-ticks with text": "".join("e" + "`" * n for n in range(1, 1400)),
    "back-ticks and a comment": "<!-- a --> " + " ".join("`" * n for n in range(1, 1400)),
    "fences of all lengths": "\n".join("`" * n for n in range(3, 1400)),
    "unclosed comment": "<!-- " + fill("a "),
    "comments in points": fill("- a <!-- b -->\n"),
    "comment over lines": "a <!-- " + fill("b\n") + "-->",
    "comments on one line": fill("a <!-- b --> "),
    "references": numbered("[a{}]: b\n"),
    "references that are used": numbered("[a{}]: b\n", size=500_000) + numbered("[a{}] ", size=500_000),
    "references that are not there": numbered("[a{}][b{}] "),
    "references to one": "[a]: https://example.org/" + "b" * 1000 + "\n\n" + fill("[a] "),
    "one reference after another": numbered("[a{}]: <b> 'c\n"),
    "footnotes": numbered("[^{}]: a\n\n"),
    "footnotes that are used": numbered("a[^{}]\n\n[^{}]: b\n\n"),
    "footnotes on one line": numbered("[^{}] ", size=500_000) + "\n\n" + numbered("[^{}]: a\n\n", size=500_000),
    "footnotes that are not there": numbered("[^{}] "),
    "one footnote, many references": fill("[^1] ") + "\n\n[^1]: a",
    "one footnote, many times": fill("[^1]: a\n\n") + "[^1]",
    "footnotes in footnotes, nested": numbered("[^{}]: [^{}]\n    "),
    "a wide table": fill("|a", size=340_000) + "\n" + fill("|-", size=340_000) + "\n" + fill("|b", size=340_000),
    "a long table": "|a|b|\n|-|-|\n" + fill("|c|d|\n"),
    "a table, wide and long": "|a" * 60_000 + "\n" + "|-" * 60_000 + "\n" + "|b\n" * 100_000,
    "a table of empty rows": "|" + "a|" * 2000 + "\n|" + "-|" * 2000 + "\n" + fill("|\n", size=SIZE - 1000),
    "tables": fill("|a|\n|-|\n|b|\n\n"),
    "table heads": fill("|a|\n|-|\n\n"),
    "pipes in back-ticks": "|a|\n|-|\n" + fill("|`|` "),
    "half a table": fill("a | b\n-"),
    "headings alike": fill("# a\n\n"),
    "headings, numbered": numbered("# a{}\n\n"),
    "headings without a letter": fill("# !\n\n"),
    "long lines": fill("a" * 10_000 + "\n"),
    "spaces": "a" + " " * SIZE + "b",
    "spaces at ends": fill("a" + " " * 1000 + "\n"),
    "spaces between points": "- a\n" + fill(" " * 100 + "\n") + "- b",
    "tabs": "-" + "\t" * SIZE,
    "indents": "\n".join(" " * n + "a" for n in range(1400)),
    "entities": fill("&ouml;"),
    "long entity": "&" + "a" * SIZE,
    "long number entity": "&#" + "1" * SIZE + ";",
    "long autolink": "<http://" + "a" * SIZE,
    "long address": "[a](https://example.org/" + "a" * SIZE + ")",
    "percent": "[a](https://example.org/" + fill("%", size=1_000_000) + ")",
    "links": fill("[a](b.md) "),
    "links to the web": fill("[a](https://example.org) "),
    "links of bad schemes": fill("[a](x:y) "),
    "links with titles": fill("[a](b 'c') "),
    "pictures": fill("![a](b.jpg) "),
    "pictures without words": fill("![](b.jpg) "),
    "raw HTML": fill("<br> "),
    "raw HTML in points": fill("- " + "<div>" * 60 + "\n"),
    "half rows in points": fill("- " + "|" * 60 + "\n"),
    "open brackets in points": fill("- " + "www.^[" * 40 + "\n"),
    "stress in points": fill("- " + "*a*b" * 40 + "\n"),
    "footnotes that are not there, in points": fill("- " + "$$a[^1]" * 40 + "\n"),
    "a summary on each line": fill("a\n📌📌 "),
    "HTML blocks": fill("<div>\n\n"),
    "wrong anchors": fill("[a](#xyzxyzxyz) "),
    "wrong points": fill("- a\n-b\n"),
    "rows in a point": "- a\n" + fill("| b | c |\n"),
    "empty points": fill("-\n\n"),
    "empty blocks": fill("[](https://a.b)\n\n"),
    "second summaries": fill("📌 a\n\n"),
    "conflict markers": fill("<<<<<<< a\n"),
    "closing conflict markers": "a\n" + fill(">>>>>>> a\n"),
    "carriage returns": fill("a\r"),
    "hard breaks": fill("a  \n"),
    "backslashes at ends": fill("a\\\n"),
    "form feeds": fill("&#12;"),
    "replacement characters": fill("\ufffd"),
    "lost encodings": fill("Ã¨"),
    "combining marks": "a" + fill("\u0301"),
    "right to left": fill("\u0627\u0644 "),
    "zero-width joiners": fill("👩\u200d"),
    "emoji lines": "- a\n" + fill("🔥 b\n"),
    "setext lines": "a\n" + fill("=\n"),
    "nested quote and list": fill("> - "),
    "stars and spaces": fill("* * "),
    "numbers": numbered("{}. a\n"),
    "big numbers": fill("123456789. a\n"),
}
OTHERS = ("- %%", "{%++ ", "%%--", "{%【", "📌{%", "ab cd {{ef ")  # markup of other programs
TEXTS = {f"repeated {text!r}": fill(text) for text in (*REPEATED, *OTHERS)} | BUILT

HEADERS = {
    "brackets": "tags: " + "[" * 500_000,
    "braces": "tags: " + "{" * 500_000,
    "pairs of brackets": "tags: " + "[" * 250_000 + "]" * 250_000,
    "braces with keys": "tags: " + fill("{a: ", size=SIZE - 1000),
    "deep groups": "\n".join(" " * n + "a:" for n in range(1, 1200)),
    "deep lists": "tags:\n" + "- " * 400_000,
    "a long list": "tags:\n" + fill("- a\n", size=SIZE - 1000),
    "a long list on a line": "tags: [" + fill("a, ", size=SIZE - 1000) + "]",
    "different tags": numbered("- a{}\n", size=SIZE - 1000).join(("tags:\n", "")),
    "unknown keys": numbered("key{}: a\n", size=SIZE - 1000),
    "keys near known ones": numbered("titl{}: a\n", size=SIZE - 1000),
    "one key again and again": fill("tags: a\n", size=SIZE - 1000),
    "comments": fill("# a\n", size=SIZE - 1000),
    "values with comments": fill("mood: a #b\n", size=SIZE - 1000),
    "anchors": numbered("a{}: &a{} b\n", size=SIZE - 1000),
    "aliases": "a: &a b\n" + fill("mood: *a\n", size=SIZE - 1000),
    "billion laughs": "a: &a [b]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 30)),
    "tags of YAML": fill("mood: !!str a\n", size=SIZE - 1000),
    "a long title": "summary: " + "a" * 900_000,
    "a title of words": "summary: " + fill("a ", size=SIZE - 1000),
    "quotes": "mood: " + fill("'", size=900_001),
    "escapes": 'mood: "' + fill("\\n", size=SIZE - 1000) + '"',
    "bad escapes": 'mood: "' + fill("\\q", size=SIZE - 1000) + '"',
    "colons": "mood: " + fill("a: ", size=SIZE - 1000),
    "question marks": fill("? ", size=SIZE - 1000),
    "pipes": fill("mood: |\n a\n", size=SIZE - 1000),
    "sources": "sources:\n" + numbered("  - name: a{}\n    url: https://a.b/{}\n", size=SIZE - 1000),
    "wrong sources": "sources:\n" + fill("  - nam: a\n", size=SIZE - 1000),
    "updates": "updates:\n" + fill("  - date: 2025-09-03\n    text: a\n", size=SIZE - 1000),
    "points of an update": "updates:\n  - date: 2025-09-03\n    text: a\n    points: ["
    + fill("1, ", size=800_000)
    + "]",
    "aliases of a digest": "aliases:\n" + numbered("  - /a/{}/\n", size=SIZE - 1000),
    "authors": "author: " + numbered("a{}, ", size=SIZE - 1000),
    "long slug": "slug: " + "a" * 900_000,
    "slug of hyphens": "slug: a" + "-" * 900_000 + "b",
    "date of digits": "modified: " + "1" * 900_000,
    "networks": "share: [" + numbered("x{}, ", size=SIZE - 1000) + "]",
    "html comments": fill("<!-- a -->\n", size=SIZE - 1000),
    "html comments on a line": fill("--><!--yes", size=900_000),
    "unclosed comment": "mood: <!-- " + "a" * 900_000,
    "no end": "",
}
