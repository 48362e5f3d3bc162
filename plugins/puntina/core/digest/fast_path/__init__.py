"""The fast path for bodies: the plainest ones are read without markdown-it, to the very same parts."""
