"""A digest's own picture in the sizes that screens ask for, made once for each content of its file."""

from pelican import signals

from puntina.images.attach import offer_image
from puntina.images.generator import images_generator


def register() -> None:
    """Connects to Pelican's signals."""
    signals.initialized.connect(offer_image)
    signals.get_generators.connect(images_generator)
