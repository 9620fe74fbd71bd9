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
GUIDE = (ROOT / "docs/editors.zh.md").read_text()
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
    named = set(re.findall(r"manage\.py (\w+)", README)) | commands_in_the_table()
    assert named <= set(get_commands())


def test_every_command_about_the_archive_and_its_search_is_in_the_table() -> None:
    ours = {name for name, package in get_commands().items() if package in ("archive", "search")}
    assert ours - commands_in_the_table() == set()


def commands_in_the_table() -> set[str]:
    cells = re.findall(r"^\| (`.+?`) \|", README, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(\w+)", cell)}


def test_folders_of_the_map_exist() -> None:
    assert [folder for folder in sorted(folders_of_the_map()) if not (ROOT / folder).is_dir()] == []


@pytest.mark.parametrize("package", ["archive", "archive/desk", "search"])
def test_every_folder_of_a_package_is_on_the_map(package: str) -> None:
    folders = {path.parent.relative_to(ROOT).as_posix() for path in (ROOT / package).glob("*/__init__.py")}
    # Every Django app has these.
    ordinary = {f"{package}/{name}" for name in ("admin", "migrations", "management", "templatetags")}
    assert folders - ordinary - folders_of_the_map() == set()


def folders_of_the_map() -> set[str]:
    """Return the folders that are drawn, several in a line where it begins with several."""
    drawn = README[README.index("## The map") : README.index("Start reading")]
    parents: list[str] = []
    folders = set()
    for indent, names in re.findall(r"^( {4,})((?:\w+/ )+)", drawn, re.MULTILINE):
        parents = [*parents[: (len(indent) - 4) // 2], *names.split()[-1:]]
        folders |= {"/".join([*(one.strip("/") for one in parents[:-1]), name.strip("/")]) for name in names.split()}
    return folders


def test_what_the_guide_tells_to_press_stands_on_a_screen() -> None:
    templates = [path for path in (ROOT / "templates").rglob("*.html") if path.parent.name != "help"]
    screens = "\n".join(path.read_text() for path in templates) + SOURCES
    quoted = re.findall("“([^“”]+)”", GUIDE[GUIDE.index("\n## ") :])
    assert len(quoted) > 40
    assert [words for words in dict.fromkeys(quoted) if words not in screens] == []


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
