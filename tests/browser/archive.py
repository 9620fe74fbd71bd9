"""A whole archive for the browser: prepared and served by the same commands that a person runs."""

import re
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.reading import search_path
from tests.running import copy_prepared, serve
from tests.shell import Shell, open_shell

LOGIN = re.compile(r"login: (?P<name>\S+) .*password: (?P<password>\S+)")


@dataclass(frozen=True, slots=True)
class Archive:
    """A served archive, the login of its first editor, and a shell. The address has no slash at its end."""

    url: str
    data_dir: Path
    editor: str
    password: str
    shell: Shell


@contextmanager
def serve_sample_archive(common: Path, data_dir: Path) -> Iterator[Archive]:
    """Serve a copy of the archive that a first `make run` gives."""
    login = LOGIN.search(copy_prepared(common, data_dir))
    assert login, "the command prepare printed no login"
    with serve(data_dir) as served, open_shell(data_dir) as shell:
        served.wait_for_answer()
        yield Archive(served.address.url.rstrip("/"), data_dir, login["name"], login["password"], shell)


def find_link(archive: Archive, path: str, pattern: str) -> str:
    """Return the first link of a page that matches a pattern as a whole."""
    with urllib.request.urlopen(archive.url + path) as response:
        links = re.findall(r'href="([^"?#]*)', response.read().decode())
    found = next((link for link in links if re.fullmatch(pattern, link)), None)
    assert found, f"no link {pattern} on {path}"
    return found


def find_paths(archive: Archive) -> dict[str, str]:
    """Return the address of each screen, by the name that the tests call it."""
    results = search_path("工会")
    newspaper = find_link(archive, "/newspapers/", r"/newspapers/[a-z0-9-]+/")
    day = find_link(archive, newspaper, rf"{newspaper}[0-9a-z-]+/")
    return {
        "home": "/",
        "results": results,
        "choices": f"{results}&region=510000&year=2008..2014",
        "nothing found": search_path("qzxjkvw"),
        "in part": search_path("农民工 追讨工资 内江"),
        "article": find_link(archive, results, r"/articles/\d+/"),
        "regions": "/regions/",
        "region": "/regions/510000/",
        "city": find_link(archive, "/regions/510000/", r"/regions/51\d{2}00/(?<!510000/)"),
        "programmes": "/programmes/",
        "programme": find_link(archive, "/programmes/", r"/programmes/[a-z0-9-]+/"),
        "newspapers": "/newspapers/",
        "newspaper": newspaper,
        "day": day,
        "page": find_link(archive, day, rf"{day}[0-9a-z]+/"),
        "help": "/help/",
        "login": "/login/",
    }
