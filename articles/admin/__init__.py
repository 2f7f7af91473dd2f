"""The desk's admin, a file a noun; importing them registers them."""

from articles.admin import articles, desk, front, importing, people, pictures, sections, site, tags

__all__ = ["articles", "desk", "front", "importing", "people", "pictures", "sections", "site", "tags"]
