"""Looking at the site while it is written: a preview with drafts, served here and built again on every change."""

from plugins.serve.command import serve

__all__ = ["serve"]
