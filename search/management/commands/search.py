"""Print what the site would answer to a query, on the very path that the site uses."""

import json
import re
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db.models import QuerySet

from archive.half_characters import readable
from archive.models import Article, City, Initiative
from search.facets import read_labels
from search.fields import FACETS, PROGRAMME, REGION, YEAR
from search.find import Answer
from search.in_part import find_with_part
from search.management.damage import tell_damage
from search.management.engine_names import require_engines
from search.ranges import write_years
from search.rebuild import ensure_index
from search.request import SearchRequest
from search.vocabulary import resolve_initiative, resolve_region

_QUERY = re.compile(r"-[^-hv]|--[^a-z]")  # begins like an option and is none: -h and -v are Django's


class Command(BaseCommand):
    """Search the archive from the command line."""

    help = "Print what the site would answer to a query."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the query, the choices of facets, the engine and the form of the output."""
        parser.add_argument(
            "query", type=readable, help="in the search language of /help/; after -- it may begin like an option"
        )
        parser.add_argument("--region", type=readable, action="append", default=[], metavar="CODE", help="or a name")
        parser.add_argument(
            "--year", type=readable, action="append", default=[], metavar="Y", help="2013, 2008..2013 or undated"
        )
        parser.add_argument(
            "--programme", type=readable, action="append", default=[], metavar="NAME", help="a name, alias or address"
        )
        parser.add_argument("--literal", action="store_true", help="no other names of what the query names")
        parser.add_argument("--engine", default=settings.SEARCH_ENGINE, help=", ".join(settings.SEARCH_ENGINES))
        parser.add_argument("--limit", type=int, default=20, metavar="N", help="at most N hits, and in part")
        parser.add_argument("--json", action="store_true", dest="is_json")

    def run_from_argv(self, argv: list[str]) -> None:
        """Take a query that begins with a minus for a query."""
        super().run_from_argv([*argv[:2], *mark_query(argv[2:])])

    def handle(self, **options: Any) -> None:
        """Search and print. An engine without an index gets one first, and says so."""
        if options["limit"] < 0:
            raise CommandError("--limit: a number from 0 up")
        require_engines([options["engine"]])
        if ensure_index(options["engine"], self.stderr.write):
            self.stderr.write(f"{options['engine']}: there was no index; it has been built")
        with tell_damage(options["engine"]):
            found = find_with_part(read_options(options), options["engine"], options["limit"])
        if options["is_json"]:
            self.stdout.write(json.dumps(as_json(*found), ensure_ascii=False))
        else:
            self.print_text(*found)

    def print_text(self, answer: Answer, in_part: Answer | None) -> None:
        """Print the answer for a person."""
        lines = [f"{answer.total} articles{' (any of the words)' if answer.is_relaxed else ''}"]
        lines += map(as_line, answer.hits)
        if in_part:
            lines += [f"{in_part.total} more hold some of the words", *map(as_line, in_part.hits)]
        lines += [f"{note}: {detail}" if detail else note for note, detail in answer.parsed.notes]
        for facet, values in as_json(answer, in_part)["facets"].items():
            top = ", ".join(f"{value['label']} {value['count']}" for value in values[:10])
            lines.append(f"{facet}: {top}")
        self.stdout.write("\n".join(lines))


def mark_query(arguments: Iterable[str]) -> Iterator[str]:
    """Yield arguments with a space before a query that begins like an option: argparse then takes it for none.

    Whatever follows -- is the query, and after it there may be options.
    """
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            yield from (f" {query}" for query in islice(rest, 1))
        else:
            yield f" {argument}" if _QUERY.match(argument) else argument


def read_options(options: dict[str, Any]) -> SearchRequest:
    """Read the options into the request that the site would make of them."""
    choices = {
        REGION: tuple(code for name in options["region"] for code in find_region(name)),
        YEAR: tuple(map(find_years, options["year"])),
        PROGRAMME: tuple(slug for name in options["programme"] for slug in find_programme(name)),
    }
    chosen = {facet: values for facet, values in choices.items() if values}
    return SearchRequest(options["query"].strip(), chosen, is_literal=options["literal"])


def find_years(text: str) -> str:
    """Return years named on the command line as an address names them; what is no year is an error."""
    try:
        return write_years(text)
    except ValueError as error:
        raise CommandError(f"--year {text}: write 2013, 2008..2013, 2008.., ..2013 or undated") from error


def find_region(name: str) -> tuple[str, ...]:
    """Return the codes of a region named on the command line; an unknown one is an error."""
    if not (codes := resolve_region(name)):
        raise CommandError(f"--region {name}: no such region" + suggest(City.objects.all(), name))
    return codes


def find_programme(name: str) -> tuple[str, ...]:
    """Return the addresses of a programme named on the command line; an unknown one is an error."""
    if not (slugs := resolve_initiative(name)):
        raise CommandError(f"--programme {name}: no such programme" + suggest(Initiative.objects.all(), name))
    return slugs


def suggest(known: QuerySet[City] | QuerySet[Initiative], name: str) -> str:
    """Return what to add to an error: the names that hold the first two characters of an unknown one."""
    names = ", ".join(known.filter(name__contains=name[:2]).values_list("name", flat=True)[:5])
    return f"; there is {names}" if names else ""


def as_json(answer: Answer, in_part: Answer | None) -> dict[str, Any]:
    """Return the answer as the command prints it."""
    return {
        "total": answer.total,
        "is_relaxed": answer.is_relaxed,
        "also_searched": {each.name: each.others for each in answer.parsed.also_searched},
        "notes": [{"note": note, "detail": detail} for note, detail in answer.parsed.notes],
        "hits": list(map(describe_hit, answer.hits)),
        "in_part": list(map(describe_hit, in_part.hits)) if in_part else [],
        "facets": {facet: label_counts(facet, answer.counts[facet]) for facet in FACETS},
    }


def as_line(hit: tuple[Article, float]) -> str:
    """Return a hit for a person."""
    article, score = hit
    return f"{article.pk:>8}  {score:7.2f}  {article.display_date}  {article.display_headline}"


def describe_hit(hit: tuple[Article, float]) -> dict[str, Any]:
    """Return a hit for a program."""
    article, score = hit
    return {"id": article.pk, "headline": article.display_headline, "score": round(score, 4)}


def label_counts(facet: str, counts: list[tuple[str, int]]) -> list[dict[str, Any]]:
    """Return the values of a facet with the names that readers know them by."""
    labels = read_labels(facet, (value for value, _ in counts))
    return [{"value": value, "label": labels.get(value, value), "count": count} for value, count in counts]
