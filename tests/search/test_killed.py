"""Killed with -9 while indexing: nothing is lost and nothing is found twice."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
ADD = """
from archive.models import Article
for n in range(400):
    Article.objects.create(headline=f"报道{n}", body=f"工会第{n}号" + "文字内容" * 50, status="published")
    print(n, flush=True)
"""
COUNT = """
import json
from archive.models import Article
from search.find import find
from search.request import SearchRequest
found = find(SearchRequest("工会"), page_size=1000)
print(json.dumps([Article.objects.count(), found.total, len({a.pk for a, _ in found.hits}), len(found.hits)]))
"""


def manage(folder: Path, engine: str, *arguments: str) -> subprocess.Popen[str]:
    environment = os.environ | {
        "DATA_DIR": str(folder),
        "SEARCH_ENGINE": engine,
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )


def run(folder: Path, engine: str, *arguments: str) -> str:
    process = manage(folder, engine, *arguments)
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return output


@pytest.mark.parametrize("engine", settings.SEARCH_ENGINES)
def test_killed_while_indexing_nothing_is_lost_or_found_twice(tmp_path: Path, engine: str) -> None:
    run(tmp_path, engine, "migrate", "-v0")
    run(tmp_path, engine, "ensure_index")
    added = 0
    for kill_after in (3, 8):
        process = manage(tmp_path, engine, "shell", "-v0", "-c", ADD)
        assert process.stdout is not None
        for _ in range(kill_after):
            process.stdout.readline()
        time.sleep(0.03 * kill_after)
        os.kill(process.pid, signal.SIGKILL)
        process.wait(timeout=30)
        added += kill_after
    run(tmp_path, engine, "ensure_index")
    in_database, total, different, listed = map(
        int, run(tmp_path, engine, "shell", "-v0", "-c", COUNT).strip("[]\n ").split(",")
    )
    assert in_database >= added
    assert total == different == listed == in_database
    assert "consistent" in run(tmp_path, engine, "check_index")
