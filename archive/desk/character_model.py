"""The desk: the reports in the archive -> the model of characters with which segmentation joins broken sentences."""

from archive.body import printed_text
from archive.loading.committed import read_committed_texts
from archive.models import Article
from archive.segmentation.character_model import CharacterModel

_MOST_ARTICLES = 400


def load_character_model() -> CharacterModel:
    """Count the newest published reports; the committed sample where there are none."""
    bodies = Article.objects.published().order_by("-pk").values_list("body", flat=True)[:_MOST_ARTICLES]
    model = CharacterModel()
    model.train(map(printed_text, bodies))
    if not model.total:
        model.train(read_committed_texts())
    return model
