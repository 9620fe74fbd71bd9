"""The desk: the reports in the archive -> the model of characters with which segmentation joins broken sentences."""

from functools import lru_cache

from archive.body import printed_text
from archive.loading.committed import read_committed_texts
from archive.models import Article
from archive.segmentation.character_model import CharacterModel

_MOST_ARTICLES = 400
_RENEWED = 50  # reports that come between two countings


def load_character_model() -> CharacterModel:
    """Count the newest published reports, and the committed sample where these are few."""
    own = Article.objects.published().filter(is_sample=False)
    bodies = list(own.order_by("-pk").values_list("body", flat=True)[:_MOST_ARTICLES])
    model = CharacterModel()
    model.train(map(printed_text, bodies))
    if len(bodies) < _MOST_ARTICLES:
        model.train(read_committed_texts())
    return model


def recent_character_model() -> CharacterModel:
    """Return the model, counted anew now and then: a job needs it for every page."""
    newest = Article.objects.published().order_by("-pk").values_list("pk", flat=True).first() or 0
    return _keep_model(newest // _RENEWED)


@lru_cache(maxsize=1)
def _keep_model(_part: int) -> CharacterModel:
    return load_character_model()
