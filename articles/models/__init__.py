"""The rows of the newsroom, a file a noun."""

from articles.models.article import Article, PlacedPicture, PrintPlacement
from articles.models.credit import Credit
from articles.models.front import FrontPlace
from articles.models.history import ArticleEvent, Revision
from articles.models.original import Original
from articles.models.people import (
    Contact,
    Correspondent,
    PenName,
    Person,
    PersonGrade,
    PersonMerge,
    Reporter,
    Unit,
)
from articles.models.picture import Picture
from articles.models.section import Section, Tag, TagAlias, TaggedArticle
from articles.models.site import DemoRecord, FlatPage, SiteSettings, Source

__all__ = [
    "Article",
    "ArticleEvent",
    "Contact",
    "Correspondent",
    "Credit",
    "DemoRecord",
    "FlatPage",
    "FrontPlace",
    "Original",
    "PenName",
    "Person",
    "PersonGrade",
    "PersonMerge",
    "Picture",
    "PlacedPicture",
    "PrintPlacement",
    "Reporter",
    "Revision",
    "Section",
    "SiteSettings",
    "Source",
    "Tag",
    "TagAlias",
    "TaggedArticle",
    "Unit",
]
