"""Checks across files: problems that show only when all content files have been read.

Imports nothing: an idle build needs only the walk.
"""
