"""Page texts in files -> the proposed articles, as JSON or as an outline; writes nothing to the archive."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.translation import gettext as _

from archive.desk.character_model import load_character_model
from archive.desk.explaining import explain_refusal
from archive.desk.vocabulary import load_gazetteer
from archive.extraction.gazetteer import Gazetteer
from archive.half_characters import readable
from archive.intake.lines import read_lines
from archive.intake.pages import read_pages
from archive.intake.refusal import RefusedError
from archive.loading.committed import read_committed_gazetteer, read_committed_texts
from archive.segmentation.character_model import CharacterModel
from archive.segmentation.exchange import PageSplit, describe_split
from archive.segmentation.page import segment_page

ROLES = ("section", "kicker", "headline", "subhead", "byline", "captions", "body")


class Command(BaseCommand):
    """Print what segmentation makes of a page; a file that is no page is named with its reason."""

    help = _("拆分版面文字，只打印结果，不存入档案。")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the files, the form, and where to write."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=_("版面文件"))
        parser.add_argument("--json", action="store_true", dest="is_json", help=_("每个版面一个 JSON 对象"))
        parser.add_argument("--output", type=Path, metavar="DIR", help=_("把 JSON 写入这个文件夹，每个版面一个文件"))

    def handle(self, *args: Any, files: list[Path], is_json: bool, output: Path | None, **options: Any) -> None:
        """Segment file after file."""
        gazetteer, model = load_evidence()
        failures = 0
        for path in files:
            try:
                for stem, split in segment_file(path, gazetteer, model):
                    if output:
                        write_split(output / f"{stem}.json", split)
                    else:
                        self.stdout.write(json.dumps(split, ensure_ascii=False) if is_json else outline(stem, split))
            except RefusedError as refusal:
                failures += 1
                words = {"name": readable(path), "reason": explain_refusal(refusal)}
                self.stderr.write(_("✗ %(name)s：%(reason)s") % words)
        if failures:
            raise CommandError(_("有 %(count)d 个文件没有拆分。") % {"count": failures})


def load_evidence() -> tuple[Gazetteer, CharacterModel]:
    """Return places and model from the database; from the committed files where it is missing or empty."""
    try:
        gazetteer, model = load_gazetteer(), load_character_model()
    except DatabaseError:
        gazetteer, model = read_committed_gazetteer(), CharacterModel()
        model.train(read_committed_texts())
    return gazetteer if gazetteer.places else read_committed_gazetteer(), model


def segment_file(path: Path, gazetteer: Gazetteer, model: CharacterModel) -> Iterator[tuple[str, PageSplit]]:
    """Return the pages of a file, each with a name. Raises RefusedError."""
    for page in read_pages(path).pages:
        proposal = segment_page(read_lines(page.text), gazetteer, model)
        stem = f"{path.stem}-{page.number}" if page.number else path.stem
        yield stem, describe_split(proposal, gazetteer.places)


def write_split(path: Path, split: PageSplit) -> None:
    """Write one page's proposal."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(split, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        words = {"path": readable(path), "error": error.strerror}
        raise CommandError(_("无法写入 %(path)s（%(error)s）。") % words) from None


def outline(stem: str, split: PageSplit) -> str:
    """Return a page's articles by their line numbers, for a person to read."""
    lines = [_("%(name)s：%(count)d 篇") % {"name": readable(stem), "count": len(split["articles"])}]
    for at, article in enumerate(split["articles"], start=1):
        lines.append(f"{at:3d} [{article['kind']}] {article['place'] or ''} {' '.join(article['people'])}".rstrip())
        numbers = {role: article[role] for role in ROLES}  # type: ignore[literal-required]
        lines += [f"      {role} {' '.join(map(str, given))}" for role, given in numbers.items() if given]
    return "\n".join(lines)
