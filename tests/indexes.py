"""The indexes of the test process, between one archive and the next."""

from search.outbox import all_generations


def take_indexes_away() -> None:
    """Have no index answer, as before the first was built: what is saved then has not to be written into one."""
    for generations in all_generations():
        (generations.root / "CURRENT").unlink(missing_ok=True)
