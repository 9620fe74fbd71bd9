"""Shingles: a few fingerprints of the text of each article and page, by which copies are found."""

from django.db import models

from archive.models.article import Article
from archive.models.page import Page


class ArticleShingle(models.Model):
    """One fingerprint; which of an article's there are, desk/near_duplicates.py tells."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="shingles")
    value = models.BigIntegerField(db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("article", "value"), name="shingle_once_per_article"),)

    def __str__(self) -> str:
        return f"{self.article_id} {self.value:x}"


class PageShingle(models.Model):
    """One fingerprint of a page's original text."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="shingles")
    value = models.BigIntegerField(db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("page", "value"), name="shingle_once_per_page"),)

    def __str__(self) -> str:
        return f"{self.page_id} {self.value:x}"
