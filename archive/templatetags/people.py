"""How people are named in templates."""

from django import template

from archive.desk.people import name_person

register = template.Library()

register.filter("name_person", name_person)
