"""The fast path for templates: Jinja without the work that is the same for every page of frozen values."""
