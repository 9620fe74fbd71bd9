#!/usr/bin/env python
"""Run Django's commands for this archive."""

import os
import sys


def main() -> None:
    """Run the command of this process; in an archive without tables an error of the database is told in one line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line
    from django.db import DatabaseError, connection

    try:
        execute_from_command_line(sys.argv)
    except DatabaseError as error:
        if connection.introspection.table_names():
            raise
        sys.exit(f"{error}. This archive has no tables yet: `manage.py prepare` makes them, as `make run` does")


if __name__ == "__main__":
    main()
