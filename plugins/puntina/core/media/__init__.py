"""Media files as bytes: recognises formats, and removes private metadata before publishing."""

from puntina.core.media.cleaned import HEAD, cleaned, kind_of

__all__ = ["HEAD", "cleaned", "kind_of"]
