"""What Haystack has to know of articles: which are indexed, and with which fields."""

from django.db.models import QuerySet
from haystack import indexes

from archive.models import Article
from search.preparing import Prepared, prepare_articles


class ArticleIndex(indexes.SearchIndex, indexes.Indexable):
    """Published articles."""

    text = indexes.CharField(document=True)
    headline = indexes.CharField()
    region = indexes.MultiValueField()
    programme = indexes.MultiValueField()
    newspaper = indexes.MultiValueField()
    genre = indexes.MultiValueField()
    byline = indexes.MultiValueField()
    year = indexes.IntegerField(null=True)
    newest = indexes.IntegerField()
    oldest = indexes.IntegerField()
    place_order = indexes.IntegerField()

    def get_model(self) -> type[Article]:
        """Return what is indexed."""
        return Article

    def index_queryset(self, using: str | None = None) -> QuerySet[Article]:
        """Return the articles that readers can find."""
        return Article.objects.published()

    def read_queryset(self, using: str | None = None) -> QuerySet[Article]:
        """Return the articles to load hits from; one withdrawn a moment ago is not shown."""
        return Article.objects.shown()

    def get_updated_field(self) -> str:
        """Name the field that update_index --age looks at."""
        return "modified"

    def full_prepare(self, obj: Article) -> Prepared:
        """Return the fields of one article as the database has it now; none when readers may not see it."""
        self.prepared_data = next(iter(prepare_articles([obj.pk])), {})
        return self.prepared_data
