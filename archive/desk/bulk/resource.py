"""Bulk import: a row of a table -> an article, new or changed; or every problem of the row at once."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from import_export.resources import Resource
from import_export.results import RowResult

from archive.desk.bulk.cells import choose_person_facts, choose_place_facts, choose_programme_facts
from archive.desk.bulk.columns import Column, Row
from archive.desk.bulk.matching import Match
from archive.desk.bulk.row_changes import FACTS, PLAIN, Given, RowChanges, find_changes, had_link
from archive.desk.bulk.widgets import (
    BodyWidget,
    DateField,
    DateWidget,
    FactsWidget,
    GenreWidget,
    GivenField,
    LineWidget,
    NewspaperWidget,
    PageWidget,
    ReadField,
    StatusWidget,
)
from archive.desk.bulk.writing import PrintedOn, write_article
from archive.desk.vocabulary import Vocabulary
from archive.models import Article, Status

# By these a row is known to be an article; where an editor has corrected them since, they stay corrected.
_ISSUE = ("newspaper", "date", "date_precision", "is_date_confirmed")


class ArticleResource(Resource):
    """The columns of a table of articles.

    A row that is an article already changes it only as long as it is a draft, and never empties a field.
    """

    newspaper = GivenField("newspaper", Column.NEWSPAPER.value)
    date = DateField("date", Column.DATE.value, DateWidget())
    page = ReadField("page", Column.PAGE.value, PageWidget())
    kicker = GivenField("kicker", Column.KICKER.value, LineWidget(300))
    headline = GivenField("headline", Column.HEADLINE.value, LineWidget(300))
    subhead = GivenField("subhead", Column.SUBHEAD.value, LineWidget(300))
    byline = GivenField("byline", Column.BYLINE.value, LineWidget(300))
    dateline = GivenField("dateline", Column.DATELINE.value, LineWidget(100))
    genre = GivenField("genre", Column.GENRE.value, GenreWidget())
    body = GivenField("body", Column.BODY.value, BodyWidget())
    places = ReadField("places", Column.PLACES.value)
    programmes = ReadField("programmes", Column.PROGRAMMES.value)
    people = ReadField("people", Column.PEOPLE.value, FactsWidget(choose_person_facts))
    status = ReadField("status", Column.STATUS.value)

    class Meta:
        skip_diff = True
        store_instance = True

    def __init__(self, vocabulary: Vocabulary, matches: Mapping[int, Match], user: User | None) -> None:
        super().__init__()
        self.vocabulary, self.matches, self.user = vocabulary, matches, user
        may_add_newspapers = user is not None and user.has_perm("archive.add_newspaper")
        self.fields["newspaper"].widget = NewspaperWidget(may_add_newspapers)
        self.fields["places"].widget = FactsWidget(partial(choose_place_facts, vocabulary=vocabulary))
        self.fields["programmes"].widget = FactsWidget(partial(choose_programme_facts, vocabulary=vocabulary))
        self.fields["status"].widget = StatusWidget(user)
        self.changes: dict[int, RowChanges] = {}

    def take_row(
        self, row: Row, dry_run: bool, write_page_text: Callable[[], str] = str, source_name: str = ""
    ) -> RowResult:
        """Import a row, or only tell what would come of it. What is not the row's fault is raised.

        `write_page_text` gives all that the table has of the row's page, `source_name` is the table's name.
        """
        values = {"number": row.number, "page_text": write_page_text, "source_name": source_name, **row.cells}
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
        before = {name: getattr(instance, name) for name in (*PLAIN, *_ISSUE)}
        super().import_instance(instance, row, **kwargs)
        if instance.pk:
            changes = find_changes(instance, before, self._read_given(row), self.vocabulary)
            for name in before.keys() & {*_ISSUE, *changes.kept}:
                setattr(instance, name, before[name])
            self.changes[row["number"]] = changes

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
        return instance.status != Status.DRAFT or not self.changes_of(row).made

    def save_instance(self, instance: Article, is_create: bool, row: dict[str, Any], **kwargs: Any) -> None:
        """Write the article with its links, unless this is a dry run. Where it shall stand is another step."""
        changes = self.changes_of(row)
        if kwargs["dry_run"] or changes.columns == (Column.STATUS,):
            return
        given = self._read_given(row)
        facts = [fact for fact in given.facts if is_create or not had_link(instance, fact)]
        number = None if Column.PAGE in changes.kept else given.number
        if row["genre"] and Column.GENRE not in changes.kept:
            instance.is_genre_confirmed = True
        printed = PrintedOn(number, row["page_text"], row["source_name"])
        write_article(instance, facts, printed, self.vocabulary, self.user)

    def changes_of(self, row: Mapping[str, Any]) -> RowChanges:
        """Return what a row that was taken changes in its article."""
        return self.changes.get(row["number"], RowChanges())

    def _read_given(self, row: Mapping[str, str]) -> Given:
        read = {column: self.fields[column].clean(row) for column in (Column.PAGE, *FACTS, Column.STATUS)}
        facts = tuple(fact for column in FACTS for fact in read[column])
        return Given(read[Column.PAGE], facts, read[Column.STATUS])
