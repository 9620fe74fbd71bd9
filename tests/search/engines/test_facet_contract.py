"""What every engine counts of the same request: its facets, and what choosing their values narrows."""

import pytest

pytestmark = pytest.mark.django_db


def test_facets_count_a_report_under_its_city_and_all_above(answer) -> None:
    assert answer().counts["region"] == [
        ("510000", 3), ("510500", 2), ("500000", 1), ("500112", 1), ("510101", 1),
    ]  # fmt: skip


def test_facets_of_year_newspaper_and_genre(answer) -> None:
    counts = answer("工会").counts
    assert counts["year"] == [("2013", 2), ("2008", 1), ("2014", 1)]
    assert counts["newspaper"] == [("jia", 2), ("yi", 2)]
    assert counts["genre"] == [("news", 2), ("brief", 1), ("feature", 1)]
    assert counts["programme"] == [("liangge-pubian", 1), ("song-qingliang", 1), ("zhigong-daibiao-dahui", 1)]


def test_values_of_one_facet_are_or_and_facets_are_and(ask) -> None:
    assert sorted(ask(region="510500 500112")) == ["heat", "luzhou", "yubei"]
    assert ask(region="510500 500112", year="2008") == ["yubei"]
    assert sorted(ask(year="2013 2014")) == ["heat", "luzhou", "neijiang"]
    assert sorted(ask(year="2008..2013")) == ["luzhou", "neijiang", "yubei"]


def test_counts_of_a_facet_leave_out_its_own_choice(answer) -> None:
    chosen = answer(region="500112")
    assert dict(chosen.counts["region"])["510000"] == 3
    assert chosen.counts["year"] == [("2008", 1)]


@pytest.mark.parametrize("facet", ["region", "year", "programme", "newspaper", "genre"])
@pytest.mark.parametrize("others", [{}, {"year": "2013"}, {"region": "510000"}, {"newspaper": "yi"}])
def test_every_count_is_the_number_of_hits_after_choosing_it(answer, facet: str, others: dict[str, str]) -> None:
    choices = {name: value for name, value in others.items() if name != facet}
    counts = answer("工会 OR 送清凉", **choices).counts[facet]
    assert counts
    for value, count in counts:
        assert answer("工会 OR 送清凉", **choices, **{facet: value}).total == count


def test_reports_without_a_date_are_counted_and_chosen_like_a_year(answer, ask) -> None:
    assert answer().counts["year"] == [("2013", 2), ("2008", 1), ("2014", 1), ("undated", 1)]
    assert ask(year="undated") == ["undated"]
    assert ask("送清凉", year="undated") == ["undated"]
    assert ask("工会", year="undated") == []
    assert sorted(ask(year="2014 undated")) == ["heat", "undated"]
    assert sorted(ask(year="2008..2013 undated")) == ["luzhou", "neijiang", "undated", "yubei"]
    assert ask(year="undated", region="510000") == []


def test_who_chooses_reports_without_a_date_still_sees_the_years(answer) -> None:
    chosen = answer("送清凉", year="undated")
    assert chosen.counts["year"] == [("2014", 1), ("undated", 1)]
    assert chosen.counts["newspaper"] == []
    assert answer("送清凉", region="510000").counts["year"] == [("2014", 1)]


def test_a_range_of_days_narrows_the_counts_of_facets(answer) -> None:
    assert dict(answer(date="2013-01-01..2013-12-31").counts["region"]) == {"510000": 2, "510500": 1, "510101": 1}


def test_the_people_who_made_a_report_are_a_facet(answer, ask) -> None:
    assert answer().counts["byline"] == [("王芳", 2), ("阿依古丽", 1)]
    assert answer("工资").counts["byline"] == [("王芳", 1)]
    assert sorted(ask(byline="王芳")) == ["luzhou", "yubei"]
    assert answer(byline="阿依古丽").counts["byline"] == [("王芳", 2), ("阿依古丽", 1)]


def test_people_are_counted_only_where_few_reports_match_or_one_of_them_is_chosen(answer, monkeypatch) -> None:
    monkeypatch.setattr("search.engines.contract.FEW", 1)
    assert answer().counts["byline"] == []
    assert answer("绿豆汤").counts["byline"] == []
    assert answer("“两个普遍”").counts["byline"] == [("王芳", 1)]
    assert answer(byline="王芳").counts["byline"] == [("王芳", 2), ("阿依古丽", 1)]


def test_of_many_hits_provinces_are_counted_until_a_region_is_chosen(answer, monkeypatch) -> None:
    monkeypatch.setattr("search.engines.contract.FEW", 2)
    assert answer().counts["region"] == [("510000", 3), ("500000", 1)]
    assert dict(answer(region="510000").counts["region"])["510500"] == 2
    assert dict(answer("职代会 OR 农民工").counts["region"]) == {"500000": 1, "500112": 1, "510000": 1, "510101": 1}
