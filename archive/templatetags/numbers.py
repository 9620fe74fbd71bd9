"""How numbers are written in templates."""

from django import template

register = template.Library()


@register.filter
def grouped(number: int) -> str:
    """Write a number with its thousands apart: 12,486."""
    return f"{number:,}"
