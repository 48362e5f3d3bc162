"""Content types, the same on every machine."""

import mimetypes

# What mimetypes lacks in some Python, or calls otherwise than the web does now.
TYPES = {
    ".avif": "image/avif",
    ".css": "text/css",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
HTML = "text/html; charset=utf-8"
_SYSTEM = mimetypes.MimeTypes()  # Python's own table, without the files that a system may add to it


def kind_of(name: str) -> str:
    """The content type of a file of this name; texts are UTF-8."""
    kind = TYPES.get("." + name.lower().rpartition(".")[2]) or _guessed(name)
    is_text = kind.startswith("text/") or kind.endswith(("xml", "/javascript"))
    return f"{kind}; charset=utf-8" if is_text else kind


def _guessed(name: str) -> str:
    kind, packed = _SYSTEM.guess_type(name)
    if packed:
        return "application/gzip" if packed == "gzip" else "application/octet-stream"
    return kind or "application/octet-stream"
