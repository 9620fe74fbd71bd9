"""What the archive holds."""

from archive.models.article import Article, Genre, Status
from archive.models.city import City, FormerName, Level, Province
from archive.models.initiative import Category, Initiative, InitiativeAlias, Scope
from archive.models.links import ArticleCity, ArticleInitiative, ArticlePerson
from archive.models.newspaper import Newspaper
from archive.models.page import Page
from archive.models.precision import DatePrecision

__all__ = [
    "Article",
    "ArticleCity",
    "ArticleInitiative",
    "ArticlePerson",
    "Category",
    "City",
    "DatePrecision",
    "FormerName",
    "Genre",
    "Initiative",
    "InitiativeAlias",
    "Level",
    "Newspaper",
    "Page",
    "Province",
    "Scope",
    "Status",
]
