"""Prints problems and notices for editors: on the terminal and on GitHub, in the language of the publication."""
