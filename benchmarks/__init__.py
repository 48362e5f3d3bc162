"""The benchmark: Puntina and other generators make matched sites of one corpus, by turns, and are measured."""
