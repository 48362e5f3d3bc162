"""The text of a digest with everything in it, and nothing in moderation."""

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ADDRESS = "https://example.org/" + "molto-lungo-" * 12 + "?a=1&b=2"
EVERYTHING = f"""\
- {LONG} e un [{ADDRESS}]({ADDRESS}).
- Codice `{"x" * 90}` in riga.
  - Un punto
    - dentro l’altro

📌 **Sintesi** con *corsivo*, `codice`, [un link](altro.md) e una nota[^1]. {LONG}.

# Un titolo di primo livello

## Uno di secondo

> Una citazione
> con [un link](altro.md).

| Anno | Una colonna {LONG} | Altra | E altra | Ancora | Ancora |
|---|:-:|--:|---|---|---|
| 2024 | {"1234567890" * 4} | 2 | 3 | 4 | 5 |

1. Primo
2. Secondo

```
{"codice " * 40}
```

![Un’immagine]({"{static}"}/media/wide.svg)

---

[^1]: La nota.
"""
