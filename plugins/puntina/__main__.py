"""`python -m puntina`: the command line."""

from puntina.commands.cli import main

main()
