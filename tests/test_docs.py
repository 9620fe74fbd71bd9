"""The documents say what the code is: targets, commands, folders, names and links that they mention are there."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text()
DATA_PATH = (ROOT / "docs/data-path.md").read_text()
GLOSSARY = (ROOT / "docs/glossary.md").read_text()
PERFORMANCE = (ROOT / "docs/performance.md").read_text()
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
SOURCES = "\n".join(
    path.read_text() for package in ("archive", "search", "benchmarks") for path in (ROOT / package).rglob("*.py")
)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_to_files_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text())
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_make_targets_of_the_readme_are_in_the_makefile() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"\bmake (run|test|check|install|screenshots|format)\b", README)) <= targets


def test_commands_of_the_readme_exist() -> None:
    named = set(re.findall(r"manage\.py (\w+)", README)) | set(re.findall(r"^\| `(\w+)", README, re.MULTILINE))
    assert named
    assert named <= set(get_commands())


def test_folders_of_the_map_exist() -> None:
    drawn = README[README.index("## The map") : README.index("Start reading")]
    parents: list[str] = []
    for indent, name in re.findall(r"^( {4,})(\w+/)", drawn, re.MULTILINE):
        parents = [*parents[: (len(indent) - 4) // 2], name]
        assert (ROOT / "".join(parents)).is_dir(), name


def test_modules_of_the_data_path_exist() -> None:
    paths = re.findall(r"\b((?:archive|search|templates|tests)/[\w/.]*[\w/])", DATA_PATH)
    assert len(paths) > 10
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_names_of_the_glossary_are_in_the_code() -> None:
    names = {
        name for row in re.findall(r"^\| (`.*?) \|", GLOSSARY, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)
    }
    assert len(names) > 20
    assert [name for name in sorted(names) if not re.search(rf"\b{name}\b", SOURCES)] == []


def test_systems_and_figures_of_the_performance_page_are_those_of_the_benchmark() -> None:
    for name in ("tantivy", "whoosh", "stock-whoosh", "fts5", "tantivy-direct"):
        assert f"`{name}`" in PERFORMANCE
        assert f'"{name}"' in SOURCES
    for figure in ("index_seconds", "articles_per_second", "index_mb", "peak_rss_mb", "p50_ms", "p95_ms", "snippet_ms"):
        assert f"`{figure}`" in PERFORMANCE
        assert figure in SOURCES
