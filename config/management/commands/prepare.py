"""An empty or older data folder -> an archive that can be served. A second run changes nothing."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from filelock import FileLock

from archive.desk.jobs.schedules import schedule_jobs
from archive.desk.shingling import order_missing_sketches
from archive.models import Province
from config.environment import env
from config.first_editor import create_first_editor
from config.login_lock import schedule_forgetting
from config.temporary import keep_temporary_files_in


def read_sample() -> bool:
    """Return whether a new archive gets the sample reports: SAMPLE=0 leaves them out."""
    given = env.str("SAMPLE", "") or "1"
    if given not in ("0", "1"):
        raise CommandError(f"SAMPLE={given}: give 1 (with the sample archive) or 0 (without)")
    return given == "1"


class Command(BaseCommand):
    """Prepares the database, the static files and the index."""

    help = "Prepare the archive in DATA_DIR: database, reference data, sample, first editor, index."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare everything that the web server and the worker need."""
        sample = read_sample()
        keep_temporary_files_in(settings.DATA_DIR)
        with FileLock(settings.DATA_DIR / "prepare.lock"):
            call_command("migrate", verbosity=0, interactive=False)
            self.fill_new_archive(sample)
            schedule_jobs()
            schedule_forgetting()
            order_missing_sketches()
            call_command("collectstatic", verbosity=0, interactive=False)
            call_command("ensure_index", stdout=self.stdout)
            self.welcome_first_editor()

    def fill_new_archive(self, sample: bool) -> None:
        """Load the reference data and the sample into an archive without regions: into one never filled.

        Both or neither, so that an interrupted first start is made good by the next one, and a sample that
        was removed does not come back.
        """
        if Province.objects.exists():
            return
        with transaction.atomic():
            call_command("load_reference", stdout=self.stdout)
            if sample:
                call_command("load_sample", stdout=self.stdout)

    def welcome_first_editor(self) -> None:
        """Create the first editor and show the password, once."""
        if login := create_first_editor():
            self.stdout.write(f"编辑登录 Editor's login: {login.name}   密码 password: {login.password}")
            self.stdout.write("只显示这一次 Shown only now. 修改 To change it: manage.py changepassword")
