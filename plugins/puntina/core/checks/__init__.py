"""The editor's answer without a build: every file of the content read, and all that is wrong with them together.

Nothing is imported here: a build that finds nothing changed needs the walk alone.
"""
