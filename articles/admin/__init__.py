"""The desk's admin, a file a noun; importing them registers them."""

from articles.admin import articles, importing, pictures

__all__ = ["articles", "importing", "pictures"]
