"""A digest's own picture in the sizes that screens ask for, made once for each content of its file."""

from puntina.core.hooks import Plugin
from puntina.images.outputs import image_outputs
from puntina.images.view import image_view

PLUGIN = Plugin(article_attributes={"image": image_view}, outputs=(("pictures", image_outputs),))


def register() -> None:
    """Nothing to connect: PLUGIN has all of it."""
