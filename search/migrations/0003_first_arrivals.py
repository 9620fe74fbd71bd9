"""What readers could find before arrivals were noted counts as arrived when it came into the archive."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

BATCH = 2000


def note_arrivals(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write a row for every published article."""
    arrival = apps.get_model("search", "Arrival")
    published = apps.get_model("archive", "Article").objects.filter(status="published")
    rows = (arrival(article_id=pk, arrived=created) for pk, created in published.values_list("pk", "created"))
    arrival.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)


class Migration(migrations.Migration):

    dependencies = [
        ("search", "0002_searches"),
        ("archive", "0001_initial"),
    ]

    operations = [migrations.RunPython(note_arrivals, migrations.RunPython.noop)]
