from collections import Counter
from random import Random

from benchmarks.vocabulary import UNION_TERMS, load_vocabulary


def test_the_vocabulary_has_each_word_once_and_the_words_of_union_work_first():
    words = load_vocabulary().words
    assert len(words) == len(set(words)) == 30_000
    assert set(UNION_TERMS) <= set(words[:200])


def test_the_frequency_of_a_unit_falls_with_its_rank_as_zipf_says():
    vocabulary = load_vocabulary()
    drawn = Counter(vocabulary.draw(Random(1), 200_000))
    counts = [drawn[vocabulary.units[rank - 1]] for rank in (10, 100, 1000)]
    assert 6 < counts[0] / counts[1] < 11
    assert 6 < counts[1] / counts[2] < 14


def test_formulas_of_several_words_are_among_the_units():
    vocabulary = load_vocabulary()
    formulas = set(vocabulary.units) - set(vocabulary.words)
    assert len(formulas) > 9000
    assert all(len(formula) > 1 for formula in formulas)
