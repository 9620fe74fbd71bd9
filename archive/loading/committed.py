"""The committed regions and sample reports -> what segmentation needs of an archive, without a database."""

from collections.abc import Iterator

from archive.body import printed_text
from archive.extraction.gazetteer import Gazetteer, Place, PlaceLevel, build_gazetteer
from archive.loading.former_names import link_former_names
from archive.loading.sample_reports import read_sample_reports
from archive.loading.tables import DATA, FormerNameRow, RegionRow, read_rows


def read_committed_gazetteer() -> Gazetteer:
    """Return the gazetteer that a freshly loaded database gives."""
    regions = read_rows(DATA / "regions.csv", RegionRow)
    links = link_former_names(read_rows(DATA / "former_names.csv", FormerNameRow), regions)
    places = (Place(row.code, row.name, PlaceLevel(row.level), row.parent) for row in regions)
    return build_gazetteer(places, ((former.name, code) for former, code in links.items() if code))


def read_committed_texts() -> Iterator[str]:
    """Return the texts of the sample reports."""
    return (printed_text(report.body) for report in read_sample_reports())
