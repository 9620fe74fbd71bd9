"""Where temporary files go: below DATA_DIR, with everything else that the program writes."""

import os
import tempfile
from pathlib import Path


def keep_temporary_files_in(data_dir: Path) -> Path:
    """Point this process and those that it starts to a folder below `data_dir`; return the folder.

    gunicorn writes its heartbeats there, Django large uploads.
    """
    folder = data_dir / "tmp"
    folder.mkdir(mode=0o700, exist_ok=True)
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    return folder
