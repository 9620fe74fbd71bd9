"""What is committed fits together: translations are compiled, requirements name no host."""

import gettext
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGS = sorted((ROOT / "locale").rglob("*.po"))
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))


def first_form(text: str | list[str] | tuple[str, ...]) -> str:
    """Return a message, or the first form of one with a plural."""
    return text if isinstance(text, str) else text[0]


def translations_of(catalog: Path) -> dict[tuple[str, str], str]:
    """Return the translations that count, by context and text: not empty, not fuzzy; of a plural the first form."""
    with catalog.open("rb") as file:
        messages = [message for message in read_po(file) if message.id and not message.fuzzy]
    pairs = {(message.context or "", first_form(message.id)): first_form(message.string or "") for message in messages}
    return {key: translation for key, translation in pairs.items() if translation}


def look_up(compiled: gettext.GNUTranslations, context: str, text: str) -> tuple[str, str]:
    """Return the compiled translation of a text, and that of its first form if it has a plural."""
    if context:
        return compiled.pgettext(context, text), compiled.npgettext(context, text, text, 1)
    return compiled.gettext(text), compiled.ngettext(text, text, 1)


@pytest.mark.parametrize("catalog", CATALOGS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_compiled_translations_are_those_of_the_catalog(catalog):
    with catalog.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    wrong = {
        key: look_up(compiled, *key)
        for key, translation in translations_of(catalog).items()
        if translation not in look_up(compiled, *key)
    }
    assert wrong == {}


@pytest.mark.parametrize("requirements", REQUIREMENTS, ids=lambda path: path.name)
def test_requirements_name_no_host_and_pin_every_package(requirements):
    text = requirements.read_text()
    packages = re.findall(r"^[A-Za-z0-9].*", text, re.MULTILINE)
    assert "http" not in text
    assert not re.search(r"^\s*--(?!hash=)", text, re.MULTILINE)
    assert packages
    assert all("==" in line for line in packages)
