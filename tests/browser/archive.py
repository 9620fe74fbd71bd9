"""A whole archive for the browser: prepared and served by the same commands that a person runs."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.running import copy_prepared, serve

LOGIN = re.compile(r"login: (?P<name>\S+) .*password: (?P<password>\S+)")


@dataclass(frozen=True, slots=True)
class Archive:
    """A served archive, and the login of its first editor. The address has no slash at its end."""

    url: str
    data_dir: Path
    editor: str
    password: str


@contextmanager
def serve_sample_archive(common: Path, data_dir: Path) -> Iterator[Archive]:
    """Serve a copy of the archive that a first `make run` gives."""
    login = LOGIN.search(copy_prepared(common, data_dir))
    assert login, "the command prepare printed no login"
    with serve(data_dir) as served:
        served.wait_for_answer()
        yield Archive(served.address.url.rstrip("/"), data_dir, login["name"], login["password"])
