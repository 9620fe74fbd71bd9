"""The systems that can be chosen."""

import pytest

from benchmarks.one_system import SYSTEMS as MADE
from benchmarks.search import SYSTEMS, read_systems


def test_the_systems_offered_are_those_that_can_be_made():
    assert set(SYSTEMS) == set(MADE)


def test_an_unknown_system_is_refused():
    with pytest.raises(SystemExit, match="solr"):
        read_systems("tantivy,solr")
