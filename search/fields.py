"""The fields of the index: what every engine builds its schema from, and what queries name."""

# Streams of tokens, of the whole report and of its kicker and headline alone.
BIGRAMS = "bigrams"
WORDS = "words"
CHARS = "chars"
KNOWN = "known"
HEADLINE_BIGRAMS = "headline_bigrams"
HEADLINE_WORDS = "headline_words"
HEADLINE_CHARS = "headline_chars"

PHRASE_FIELDS = (BIGRAMS, HEADLINE_BIGRAMS)
TERM_FIELDS = (WORDS, CHARS, HEADLINE_WORDS, HEADLINE_CHARS)
SET_FIELDS = (KNOWN,)  # neither places nor numbers of the tokens are kept


def word_fields(word: str) -> tuple[str, str]:
    """Return the fields that hold how often a word stands in a report, and in its headline.

    A word of two characters is a bigram: the stream of words holds only names of that length.
    """
    return (BIGRAMS, HEADLINE_BIGRAMS) if len(word) == 2 else (WORDS, HEADLINE_WORDS)


# Facets. A report counts once under each value: its region codes are those of its places and of all they lie in.
REGION = "region"
YEAR = "year"
PROGRAMME = "programme"
NEWSPAPER = "newspaper"
GENRE = "genre"
BYLINE = "byline"

# In the place of a year: the reports that have none.
UNDATED = "undated"

# The regions of the highest level alone: what is counted of regions where many reports match.
PROVINCE = "province"

TEXT_FACETS = (REGION, PROVINCE, PROGRAMME, NEWSPAPER, GENRE, BYLINE)
FACETS = (REGION, YEAR, PROGRAMME, NEWSPAPER, GENRE, BYLINE)

# Facets of so many values that they are counted only where so few reports match, or one of their values is chosen.
# Of regions the provinces are counted always, and what lies in those of the chosen regions.
MANY_VALUED = (REGION, BYLINE)
FEW = 1_000

# A choice of days, 2013-09-01..2013-09-30, that is not counted.
DATE = "date"

# The article's key: a choice of keys looks only among those reports.
ID = "id"

# Orders. Whole numbers that also decide between reports of one day; a report without a date comes last in both.
NEWEST = "newest"
OLDEST = "oldest"
PLACE_ORDER = "place_order"
ORDERS = (NEWEST, OLDEST, PLACE_ORDER)
