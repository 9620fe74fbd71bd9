#!/usr/bin/env python
"""Run Django's commands for this archive."""

import os
import sys


def main() -> None:
    """Run the command of this process; an archive that was never prepared is told in one line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line
    from django.db import DatabaseError, connection

    try:
        execute_from_command_line(sys.argv)
    except DatabaseError:
        if connection.introspection.table_names():
            raise
        sys.exit("this archive has no tables yet: `manage.py prepare` makes them, as `make run` does")


if __name__ == "__main__":
    main()
