"""What the search keeps in the database."""

from search.models.arrival import Arrival
from search.models.outbox import OutboxRow
from search.models.past_search import PastSearch
from search.models.query_count import QueryCount
from search.models.saved_search import SavedSearch
from search.models.sound_key import SoundKey
from search.models.suggestion_key import SuggestionKey, SuggestionKind

__all__ = [
    "Arrival",
    "OutboxRow",
    "PastSearch",
    "QueryCount",
    "SavedSearch",
    "SoundKey",
    "SuggestionKey",
    "SuggestionKind",
]
