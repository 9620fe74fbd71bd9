"""Imports go one way: config -> search -> archive -> archive.segmentation, archive.extraction."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("config", "search", "archive")

# What the modules of a package may not import.
FORBIDDEN = {
    "search": ("config",),
    "archive": ("config", "search"),
    "archive.extraction": ("archive.segmentation",),
    "archive.intake": ("archive.extraction", "archive.segmentation"),
}

# Text in, facts out: these know no Django, and of the archive only one another.
PURE = ("archive.body", "archive.extraction", "archive.intake", "archive.numerals", "archive.segmentation")
FRAMEWORKS = ("django", "haystack", "simple_history", "django_q")

# Template names, URL names and app labels are strings and do not count; an import inside a function does.
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def module_name(path: Path) -> str:
    """Return the dotted name of a file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def is_within(name: str, package: str) -> bool:
    """Return whether a dotted name is a package or lies in it."""
    return name == package or name.startswith(f"{package}.")


def imported_names(path: Path) -> Iterator[str]:
    """Yield what a file imports, as dotted names: `archive.models` and `archive.models.Article` for one."""
    package = module_name(path) if path.name == "__init__.py" else module_name(path).rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            origin = ".".join([*above, *([node.module] if node.module else [])])
            yield origin
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def is_impure(name: str) -> bool:
    """Return whether a pure module may not import a name."""
    if is_within(name, "archive"):
        return name != "archive" and not any(is_within(name, package) for package in PURE)
    return any(is_within(name, framework) for framework in FRAMEWORKS)


def forbidden_imports(path: Path) -> list[str]:
    """Return what a file imports against the direction."""
    name, found = module_name(path), set(imported_names(path))
    forbidden = [other for package, others in FORBIDDEN.items() if is_within(name, package) for other in others]
    wrong = {one for one in found for other in forbidden if is_within(one, other)}
    if any(is_within(name, package) for package in PURE):
        wrong |= {one for one in found if is_impure(one)}
    return sorted(wrong)


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_imports_go_one_way(path):
    assert forbidden_imports(path) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("import archive.models", ["archive.models"]),
        ("from archive import models", ["archive", "archive.models"]),
        ("from . import lines", ["archive.segmentation", "archive.segmentation.lines"]),
        ("from ..models import Page", ["archive.models", "archive.models.Page"]),
        ("def late():\n    import django.db", ["django.db"]),
    ],
)
def test_every_form_of_import_is_seen(line, found, tmp_path, monkeypatch):
    monkeypatch.setattr("tests.test_imports.ROOT", tmp_path)
    path = tmp_path / "archive" / "segmentation" / "drafts.py"
    path.parent.mkdir(parents=True)
    path.write_text(line)
    assert list(imported_names(path)) == found


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("archive/desk/importing.py", "import search.outbox"),
        ("archive/views/home.py", "from config import settings"),
        ("search/views.py", "from config.environment import ROOT"),
        ("archive/extraction/places.py", "from archive.models import City"),
        ("archive/segmentation/drafts.py", "def late():\n    import django.db"),
        ("archive/intake/reading.py", "from archive.segmentation import drafts"),
    ],
)
def test_an_import_against_the_direction_is_found(name, line, tmp_path, monkeypatch):
    monkeypatch.setattr("tests.test_imports.ROOT", tmp_path)
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(line)
    assert forbidden_imports(path)
