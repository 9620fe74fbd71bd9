"""What the archive holds."""

from archive.models.article import Article, Genre, Status
from archive.models.bulk_change import BulkAction, BulkChange, BulkChangeItem
from archive.models.city import City, FormerName, Level, Province
from archive.models.compared_pair import ComparedPair
from archive.models.dictionary_word import DictionaryWord
from archive.models.error_report import ErrorReport, ErrorReportState
from archive.models.hold import Hold
from archive.models.initiative import Category, Initiative, InitiativeAlias, Scope
from archive.models.job import ItemState, Job, JobItem, JobKind, JobState
from archive.models.kept_entry import KeptEntry
from archive.models.links import ArticleCity, ArticleInitiative, ArticlePerson
from archive.models.newspaper import Newspaper
from archive.models.page import Page
from archive.models.precision import DatePrecision
from archive.models.review import ReviewAction, ReviewStep
from archive.models.shingle import ArticleShingle, PageShingle
from archive.models.split import Split, SplitStep

__all__ = [
    "Article",
    "ArticleCity",
    "ArticleInitiative",
    "ArticlePerson",
    "ArticleShingle",
    "BulkAction",
    "BulkChange",
    "BulkChangeItem",
    "Category",
    "City",
    "ComparedPair",
    "DatePrecision",
    "DictionaryWord",
    "ErrorReport",
    "ErrorReportState",
    "FormerName",
    "Genre",
    "Hold",
    "Initiative",
    "InitiativeAlias",
    "ItemState",
    "Job",
    "JobItem",
    "JobKind",
    "JobState",
    "KeptEntry",
    "Level",
    "Newspaper",
    "Page",
    "PageShingle",
    "Province",
    "ReviewAction",
    "ReviewStep",
    "Scope",
    "Split",
    "SplitStep",
    "Status",
]
