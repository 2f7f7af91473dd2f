"""The picture library: taking pictures in, cutting them for the page, knowing where they are used, clearing up."""

from articles.pictures.library import add_picture, delete_picture, set_focal_point
from articles.pictures.usage import may_change, where_used

__all__ = ["add_picture", "delete_picture", "may_change", "set_focal_point", "where_used"]
