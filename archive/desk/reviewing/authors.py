"""The desk: an article's versions and review steps -> the people who answer for its text."""

from archive.models import Article, ReviewAction

# What a person writes; who only confirms facts or takes a review step has not written the text.
_WRITTEN = ("kicker", "headline", "subhead", "byline", "dateline", "body", "date", "newspaper_id", "genre")


def find_authors(article: Article) -> frozenset[int]:
    """Return the keys of who last changed the text and of who last submitted it."""
    submitted = (
        article.review_steps.filter(action=ReviewAction.SUBMITTED).order_by("-pk").values_list("user", flat=True)
    )
    return frozenset(key for key in (find_last_writer(article), submitted.first()) if key)


def find_last_writer(article: Article) -> int | None:
    """Return the key of who made the newest version that differs in its text from the one before."""
    versions = article.history.order_by("-history_date", "-history_id").values_list("history_user", *_WRITTEN)
    newer: tuple[object, ...] | None = None
    for version in versions.iterator(chunk_size=20):
        if newer is not None and newer[1:] != version[1:]:
            break
        newer = version
    # The break leaves the newer of the two; without one it is the first version, which wrote all of it.
    return newer[0] if newer else None  # type: ignore[return-value]
