"""Looking at the site while it is written: a preview with drafts, built again and shown anew on every change.

Nothing is imported here: the builder's process starts with this package and must be able to say what is wrong with
any other one.
"""
