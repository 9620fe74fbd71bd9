"""Charts: where squares, bars and cells stand and how dark they are."""

from itertools import pairwise

import pytest

from archive.charts import build_matrix, build_tile_map, build_year_bars, shade_of


def link(key):
    return f"/{key}/"


def test_the_tile_map_has_34_provinces_each_on_a_square_of_its_own():
    tiles = build_tile_map({}, link).tiles
    assert len({tile.code for tile in tiles}) == 34
    assert len({(tile.x, tile.y) for tile in tiles}) == 34


def test_every_square_lies_inside_the_drawing():
    drawing = build_tile_map({}, link)
    assert max(tile.x for tile in drawing.tiles) + drawing.side == drawing.width
    assert max(tile.y for tile in drawing.tiles) + drawing.side == drawing.height


def test_a_province_with_reports_is_a_link_and_one_without_is_not():
    tiles = {tile.code: tile for tile in build_tile_map({"510000": 3}, link).tiles}
    assert (tiles["510000"].name, tiles["510000"].abbreviation) == ("四川", "川")
    assert (tiles["510000"].url, tiles["510000"].shade) == ("/510000/", 2)
    assert (tiles["540000"].url, tiles["540000"].shade) == ("", 0)


@pytest.mark.parametrize(
    ("count", "highest", "shade"),
    [(0, 0, 0), (0, 9, 0), (1, 16, 1), (4, 16, 2), (5, 16, 3), (9, 16, 3), (10, 16, 4), (1, 90_000, 1)],
)
def test_shades_follow_the_square_root_and_one_report_is_never_blank(count, highest, shade):
    assert shade_of(count, highest) == shade


def test_a_few_reports_are_light_where_no_region_has_many():
    assert [shade_of(count, 3) for count in (1, 2, 3)] == [1, 2, 2]


def test_years_without_reports_between_others_are_empty_bars_and_no_links():
    bars = build_year_bars({2008: 2, 2011: 4}, link).bars
    assert [(bar.year, bar.height, bar.url) for bar in bars] == [
        (2008, 50, "/2008/"),
        (2009, 0, ""),
        (2010, 0, ""),
        (2011, 100, "/2011/"),
    ]


def test_no_years_give_no_bars():
    drawing = build_year_bars({}, link)
    assert (drawing.bars, drawing.ticks, drawing.has_chosen) == ((), (), False)


def test_one_year_is_a_narrow_bar_with_its_year_below():
    drawing = build_year_bars({2013: 1}, link)
    assert drawing.bars[0].width < 15
    assert [(tick.year, tick.anchor) for tick in drawing.ticks] == [(2013, "middle")]


def test_sixty_years_stay_inside_the_drawing_with_four_years_named():
    drawing = build_year_bars({year: year - 1960 for year in range(1967, 2027)}, link)
    assert len(drawing.bars) == 60
    assert drawing.bars[-1].x + drawing.bars[-1].width <= 100
    assert [tick.year for tick in drawing.ticks] == [1967, 1987, 2006, 2026]
    assert [tick.anchor for tick in drawing.ticks] == ["start", "middle", "middle", "end"]


@pytest.mark.parametrize("years", range(1, 70))
def test_named_years_stand_apart_beside_the_results_too(years):
    label = 11  # four figures in the narrowest chart, in percent of its width
    shift = {"start": 0, "middle": label / 2, "end": label}
    ticks = build_year_bars({1950 + year: 1 for year in range(years)}, link).ticks
    lefts = [tick.x - shift[tick.anchor] for tick in ticks]
    assert all(right - left > label + 2 for left, right in pairwise(lefts))


def test_one_report_beside_very_many_can_still_be_seen():
    assert build_year_bars({2008: 1, 2009: 100_000}, link).bars[0].height == 2


def test_chosen_years_are_marked():
    drawing = build_year_bars({2008: 1, 2009: 1}, link, {2009})
    assert [bar.is_chosen for bar in drawing.bars] == [False, True]
    assert drawing.has_chosen


def test_the_matrix_keeps_the_order_of_its_rows_and_fills_missing_years():
    matrix = build_matrix(
        [("51", "四川省", "/regions/51/"), ("50", "重庆市", "/regions/50/")],
        {("51", 2009): 2, ("51", 2011): 8, ("50", 2009): 1},
        lambda key, year: f"/{key}/{year}/",
    )
    assert matrix.years == (2009, 2010, 2011)
    assert [(row.label, row.total) for row in matrix.rows] == [("四川省", 10), ("重庆市", 1)]
    assert [(cell.count, cell.shade, cell.url) for cell in matrix.rows[0].cells] == [
        (2, 2, "/51/2009/"),
        (0, 0, ""),
        (8, 3, "/51/2011/"),
    ]


def test_a_matrix_without_counts_has_no_years():
    assert build_matrix([], {}, lambda key, year: "").years == ()
