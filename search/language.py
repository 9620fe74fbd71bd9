"""A query as typed -> a tree of whoosh.query that every engine compiles.

Whoosh's parser reads it, whatever the engine: words, "quoted runs" (“ ” and 「 」 too), -exclusion, OR,
parentheses, headline: city: year: initiative:. A stray operator or an open quote is plain text, never an error.
"""

import re
from typing import Any

from whoosh import query
from whoosh.qparser import QueryParser, plugins, syntax

from search.engines.contract import WITHOUT_YEAR
from search.fields import PROGRAMME, REGION, UNDATED, YEAR
from search.fold import fold
from search.literals import Literal, Words, read_run, read_words, wanted_leaves
from search.other_names import NO_NAMES, read_other_names
from search.parsed import Note, ParsedQuery
from search.ranges import year_range
from search.signs import QUOTED, between, make_plain
from search.vocabulary import resolve_initiative, resolve_region
from search.widening import is_name, widen_tree

# What the search box takes, and what is read of a longer query in an address. A Chinese character is three bytes, each
# of which takes three of an address, and a web server takes no address of more than about 8000
# (config/management/commands/serve.py). Emoji and rare characters are four.
LONGEST_QUERY = 800
_MOST_BYTES = 3 * LONGEST_QUERY
_DEEPEST = 20
_UNDATED = (UNDATED, "不详")
_FIELD_NAMES = {
    "headline": "headline", "标题": "headline", "標題": "headline", "主题": "headline", "主題": "headline",
    "city": "city", "地区": "city", "地區": "city",
    "year": "year", "年份": "year",
    "initiative": "initiative", "programme": "initiative", "项目": "initiative", "項目": "initiative",
}  # fmt: skip


class _QuotedNode(syntax.TextNode):
    """A quoted run in the syntax tree."""

    def __init__(self, text: str, is_embedded: bool) -> None:
        super().__init__(text)
        self.is_embedded = is_embedded

    def query(self, parser: "_Parser") -> query.Query:
        return parser.quoted_query(self.fieldname, self.text, self.is_embedded)


class _QuotePlugin(plugins.TaggingPlugin):
    """Tags what stands between a pair of quotes; a quote without its partner stays text."""

    expr = QUOTED
    nodetype = _QuotedNode

    def create(self, parser: Any, match: re.Match[str]) -> syntax.SyntaxNode:
        before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
        return _QuotedNode(next((text for text in match.groups() if text), ""), before.isalnum() or after.isalnum())


def _field_of(name: str | None) -> str | None:
    return _FIELD_NAMES.get((name or "").lower())


class _Parser(QueryParser):
    """Reads one query; what a reader has to be told gathers in `notes`."""

    def __init__(self, in_headline: bool) -> None:
        self.in_headline = in_headline
        self.notes: list[tuple[Note, str]] = []
        super().__init__(
            None,
            dict.fromkeys(_FIELD_NAMES),
            plugins=[
                plugins.WhitespacePlugin(),
                _QuotePlugin(),
                plugins.GroupPlugin(),
                plugins.FieldsPlugin(
                    rf"(?<!\w)(?P<text>(?i:{'|'.join(_FIELD_NAMES)})):\s*(?=\S)", remove_unknown=False
                ),
                plugins.OperatorsPlugin(
                    And=between("AND"),
                    Or=between("OR"),
                    Not=r"(^|(?<=[\s(]))(NOT(?=\s+\S)|-(?=[^\s-]))",
                    AndNot=None,
                    AndMaybe=None,
                    Require=None,
                ),
            ],
        )

    def term_query(self, fieldname: str | None, text: str, *_: Any, **__: Any) -> query.Query:
        """Read a word: Whoosh calls this for every piece of plain text."""
        field = _field_of(fieldname)
        if field == "year" and fold(text) in _UNDATED:
            return WITHOUT_YEAR
        if field == "year":
            try:
                return query.NumericRange(YEAR, *year_range(text))
            except ValueError:
                self.notes.append((Note.NO_YEAR, text))
                text = f"{fieldname}:{text}"
        if field in ("city", "initiative"):
            return self._vocabulary_query(field, text)
        return read_words(text, self.in_headline or field == "headline") or query.NullQuery

    def quoted_query(self, fieldname: str | None, text: str, is_embedded: bool) -> query.Query:
        """Read a quoted run; in another field than the headline quotes only keep words together."""
        field = _field_of(fieldname)
        if field in ("year", "city", "initiative"):
            return self.term_query(fieldname, text)
        return read_run(text, self.in_headline or field == "headline", is_embedded) or query.NullQuery

    def _vocabulary_query(self, field: str, name: str) -> query.Query:
        is_city = field == "city"
        values = resolve_region(name) if is_city else resolve_initiative(name)
        if not values:
            self.notes.append((Note.UNKNOWN_REGION if is_city else Note.UNKNOWN_INITIATIVE, name))
        return query.Or([query.Term(REGION if is_city else PROGRAMME, value) for value in values])


def _prune(tree: query.Query) -> query.Query | None:
    """Take out what cannot be searched, as if it had not been typed."""
    if tree is query.NullQuery:
        return None
    if isinstance(tree, Literal | Words):
        return tree
    if isinstance(tree, query.Not):
        inner = _prune(tree.query)
        return query.Not(inner) if inner else None
    if isinstance(tree, query.Or) and not tree.subqueries:
        return tree  # a name that is not in the vocabulary: nothing matches
    if isinstance(tree, query.CompoundQuery):
        kept = [child for child in map(_prune, tree.subqueries) if child is not None]
        return type(tree)(kept) if kept else None
    return tree


def _parse_tree(text: str, parser: _Parser) -> query.Query | None:
    if text.count("(") > _DEEPEST:
        text = text.replace("(", " ").replace(")", " ")
    try:
        tree = _prune(parser.parse(text, normalize=False))
    except IndexError:  # Whoosh on an operator that stands where its operand should: 工会 NOT NOT 职工
        tree = read_words(text, parser.in_headline)
    if isinstance(tree, query.Not):
        return query.And([tree])
    return tree


def cut_text(text: str) -> str:
    """Return a query as far as it is read."""
    return text[:LONGEST_QUERY].encode(errors="replace")[:_MOST_BYTES].decode(errors="ignore")


def _find_nothing(text: str, notes: list[tuple[Note, str]]) -> ParsedQuery:
    return ParsedQuery(text, query.Or([]), notes=(*notes, (Note.NOTHING_TO_SEARCH, "")))


def parse_query(text: str, is_literal: bool = False, in_headline: bool = False) -> ParsedQuery:
    """Read a query; words that name something find its other names too, unless `is_literal`.

    An empty one matches every report; one with nothing in it that can be searched matches none, and says so.
    """
    if not text.strip():
        return ParsedQuery(text, query.Every())
    notes: list[tuple[Note, str]] = []
    read = cut_text(text)
    if len(read) < len(text):
        notes.append((Note.CUT_SHORT, str(len(read))))
    plain = make_plain(read)
    if not plain:
        return _find_nothing(text, notes)
    parser = _Parser(in_headline)
    names = NO_NAMES if is_literal else read_other_names()
    tree = read_words(plain, in_headline) if is_name(plain, names) else _parse_tree(plain, parser)
    if tree is None:
        return _find_nothing(text, notes)
    tree, also_searched = widen_tree(tree, names)
    return ParsedQuery(text, tree, tuple(wanted_leaves(tree)), (*notes, *parser.notes), also_searched)
