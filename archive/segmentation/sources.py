"""Segmentation: what is known beside the lines of a page: places, the archive's characters, words; what was reread."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.extraction.gazetteer import Gazetteer
from archive.segmentation.character_model import CharacterModel
from archive.segmentation.evidence import Evidence
from archive.segmentation.joins import Weights, weigh_joins
from archive.segmentation.lexicon import Lexicon
from archive.segmentation.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Sources:
    """What boundaries and joins are judged by; `seams` are the lines under which two readings of a block differ."""

    gazetteer: Gazetteer
    model: CharacterModel
    lexicon: Lexicon
    seams: frozenset[int]

    def weigh(
        self,
        texts: Sequence[Paragraph],
        crossheads: frozenset[int] = frozenset(),
        doubtful: frozenset[int] = frozenset(),
        may_go_round: bool = False,
    ) -> Weights:
        """Return how much speaks for each paragraph going on with another.

        Crossheads, and lines that may be captions instead, are given by their numbers; `may_go_round` tells that the
        paragraphs are one article, the first of which may go on with the last.
        """
        names = self.gazetteer.names
        return weigh_joins(
            Evidence(texts, crossheads, self.seams, doubtful, names, self.model, self.lexicon, may_go_round)
        )
