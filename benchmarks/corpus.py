"""A seed and a number -> an article: made-up text of real words about real regions, years and programmes.

Article n is the same in a corpus of any size, so that a larger corpus begins with the smaller one.
"""

import datetime
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass

from archive.models import Genre
from benchmarks.reference import Place, Programme, Reference
from benchmarks.vocabulary import UNION_TERMS, Vocabulary, load_vocabulary

SEED = 2013
FIRST_YEAR, LAST_YEAR, BUSIEST_YEAR = 1998, 2024, 2013

_MEAN_LENGTH, _SPREAD = 1000, 0.45
_SHORTEST, _LONGEST = 200, 3500
_CHARACTERS_OF_A_UNIT = 3.2  # with its share of punctuation
_CLAUSE = (3, 6)  # units
_SENTENCE_ENDS_AFTER = 0.35
_PARAGRAPH_ENDS_AFTER = 0.3
_SURNAMES = "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许邓冯韩曹"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚华玲红兰建国志文晓海林云峰波宁辉健斌梅春雪龙飞"
_GENRES = (Genre.NEWS, Genre.BRIEF, Genre.FEATURE, Genre.PHOTO, Genre.COMMENTARY)
_GENRE_WEIGHTS = (60, 20, 12, 4, 4)


@dataclass(frozen=True, slots=True)
class Composed:
    """An article as it will be stored."""

    number: int
    kicker: str
    headline: str
    subhead: str
    reporter: str
    dateline: str
    body: str
    date: datetime.date
    genre: Genre
    newspaper: int
    places: tuple[Place, ...]
    programmes: tuple[Programme, ...]


def draw_person(rng: random.Random) -> str:
    """Return a made-up name."""
    return rng.choice(_SURNAMES) + "".join(rng.choices(_GIVEN, k=rng.choice((1, 2, 2))))


def _draw_date(rng: random.Random) -> datetime.date:
    year = int(rng.triangular(FIRST_YEAR, LAST_YEAR + 1, BUSIEST_YEAR))
    return datetime.date(min(year, LAST_YEAR), 1, 1) + datetime.timedelta(days=rng.randrange(365))


def _draw_length(rng: random.Random) -> int:
    drawn = rng.lognormvariate(math.log(_MEAN_LENGTH) - _SPREAD**2 / 2, _SPREAD)
    return int(min(max(drawn, _SHORTEST), _LONGEST))


def _write_clauses(units: list[str], rng: random.Random) -> Iterator[str]:
    position = 0
    while position < len(units):
        end = position + rng.randint(*_CLAUSE)
        yield "".join(units[position:end])
        position = end


def _write_body(rng: random.Random, vocabulary: Vocabulary, mentions: list[str]) -> str:
    """Write sentences and paragraphs; what the article is about is named where it begins and now and then."""
    units = vocabulary.draw(rng, int(_draw_length(rng) / _CHARACTERS_OF_A_UNIT))
    for mention in mentions:
        for _ in range(rng.randint(1, 3)):
            units.insert(rng.randrange(len(units)), mention)
    pieces = [mentions[0]]
    for clause in _write_clauses(units, rng):
        pieces.append(clause)
        if rng.random() > _SENTENCE_ENDS_AFTER:
            pieces.append("，")
        else:
            pieces.append("。\n\n" if rng.random() < _PARAGRAPH_ENDS_AFTER else "。")
    return "".join(pieces).rstrip("，。\n") + "。"


class Corpus:
    """Articles 0 to `size` - 1 of a seed."""

    def __init__(self, reference: Reference, size: int, seed: int = SEED) -> None:
        self.reference = reference
        self.size = size
        self.vocabulary = load_vocabulary()
        self._seed = seed

    def article(self, number: int) -> Composed:
        """Compose an article."""
        rng = random.Random(f"{self._seed}:{number}")
        places = self.reference.places.draw(rng, 2 if rng.random() < 0.25 else 1)
        programmes = self.reference.programmes.draw(rng, rng.choices((0, 1, 2), (40, 50, 10))[0])
        date = _draw_date(rng)
        reporter = draw_person(rng)
        term, other = rng.sample(UNION_TERMS, 2)
        about = rng.choice(programmes[0].names) if programmes else other
        mentions = [f"{place.name}总工会" for place in places]
        mentions += [rng.choice(programme.names) for programme in programmes]
        words = self.vocabulary.draw(rng, 6)
        return Composed(
            number=number,
            kicker=f"{other}{words[0]}{words[1]}" if rng.random() < 0.3 else "",
            headline=f"{places[0].name}{term}{about}{words[2]}{words[3]}",
            subhead=f"{words[4]}{other}{words[5]}" if rng.random() < 0.2 else "",
            reporter=reporter,
            dateline="本报讯",
            body=_write_body(rng, self.vocabulary, [*mentions, draw_person(rng)]),
            date=date,
            genre=rng.choices(_GENRES, _GENRE_WEIGHTS)[0],
            newspaper=self.reference.newspapers.draw(rng, 1)[0],
            places=tuple(places),
            programmes=tuple(programmes),
        )
