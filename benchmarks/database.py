"""A corpus -> rows of the archive's database: pages, published articles and their links."""

from collections.abc import Sequence

from django.core.management import call_command
from django.db import transaction

from archive.body import printed_text
from archive.loading.reference import load_reference
from archive.models import Article, ArticleCity, ArticleInitiative, ArticlePerson, DatePrecision, Page, Status
from archive.models.page import hash_text
from archive.statistics import gather_statistics
from benchmarks.corpus import Composed, Corpus
from benchmarks.reference import read_reference

_BATCH = 1200
_ARTICLES_OF_A_PAGE = 12


class CorpusError(Exception):
    """The database holds articles that are not of this corpus."""


def fill_archive(size: int) -> Corpus:
    """Bring an archive to exactly the first `size` articles of the corpus; what is there already stays.

    Raises CorpusError when it holds more.
    """
    call_command("migrate", verbosity=0, interactive=False)
    load_reference()
    corpus = Corpus(read_reference(), size)
    add_articles(corpus)
    gather_statistics()  # as the worker does every day
    return corpus


def add_articles(corpus: Corpus) -> None:
    """Add the articles that are not there yet, each batch in one transaction; article n gets the key n + 1."""
    there = Article.objects.count()
    if there > corpus.size:
        raise CorpusError(f"the archive holds {there} articles, more than {corpus.size}")
    for start in range(there, corpus.size, _BATCH):
        composed = [corpus.article(number) for number in range(start, min(start + _BATCH, corpus.size))]
        with transaction.atomic():
            _add_batch(composed)


def _add_batch(composed: Sequence[Composed]) -> None:
    pages = [
        _make_page(composed[start : start + _ARTICLES_OF_A_PAGE])
        for start in range(0, len(composed), _ARTICLES_OF_A_PAGE)
    ]
    Page.objects.bulk_create(pages)
    Article.objects.bulk_create(
        _make_article(each, pages[place // _ARTICLES_OF_A_PAGE], place % _ARTICLES_OF_A_PAGE)
        for place, each in enumerate(composed)
    )
    _add_links(composed)


def _make_page(composed: Sequence[Composed]) -> Page:
    """Make the page that articles stand on; its text is theirs, as it is in a real archive."""
    first = composed[0]
    text = "\n\n".join(f"{each.headline}\n\n{printed_text(each.body)}" for each in composed)
    return Page(
        newspaper_id=first.newspaper,
        date=first.date,
        date_precision=DatePrecision.DAY,
        number=first.number // _ARTICLES_OF_A_PAGE % 8 + 1,
        text=text,
        text_hash=hash_text(text),
    )


def _make_article(composed: Composed, page: Page, order: int) -> Article:
    return Article(
        pk=composed.number + 1,
        newspaper_id=composed.newspaper,
        date=composed.date,
        date_precision=DatePrecision.DAY,
        page=page,
        order=order,
        kicker=composed.kicker,
        headline=composed.headline,
        subhead=composed.subhead,
        byline=f"本报记者 {composed.reporter}",
        dateline=composed.dateline,
        genre=composed.genre,
        body=composed.body,
        status=Status.PUBLISHED,
    )


def _add_links(composed: Sequence[Composed]) -> None:
    ArticlePerson.objects.bulk_create(
        ArticlePerson(article_id=each.number + 1, name=each.reporter, role="本报记者") for each in composed
    )
    ArticleCity.objects.bulk_create(
        ArticleCity(
            article_id=each.number + 1, province_id=place.province, city_id=place.city or None, evidence=place.name
        )
        for each in composed
        for place in each.places
    )
    ArticleInitiative.objects.bulk_create(
        ArticleInitiative(article_id=each.number + 1, initiative_id=programme.pk, evidence=programme.names[0])
        for each in composed
        for programme in each.programmes
    )
