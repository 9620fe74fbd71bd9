"""Links of an article: the places it is about, the programmes it reports on, the people who made it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from archive.models.article import Article
from archive.models.city import City, Province
from archive.models.initiative import Initiative


class EvidencedLink(models.Model):
    """A link found in an article: the words it rests on, and whether a person confirmed it."""

    evidence = models.CharField(_("依据"), max_length=200, blank=True, help_text=_("稿件中的原词"))
    is_confirmed = models.BooleanField(_("已核对"), default=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the link and what listeners write about it in one transaction."""
        with transaction.atomic():
            super().save(*args, **kwargs)


class ArticleCityManager(models.Manager["ArticleCity"]):
    """Links with their places, so that a list of articles needs one query for them."""

    def get_queryset(self) -> models.QuerySet["ArticleCity"]:
        """Return the links with all that they lie in."""
        return super().get_queryset().select_related("province", "city__parent")


class ArticleInitiativeManager(models.Manager["ArticleInitiative"]):
    """Links with their programmes, so that a list of articles needs one query for them."""

    def get_queryset(self) -> models.QuerySet["ArticleInitiative"]:
        """Return the links with their programmes."""
        return super().get_queryset().select_related("initiative")


class ArticleCity(EvidencedLink):
    """A place that an article is about: a city, or where `city` is empty a province as a whole."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="city_links", verbose_name=_("稿件"))
    province = models.ForeignKey(
        Province, models.PROTECT, related_name="article_links", verbose_name=_("省级地区"), blank=True
    )
    city = models.ForeignKey(
        City, models.PROTECT, null=True, blank=True, related_name="article_links", verbose_name=_("市县")
    )
    history = HistoricalRecords(verbose_name=_("稿件地区历史"))

    objects = ArticleCityManager()

    class Meta:
        verbose_name = verbose_name_plural = _("稿件地区")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("article", "city"), name="city_once_per_article"),
            models.UniqueConstraint(
                fields=("article", "province"),
                condition=models.Q(city=None),
                name="province_once_per_article",
            ),
        )

    def __str__(self) -> str:
        return str(self.place)

    def clean(self) -> None:
        """Take the province from the city; refuse neither and a pair that do not belong together."""
        if self.city is not None:
            if self.province_id and self.province_id != self.city.province_id:
                raise ValidationError({"city": _("市县不在所选的省级地区内。")})
            self.province_id = self.city.province_id
        elif not self.province_id:
            raise ValidationError({"city": _("请选市县或省级地区。")})

    @property
    def place(self) -> City | Province:
        """The city, or the province where no city is given."""
        return self.city or self.province

    @property
    def line(self) -> str:
        """The place with what it lies in, as a line of a list names it: 四川泸州市江阳区."""
        if self.city is None:
            return self.province.short_name
        above = self.city.parent.name if self.city.parent else ""
        return f"{self.province.short_name}{above}{self.city.name}"

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the place and of all it lies in, the province first."""
        if self.city is None:
            return (self.province_id,)
        above = (self.city.parent_id,) if self.city.parent_id else ()
        return (self.province_id, *above, self.city.code)


class ArticleInitiative(EvidencedLink):
    """A programme that an article reports on."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="initiative_links", verbose_name=_("稿件"))
    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="article_links", verbose_name=_("项目"))
    history = HistoricalRecords(verbose_name=_("稿件项目历史"))

    objects = ArticleInitiativeManager()

    class Meta:
        verbose_name = verbose_name_plural = _("稿件项目")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("article", "initiative"), name="initiative_once_per_article"),)

    def __str__(self) -> str:
        return str(self.initiative)


class ArticlePerson(EvidencedLink):
    """A person who made the article: reporter, correspondent, photographer."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="people", verbose_name=_("稿件"))
    name = models.CharField(_("姓名"), max_length=50, db_index=True)
    role = models.CharField(_("身份"), max_length=50, blank=True, help_text=_("本报记者，通讯员，摄影"))
    history = HistoricalRecords(verbose_name=_("稿件作者历史"))

    class Meta:
        verbose_name = verbose_name_plural = _("作者")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("article", "name"), name="person_once_per_article"),)

    def __str__(self) -> str:
        return f"{self.role} {self.name}".strip()
