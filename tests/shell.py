"""One process of Django that stays, for the many small changes that tests make to a served archive."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.environment import ROOT

_LOOP = """
import contextlib, io, json, sys, traceback
for line in sys.stdin:
    printed, error = io.StringIO(), ""
    try:
        with contextlib.redirect_stdout(printed):
            exec(json.loads(line), {})
    except Exception:
        error = traceback.format_exc()
    print(json.dumps([printed.getvalue(), error]), flush=True)
"""


class Shell:
    """Runs code on a data folder as `manage.py shell` does, without a new process each time."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, code: str) -> str:
        """Run code, which must succeed; return what it printed."""
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps(code), file=self._process.stdin, flush=True)
        printed, error = json.loads(self._process.stdout.readline())
        assert not error, error
        return str(printed)

    def manage(self, *command: str) -> str:
        """Run one of Django's commands, which must succeed; return what it printed."""
        return self.run(f"from django.core.management import call_command; call_command(*{command!r})")


@contextmanager
def open_shell(data_dir: Path) -> Iterator[Shell]:
    """Start the process on a data folder; it ends with its input."""
    with subprocess.Popen(
        [sys.executable, "manage.py", "shell", "-v0", "--no-imports", "-c", _LOOP],
        cwd=ROOT,
        env=os.environ | {"DATA_DIR": str(data_dir)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Shell(process)
