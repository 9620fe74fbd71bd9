"""The sample archive: what it holds, that it goes in and out whole, and that nothing in it is copied."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from archive.body import BlockKind, parse_body, printed_text
from archive.loading.sample_reports import SampleReport, find_evidence, parse_date, read_sample_reports
from archive.loading.tables import DATA, InitiativeRow, RegionRow, read_rows
from archive.models import Article, City, Genre, Initiative, Newspaper, Page

SHARED = Path(__file__).resolve().parents[3] / "shared"
REPORTS = read_sample_reports()
INITIATIVES = {row.name: row for row in read_rows(DATA / "initiatives.csv", InitiativeRow)}
REGIONS = {row.code: row.name for row in read_rows(DATA / "regions.csv", RegionRow)}
NEWSPAPERS = {"工会报道样报", "职工生活样报"}


def names_of(programme: str) -> list[str]:
    row = INITIATIVES[programme]
    return [row.name, *filter(None, row.aliases.split("|"))]


def label(report: SampleReport) -> str:
    return report.headline


@pytest.mark.parametrize("report", REPORTS, ids=label)
def test_a_report_is_complete(report):
    assert report.newspaper in NEWSPAPERS
    assert report.genre in Genre.values
    assert report.headline
    assert 150 <= len(re.sub(r"\s", "", printed_text(report.body))) <= 600
    assert not report.date or parse_date(report.date)[0].year in range(2007, 2015)


@pytest.mark.parametrize("report", REPORTS, ids=label)
def test_a_report_names_its_places_by_code_and_its_programmes_in_its_words(report):
    for place in report.places:
        code, name = place.split()
        assert REGIONS[code] == name
        assert find_evidence([name, name[:-1]], report.words), place
    for programme in report.programmes:
        assert find_evidence(names_of(programme), report.words), programme


def test_every_programme_is_reported_on():
    reported = {programme for report in REPORTS for programme in report.programmes}
    assert reported == set(INITIATIVES)


def test_every_city_where_a_programme_began_is_reported_on():
    named = {REGIONS[code] for report in REPORTS for code in report.place_codes}
    assert {row.city for row in INITIATIVES.values() if row.city} <= named


def test_the_reports_are_spread_over_years_genres_and_forms():
    assert len(REPORTS) >= 60
    years = Counter(report.date[:4] for report in REPORTS)
    assert min(years[str(year)] for year in range(2007, 2015)) >= 5
    assert {report.genre for report in REPORTS} == set(Genre.values)
    assert {parse_date(report.date)[1] for report in REPORTS} == {"day", "month", "year", "unknown"}
    kinds = {block.kind for report in REPORTS for block in parse_body(report.body)}
    assert kinds == set(BlockKind)


def test_no_sentence_stands_in_two_reports():
    sentences = Counter(
        sentence for report in REPORTS for sentence in set(re.split(r"[。？！\n]", report.body)) if len(sentence) > 10
    )
    assert [sentence for sentence, count in sentences.items() if count > 1] == []


def test_a_place_on_a_page_is_taken_once():
    places = Counter((r.newspaper, r.date, r.page, r.order) for r in REPORTS)
    assert max(places.values()) == 1


@pytest.mark.parametrize(
    ("text", "precision"), [("2013", "year"), ("2013-09", "month"), ("2013-09-23", "day"), ("", "unknown")]
)
def test_a_date_is_as_exact_as_it_is_written(text, precision):
    assert parse_date(text)[1] == precision


def run(command: str) -> str:
    out = StringIO()
    call_command(command, stdout=out)
    return out.getvalue()


@pytest.fixture(scope="module")
def sample(django_db_setup, django_db_blocker) -> Iterator[str]:
    """Load the sample once for all tests here; return what was printed."""
    with django_db_blocker.unblock():
        run("load_reference")
        printed = run("load_sample")
    yield printed
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def loaded(sample, db) -> str:
    """The sample, to be changed by one test."""
    return sample


@pytest.fixture
def removed(sample, db) -> None:
    """An archive without the sample."""
    run("remove_sample")


def test_the_sample_is_published_and_marked(loaded):
    assert f"稿件 {len(REPORTS)} 篇" in loaded
    assert Article.objects.filter(is_sample=True, status="published").count() == len(REPORTS)
    assert not Article.objects.filter(is_sample=False).exists()
    assert not Page.objects.filter(is_sample=False).exists()
    assert set(Newspaper.objects.values_list("name", flat=True)) == NEWSPAPERS


def test_every_link_is_confirmed_and_rests_on_words_of_the_report(loaded):
    for article in Article.objects.with_relations():
        words = "\n".join((article.kicker, article.headline, article.subhead, article.body))
        for link in [*article.places, *article.programmes]:
            assert link.is_confirmed
            assert link.evidence
            assert link.evidence in words


def test_an_article_stands_on_its_page_and_the_page_prints_it(loaded):
    for article in Article.objects.select_related("page"):
        assert (article.date, article.date_precision) == (article.page.date, article.page.date_precision)
        assert article.headline in article.page.text
        assert printed_text(article.body) in article.page.text


def test_every_article_passes_the_checks_of_the_admin(loaded):
    for article in Article.objects.all():
        article.full_clean()


def test_a_second_load_changes_nothing_and_says_so(loaded):
    Article.objects.first().delete()
    assert run("load_sample") == "样例已在档案里，没有改动。\n"
    assert Article.objects.count() == len(REPORTS) - 1


def test_the_sample_needs_the_regions_first(removed):
    Initiative.objects.filter(origin_city="500107").update(origin_city=None)
    City.objects.get(code="500107").delete()
    with pytest.raises(CommandError, match="先运行 load_reference"):
        run("load_sample")
    assert not Article.objects.exists()


def test_a_programme_that_an_editor_renamed_is_not_forced_back(removed):
    initiative = Initiative.objects.get(name="五型工会")
    initiative.name = "别的名字"
    initiative.save()
    run("load_sample")
    assert not initiative.article_links.exists()
    assert not Initiative.objects.filter(name="五型工会").exists()


def test_removing_takes_exactly_the_sample_with_its_history(loaded):
    kept = Article.objects.create(headline="真的稿件", newspaper=Newspaper.objects.first())
    pages = Page.objects.count()
    said = run("remove_sample")
    assert said == f"已删除样例：稿件 {len(REPORTS)} 篇，版面 {pages} 个，报纸 1 种。\n"
    assert [article.pk for article in Article.objects.all()] == [kept.pk]
    assert not Page.objects.exists()
    assert {version.id for version in Article.history.all()} == {kept.pk}
    assert not Page.history.exists()


def test_a_sample_page_that_holds_another_article_stays(loaded):
    page = Page.objects.first()
    kept = Article.objects.create(headline="真的稿件", page=page)
    run("remove_sample")
    assert [page.pk for page in Page.objects.all()] == [page.pk]
    kept.refresh_from_db()
    assert kept.page == page


def test_removing_says_when_there_is_nothing(removed):
    assert run("remove_sample") == "档案里没有样例。\n"


def test_the_sample_comes_back_after_it_was_removed(loaded):
    run("remove_sample")
    assert run("load_sample") == loaded


def han_runs(text: str, length: int) -> set[str]:
    """All runs of so many Han characters that nothing parts, line breaks aside."""
    parts = re.split(r"[^\u4e00-\u9fff]+", re.sub(r"\s", "", text))
    return {part[start : start + length] for part in parts for start in range(len(part) - length + 1)}


@pytest.fixture
def shared() -> Path:
    if not (SHARED / "pages").is_dir():
        pytest.skip("no ../shared here")
    return SHARED


@pytest.mark.shared
def test_no_report_repeats_the_newspaper_pages(shared):
    pages = "".join("\n。\n" + path.read_text(encoding="utf-8") for path in sorted((shared / "pages").glob("*.txt")))
    printed = han_runs(pages, 12)
    named = {run for name in INITIATIVES for alias in names_of(name) for run in han_runs(alias, 12)}
    ours = [report.words for report in REPORTS] + [row.description for row in INITIATIVES.values()]
    for text in ours:
        assert (han_runs(text, 12) & printed) - named == set(), text


@pytest.mark.shared
def test_every_figure_of_the_facts_is_in_a_report_of_its_city(shared):
    with (shared / "facts" / "figures.csv").open(encoding="utf-8", newline="") as file:
        figures = list(csv.DictReader(file))
    missing = []
    for figure in figures:
        printed = re.search(r"\d[\d.]*(?:万|亿|%)?", figure["printed"].split("年底的")[-1].split("年的")[-1])
        assert printed
        holds = re.compile(rf"(?<![\d.]){re.escape(printed[0])}(?![\d.])")
        if not any(
            holds.search(report.words) and figure["year"] in report.words
            for report in REPORTS
            if figure["city"] in {REGIONS[code] for code in report.place_codes}
        ):
            missing.append((figure["city"], figure["year"], printed[0]))
    assert missing == []


@pytest.mark.shared
def test_every_number_of_a_report_is_a_year_or_a_fact(shared):
    facts = (shared / "facts" / "figures.csv").read_text(encoding="utf-8")
    known = set(re.findall(r"\d[\d.]*", facts))
    names = sorted((n for name in INITIATIVES for n in names_of(name)), key=len, reverse=True)
    names_mask = re.compile("|".join(map(re.escape, names)))
    for report in REPORTS:
        numbers = set(re.findall(r"\d[\d.]*", names_mask.sub("", report.words)))
        unknown = {n for n in numbers - known if n not in map(str, range(2007, 2016))}
        assert unknown <= {"12345"}, report.headline
