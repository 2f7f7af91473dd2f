"""Pictures the project draws for its demo newsroom. `draw` makes one by name; nothing is read from disk."""

from PIL import Image

from articles.demo.drawing import harbour, land, night, sea, shore, town
from articles.demo.drawing.portraits import portrait

SCENES = {**harbour.SCENES, **sea.SCENES, **shore.SCENES, **land.SCENES, **town.SCENES, **night.SCENES}


def draw(name: str) -> Image.Image:
    """The picture called `name`: a scene of `SCENES`, or "portrait-N". Raises KeyError for any other."""
    if name.startswith("portrait-"):
        return portrait(int(name.removeprefix("portrait-")))
    return SCENES[name]()


__all__ = ["SCENES", "draw", "portrait"]
