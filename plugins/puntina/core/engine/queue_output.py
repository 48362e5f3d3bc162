"""Outputs where the engine is not there to take them."""

from pathlib import Path

from pelican.writers import Writer

from puntina.core.engine.output import Output
from puntina.core.engine.writer import QueueWriter


def queue_output(writer: Writer, output: Output) -> None:
    """Hands the output to our Writer; by any other it is written at once, as Pelican writes pages."""
    if isinstance(writer, QueueWriter):
        writer.add(output)
        return
    target = Path(writer.output_path, output.path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(output.make())
