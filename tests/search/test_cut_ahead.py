"""A rebuild of many articles: a thread of its own reads the database and cuts the texts, ahead of the engine."""

from pathlib import Path

import pytest

from tests.running import common_folder, copy_migrated, manage

REBUILD = """
from django.core.management import call_command
from archive.models import Article
from search import documents, rebuild

Article.objects.bulk_create(
    [Article(headline=f"报道{n}", body=f"工会第{n}号。", status="published") for n in range(30)]
)
rebuild._BATCH, documents._AHEAD, documents._WORTH_A_THREAD = 4, 3, 2
rebuild.rebuild("tantivy")
call_command("check_index")
call_command("search", "“第17号”")
"""


def test_a_rebuild_that_cuts_ahead_holds_what_the_database_holds(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    data_dir = tmp_path / "data"
    copy_migrated(common_folder(tmp_path_factory), data_dir)
    checked, found, *_ = manage(data_dir, "shell", "-v0", "-c", REBUILD).splitlines()
    assert checked == "tantivy: 30 articles, 30 indexed: consistent"
    assert found.startswith("1 articles")
