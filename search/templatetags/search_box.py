"""What the search box on every page has to know of the search."""

from django import template

from search.language import LONGEST_QUERY

register = template.Library()


@register.simple_tag
def longest_query() -> int:
    """Return how many characters of a query are read: {% longest_query %}."""
    return LONGEST_QUERY
