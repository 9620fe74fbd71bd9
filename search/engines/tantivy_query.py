"""A tree of whoosh.query -> the query of tantivy that matches and scores the same."""

import tantivy
from whoosh import query

from search.fields import ID, SET_FIELDS

_LONGEST_CHAIN = 8


def compile_tree(tree: query.Query, schema: tantivy.Schema) -> tantivy.Query:
    """Turn a tree of whoosh.query into tantivy's."""
    match tree:
        case query.Every():
            return tantivy.Query.all_query()
        case query.ConstantScoreQuery():
            return tantivy.Query.const_score_query(compile_tree(tree.child, schema), tree.score)
        case query.Term():
            option = "basic" if tree.fieldname in SET_FIELDS else "freq"
            text = int(tree.text) if tree.fieldname == ID else tree.text
            term = tantivy.Query.term_query(schema, tree.fieldname, text, option)
            return term if tree.boost == 1.0 else tantivy.Query.boost_query(term, tree.boost)
        case query.Phrase():
            return _compile_phrase(tree.fieldname, tree.words, schema)
        case query.NumericRange():
            return tantivy.Query.range_query(schema, tree.fieldname, tantivy.FieldType.Unsigned, tree.start, tree.end)
        case query.Or():
            children = [(tantivy.Occur.Should, compile_tree(child, schema)) for child in tree.subqueries]
            return tantivy.Query.boolean_query(children) if children else tantivy.Query.empty_query()
        case query.And():
            return all_of(
                [compile_tree(child, schema) for child in tree.subqueries if not isinstance(child, query.Not)],
                [compile_tree(child.query, schema) for child in tree.subqueries if isinstance(child, query.Not)],
            )
        case query.Not():
            return all_of([], [compile_tree(tree.query, schema)])
    raise TypeError(f"no tantivy query for {type(tree).__name__}")


def _compile_phrase(field: str, bigrams: list[str], schema: tantivy.Schema) -> tantivy.Query:
    """Return the query for neighbouring bigrams: every second one, and the last, hold all of a run's characters."""
    places = [*range(0, len(bigrams) - 1, 2), len(bigrams) - 1]
    return tantivy.Query.phrase_query(schema, field, [(place, bigrams[place]) for place in places])


def all_of(wanted: list[tantivy.Query], excluded: list[tantivy.Query] | None = None) -> tantivy.Query:
    """Return the query of reports that match all of some queries and none of others."""
    if len(wanted) == 1 and not excluded:
        return wanted[0]
    clauses = [(tantivy.Occur.Must, each) for each in wanted or [tantivy.Query.all_query()]]
    clauses += [(tantivy.Occur.MustNot, each) for each in excluded or []]
    return tantivy.Query.boolean_query(clauses)


def rank_by(matching: tantivy.Query, rank: query.Or, schema: tantivy.Schema) -> tantivy.Query:
    """Return a query that matches the same reports, scored by the clauses of `rank` alone.

    A few clauses are put around it one by one: tantivy then looks each up only for the reports that match. As one
    union it would work all of them out for every report; many clauses, of which most reports hold some, are faster so.
    """
    ranked = tantivy.Query.const_score_query(matching, 0.0)
    clauses = [compile_tree(clause, schema) for clause in rank.subqueries]
    if len(clauses) > _LONGEST_CHAIN:
        clauses = [tantivy.Query.boolean_query([(tantivy.Occur.Should, clause) for clause in clauses])]
    for clause in clauses:
        ranked = tantivy.Query.boolean_query([(tantivy.Occur.Must, ranked), (tantivy.Occur.Should, clause)])
    return ranked
