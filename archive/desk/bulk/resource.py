"""Bulk import: a row of a table -> an article, new or changed; or every problem of the row at once."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from import_export.resources import Resource
from import_export.results import RowResult

from archive.desk.bulk.cells import (
    BodyWidget,
    DateField,
    DateWidget,
    FactsField,
    FactsWidget,
    GenreWidget,
    GivenField,
    LineWidget,
    NewspaperWidget,
    PageWidget,
    choose_person_facts,
    choose_place_facts,
    choose_programme_facts,
)
from archive.desk.bulk.columns import Column, Row
from archive.desk.bulk.matching import Match
from archive.desk.bulk.writing import PrintedOn, write_article
from archive.desk.editing.entry import Fact, read_article
from archive.desk.vocabulary import Vocabulary
from archive.models import Article, Status

PLAIN = (Column.KICKER, Column.HEADLINE, Column.SUBHEAD, Column.BYLINE, Column.DATELINE, Column.GENRE, Column.BODY)
FACTS = (Column.PLACES, Column.PROGRAMMES, Column.PEOPLE)


class ArticleResource(Resource):
    """The columns of a table of articles.

    A row that is an article already changes it only as long as it is a draft, and never empties a field.
    """

    newspaper = GivenField("newspaper", Column.NEWSPAPER.value)
    date = DateField("date", Column.DATE.value, DateWidget())
    page = FactsField("page", Column.PAGE.value, PageWidget())
    kicker = GivenField("kicker", Column.KICKER.value, LineWidget(300))
    headline = GivenField("headline", Column.HEADLINE.value, LineWidget(300))
    subhead = GivenField("subhead", Column.SUBHEAD.value, LineWidget(300))
    byline = GivenField("byline", Column.BYLINE.value, LineWidget(300))
    dateline = GivenField("dateline", Column.DATELINE.value, LineWidget(100))
    genre = GivenField("genre", Column.GENRE.value, GenreWidget())
    body = GivenField("body", Column.BODY.value, BodyWidget())
    places = FactsField("places", Column.PLACES.value)
    programmes = FactsField("programmes", Column.PROGRAMMES.value)
    people = FactsField("people", Column.PEOPLE.value, FactsWidget(choose_person_facts))

    class Meta:
        skip_diff = True
        store_instance = True

    def __init__(self, vocabulary: Vocabulary, matches: Mapping[int, Match], user: User | None = None) -> None:
        super().__init__()
        self.vocabulary, self.matches, self.user = vocabulary, matches, user
        self.fields["newspaper"].widget = NewspaperWidget()
        self.fields["places"].widget = FactsWidget(partial(choose_place_facts, vocabulary=vocabulary))
        self.fields["programmes"].widget = FactsWidget(partial(choose_programme_facts, vocabulary=vocabulary))
        self.changes: dict[int, tuple[Column, ...]] = {}

    def take_row(self, row: Row, dry_run: bool, page_text: str = "", source_name: str = "") -> RowResult:
        """Import a row, or only tell what would come of it. What is not the row's fault is raised.

        Of a page that is not in the archive `page_text` is all that the table has, and `source_name` the table's name.
        """
        values = {"number": row.number, "page_text": page_text, "source_name": source_name, **row.cells}
        result = self.import_row(values, None, dry_run=dry_run, using_transactions=False, row_number=row.number)
        if result.errors:
            raise result.errors[0].error
        return result

    def get_instance(self, instance_loader: Any, row: dict[str, Any]) -> Article | None:
        """Return the article that a row already is."""
        return self.matches[row["number"]].article

    def init_instance(self, row: dict[str, Any] | None = None) -> Article:
        """Return a new article, which is a draft."""
        return Article(status=Status.DRAFT)

    def import_instance(self, instance: Article, row: dict[str, Any], **kwargs: Any) -> None:
        """Set what the cells say, and note which of them change an article that is there."""
        before = {column: getattr(instance, column) for column in PLAIN}
        super().import_instance(instance, row, **kwargs)
        if instance.pk:
            changed = [column for column in PLAIN if getattr(instance, column).strip() != before[column].strip()]
            self.changes[row["number"]] = (*changed, *self._new_links(instance, row))

    def skip_row(
        self,
        instance: Article,
        original: Article | None,
        row: dict[str, Any],
        import_validation_errors: Mapping[str, ValidationError] | None = None,
    ) -> bool:
        """Skip a row that says nothing new, and one whose article is no draft any more."""
        if import_validation_errors or instance.pk is None:
            return False
        return instance.status != Status.DRAFT or not self.changes[row["number"]]

    def save_instance(self, instance: Article, is_create: bool, row: dict[str, Any], **kwargs: Any) -> None:
        """Write the article with its links, unless this is a dry run."""
        if kwargs["dry_run"]:
            return
        instance.is_genre_confirmed |= bool(row["genre"])
        given = tuple(fact for column in FACTS for fact in self._read_facts(column, row))
        page = PrintedOn(self.fields[Column.PAGE].clean(row), row["page_text"], row["source_name"])
        write_article(instance, given, page, self.vocabulary, self.user)

    def _new_links(self, article: Article, row: dict[str, Any]) -> tuple[Column, ...]:
        """Return the columns that give an article a link that it lacks."""
        names = {fact.name for fact in read_article(article, 0).facts}
        new = [column for column in FACTS if any(fact.name not in names for fact in self._read_facts(column, row))]
        number = self.fields[Column.PAGE].clean(row)
        is_moved = number is not None and (article.page is None or article.page.number != number)
        return (Column.PAGE, *new) if is_moved else tuple(new)

    def _read_facts(self, column: Column, row: dict[str, Any]) -> tuple[Fact, ...]:
        facts: tuple[Fact, ...] = self.fields[column].clean(row)
        return facts
