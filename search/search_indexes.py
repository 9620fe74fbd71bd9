"""An article -> the fields that are indexed of it, as Haystack prepares them."""

import hashlib
import json
from typing import Any

from django.db.models import QuerySet
from haystack import indexes

from archive.body import printed_text
from archive.models import Article

# A sort key is the date as eight digits, then the article's key: one number orders days and, in a day, articles.
_DAY = 10**10
_UNDATED = 99_999_999


def newest_key(article: Article) -> int:
    """Return the number that puts the newest article first when ordered downwards; small without a date."""
    day = int(article.date.strftime("%Y%m%d")) if article.date else 0
    return day * _DAY + article.pk


def oldest_key(article: Article) -> int:
    """Return the number that puts the oldest article first when ordered upwards; large without a date."""
    day = int(article.date.strftime("%Y%m%d")) if article.date else _UNDATED
    return day * _DAY + article.pk


def article_text(article: Article) -> str:
    """Return all printed words of an article; a run does not go from one part into the next."""
    parts = (article.kicker, article.headline, article.subhead, article.byline, article.dateline)
    return "\n\n".join([*filter(None, parts), printed_text(article.body)])


class ArticleIndex(indexes.SearchIndex, indexes.Indexable):
    """Published articles. Facets hold codes and addresses, so that a new name needs no new index."""

    text = indexes.CharField(document=True)
    headline = indexes.CharField()
    region = indexes.MultiValueField()
    programme = indexes.MultiValueField()
    newspaper = indexes.MultiValueField()
    genre = indexes.MultiValueField()
    year = indexes.IntegerField(null=True)
    newest = indexes.IntegerField()
    oldest = indexes.IntegerField()

    def get_model(self) -> type[Article]:
        """Return what is indexed."""
        return Article

    def index_queryset(self, using: str | None = None) -> QuerySet[Article]:
        """Return the articles that readers can find."""
        return Article.objects.published().with_relations()

    def read_queryset(self, using: str | None = None) -> QuerySet[Article]:
        """Return the articles to load hits from; one withdrawn a moment ago is not shown."""
        return self.index_queryset(using)

    def get_updated_field(self) -> str:
        """Name the field that update_index --age looks at."""
        return "modified"

    def prepare(self, obj: Article) -> dict[str, Any]:
        """Return the fields of an article, and the hash that tells whether an index holds them."""
        prepared = {
            "text": article_text(obj),
            "headline": "\n\n".join(filter(None, (obj.kicker, obj.headline))),
            "region": sorted({code for link in obj.city_links.all() for code in link.codes}),
            "programme": sorted({link.initiative.slug for link in obj.initiative_links.all()}),
            "newspaper": [obj.newspaper.slug] if obj.newspaper else [],
            "genre": [obj.genre],
            "year": obj.date.year if obj.date else None,
            "newest": newest_key(obj),
            "oldest": oldest_key(obj),
        }
        content = json.dumps(prepared, ensure_ascii=False, sort_keys=True)
        prepared["content_hash"] = hashlib.blake2b(content.encode(), digest_size=12).hexdigest()
        prepared["id"] = obj.pk
        return prepared

    def full_prepare(self, obj: Article) -> dict[str, Any]:
        """Return the same: an article has no field that Haystack would have to convert."""
        self.prepared_data = self.prepare(obj)
        return self.prepared_data
