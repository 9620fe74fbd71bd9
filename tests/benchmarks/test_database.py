import pytest

from archive.models import Article
from benchmarks.corpus import Corpus
from benchmarks.database import CorpusError, add_articles

pytestmark = pytest.mark.django_db


def test_articles_that_are_there_already_are_not_added_again(corpus):
    add_articles(corpus)
    assert Article.objects.count() == corpus.size


def test_an_archive_with_more_articles_is_refused(corpus):
    with pytest.raises(CorpusError, match="50 articles, more than 10"):
        add_articles(Corpus(corpus.reference, 10))
