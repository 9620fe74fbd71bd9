"""A rebuild on all cores: processes of their own read the database and cut the texts."""

from pathlib import Path

from tests.running import manage

REBUILD = """
from archive.models import Article
from search import rebuild

Article.objects.bulk_create(
    [Article(headline=f"报道{n}", body=f"工会第{n}号。", status="published") for n in range(30)]
)
rebuild._BATCH, rebuild._WORTH_ALL_CORES = 4, 0
print(rebuild.rebuild("tantivy").articles)
"""


def test_a_rebuild_on_all_cores_holds_what_the_database_holds(tmp_path: Path) -> None:
    manage(tmp_path, "migrate", "-v0")
    assert manage(tmp_path, "shell", "-v0", "-c", REBUILD).split() == ["30"]
    assert "30 articles, 30 indexed: consistent" in manage(tmp_path, "check_index")
    assert manage(tmp_path, "search", "“第17号”").startswith("1 articles")
