"""How problems and notices reach an editor: on the terminal, on GitHub, in the language of the publication."""
