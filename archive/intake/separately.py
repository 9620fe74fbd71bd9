"""Page intake: a file that a foreign library reads -> its texts, read in a process of its own.

A damaged or wicked file can crash such a library, hang it or fill the memory; then only that process dies. It gets
no environment, so no secret either, and may use little time and memory.
"""

import json
import logging
import resource
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from archive.intake.forms import Form
from archive.intake.refusal import Reason, RefusedError

logger = logging.getLogger(__name__)

SECONDS = 60
MOST_CHARACTERS = 10_000_000
MEMORY_BYTES = 1024 * 1024 * 1024

_ROOT = Path(__file__).resolve().parents[2]


def read_separately(form: Form, path: Path) -> list[str]:
    """Return the texts of a file's pages. Raises RefusedError, also where time or memory did not suffice."""
    texts: list[str] = run_separately(__name__, path, form, str(path.resolve()))["texts"]
    return texts


def run_separately(module: str, path: Path, *arguments: str) -> dict[str, Any]:
    """Run one of our modules in a process of its own; return the JSON object that it prints of a file.

    Raises RefusedError: what the module prints instead, or where time or memory did not suffice.
    """
    command = [sys.executable, "-X", "utf8", "-m", module, *arguments]
    try:
        run = subprocess.run(  # noqa: S603 (our own module; the path is an argument, never part of a shell's line)
            command, cwd=_ROOT, env={}, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise RefusedError(Reason.TOO_HEAVY) from None
    if run.returncode:
        logger.warning("%s: status %s: %s", path.name, run.returncode, run.stderr[-1000:].decode("utf-8", "replace"))
        raise RefusedError(Reason.TOO_HEAVY)
    answer: dict[str, Any] = json.loads(run.stdout)
    if "reason" in answer:
        raise RefusedError(Reason(answer["reason"]), answer.get("detail", ""))
    return answer


def limit_process() -> None:
    """Give this process little time and memory, and let it leave no picture of itself when it dies."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(form: Form, path: Path) -> Iterable[str]:
    # Imported here, where nothing but this process can be harmed.
    if form is Form.DOCX:
        from archive.intake.docx import read_docx

        return [read_docx(path)]
    from archive.intake.pdf import read_pdf

    return read_pdf(path)


def collect(texts: Iterable[str]) -> list[str]:
    """Return the texts, unless together they are too long for any file of pages."""
    collected: list[str] = []
    for text in texts:
        collected.append(text)
        if sum(map(len, collected)) > MOST_CHARACTERS:
            raise RefusedError(Reason.TOO_HEAVY)
    return collected


def main(form: str, path: str) -> None:
    """Print the texts of a file, or why there are none, as JSON."""
    limit_process()
    try:
        answer: dict[str, object] = {"texts": collect(_read(Form(form), Path(path)))}
    except RefusedError as refusal:
        answer = {"reason": refusal.reason, "detail": refusal.detail}
    print(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
