"""What five programs leave on the clipboard, imported and typed straight into a content file."""

from tests.week.desk import PASTED, Desk, fine

IMPORTED = {
    "word": ("3 points, summary (8 words)", "", []),
    "google-docs": ("2 points, summary (7 words)", "", []),
    "whatsapp": ("3 points, summary (3 words), Markdown", "", []),
    "notion": ("2 points, summary (6 words), Markdown", "", []),
    "chatgpt": (
        "2 points, summary (6 words), Markdown",
        '; kept as text: line 3 "**Punti principali:**"; left out: line 8 "---"',
        [":10:31"],
    ),
}
CITED = "MARK-CITATION warning: a chat program's source marker would appear on the page as typed — delete it; name the source in the text or under sources:"
PAGES = {
    "word": ("I chip costano di più", ["I prezzi sono saliti del 29 % in un anno", "Il piano «Made in China» va avanti Con 4 000 milioni", "L’azienda “non commenta” – per ora"], ["I chip costano di più, dice l’on. Rossi."]),
    "google-docs": ("La borsa chiude in rialzo", ["Milano sale dell’1,2 % Le banche guidano Unicredit in testa", "Parigi è ferma"], ["La borsa sale per il terzo giorno."]),
    "whatsapp": ("Sciopero dei treni venerdì", ["Si fermano i regionali 🚆", "Garantite le fasce 6-9 e 18-21", "Alta velocità regolare"], ["Venerdì pochi treni"]),
    "notion": ("Nuova legge sul clima", ["Il Senato approva", "Entra in vigore a gennaio Con eccezioni"], ["La legge sul clima è approvata"]),
    "chatgpt": ("Vaccini: cosa cambia", ["Calendario: si parte a ottobre (Ministero)", "Costi: gratis per tutti"], ["In sintesi: si parte a ottobre."]),
}  # fmt: skip


def pastes(at: Desk) -> None:
    """What five programs leave on the clipboard, by `import`."""
    for number, (name, (found, rest, warned)) in enumerate(IMPORTED.items()):
        path = f"content/it/2025/{name}.md"
        lines = [
            f"{path}: {found}, title from the first line, date as given{rest}",
            *(f"{path}{place}: {CITED}" for place in warned),
        ]
        said = at.says(
            "import",
            f"{PASTED / name}.txt",
            "--lang",
            "it",
            "--category",
            "world",
            "--date",
            f"2025-09-02 0{number}:30",
        )
        assert said == lines
    at.change("it/2025/chatgpt.md", (" 【3†source】", ""))
    fine(at)
    assert at.publish() == []
    assert {name: at.shown(f"2025/09/{name}/") for name in PAGES} == PAGES


TYPED = {
    "word": [(':10:1: BODY-POINTS warning: "o" and a tab before "Con 4 000 milioni" are read as a bullet — for the second level, write two spaces, ◦ and a space instead', "    o   Con 4 000 milioni", "    ^")],
    "notion": [
        (":8:3: MARK-TASK warning: a task box would appear on the page as typed — delete the brackets", "    - [ ] Il Senato **approva**", "      ^"),
        (":9:3: MARK-TASK warning: a task box would appear on the page as typed — delete the brackets", "    - [x] Entra in vigore a gennaio", "      ^"),
        (":12:3: BODY-SUMMARY warning: no summary: this 📌 is in a quotation — delete the > before it", "    > 📌 La legge sul clima è approvata", "      ^"),
    ],
    "chatgpt": [(f":11:31: {CITED}", "    - **Costi:** gratis per tutti 【3†source】", "                                  ^")],
}  # fmt: skip
FIXED = {
    "notion": [("- [ ] ", "- "), ("- [x] ", "- "), ("> 📌", "📌")],
    "chatgpt": [(" 【3†source】", "")],
}


def types(at: Desk) -> None:
    """The same, typed straight into a content file as another digest, with the marks and line ends of each program."""
    for number, name in enumerate(PAGES):
        pasted = (PASTED / f"{name}.txt").read_bytes().decode("utf-8")
        end, mark = "\r\n" if "\r\n" in pasted else "\n", pasted[: pasted.startswith("\ufeff")]
        head = [
            "---",
            f"title: '{PAGES[name][0]}'",
            f"date: 2025-09-03 0{number}:30",
            f"id: typed-{name}",
            "category: world",
            "---",
        ]
        at.write(f"it/2025/{name}2.md", mark + end.join([*head, *pasted.split(end)[1:]]))
    said = [
        line
        for name in sorted(TYPED)
        for place, *excerpt in TYPED[name]
        for line in (f"content/it/2025/{name}2.md{place}", *excerpt)
    ]
    fine(at, *said, "5 warnings")
    for name, changes in FIXED.items():
        at.change(f"it/2025/{name}2.md", *changes)
    at.change("it/2025/word2.md", ("o\t", "  ◦ "))
    fine(at)
    assert at.publish() == []
    assert {name: at.shown(f"2025/09/{name}2/") for name in PAGES} == PAGES
