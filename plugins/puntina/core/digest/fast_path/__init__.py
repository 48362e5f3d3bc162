"""The fast path: the plainest bodies are parsed without markdown-it, with the same result."""
