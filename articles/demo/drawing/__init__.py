"""Pictures the project draws for its demo newsroom. `draw` makes one by name; nothing is read from disk."""

from articles.demo.drawing import land, sea, town
from articles.demo.drawing.portraits import portrait

SCENES = {**sea.SCENES, **land.SCENES, **town.SCENES}


def draw(name: str):
    """The picture called `name`: a scene of `SCENES`, or "portrait-N". Raises KeyError for any other."""
    if name.startswith("portrait-"):
        return portrait(int(name.removeprefix("portrait-")))
    return SCENES[name]()


__all__ = ["SCENES", "draw", "portrait"]
