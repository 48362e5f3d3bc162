"""Media files as bytes: what a file is, and what is in it besides what it shows, taken out before it is published."""

from puntina.core.media.cleaned import HEAD, cleaned, kind_of

__all__ = ["HEAD", "cleaned", "kind_of"]
