"""The files of the content and what they are together: digests, pages, pictures, links; read once for all consumers."""
