"""The content folder, read once for all consumers: digests, pages, pictures and links."""
