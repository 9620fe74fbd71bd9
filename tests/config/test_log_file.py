"""The log file of a full disk."""

import logging

from config.log_file import LogFile


def test_a_line_that_cannot_be_written_does_not_raise(tmp_path, capsys):
    link = tmp_path / "archive.log"
    link.symlink_to("/dev/full")
    handler = LogFile(link, delay=True)
    record = logging.LogRecord("archive", logging.ERROR, __file__, 1, "not saved", None, None)
    handler.emit(record)
    link.unlink()
    handler.emit(record)  # what is left of the first line cannot be written when the file is opened anew
    assert "No space left on device" in capsys.readouterr().err


def test_a_line_is_written(tmp_path):
    handler = LogFile(tmp_path / "archive.log", delay=True)
    handler.emit(logging.LogRecord("archive", logging.ERROR, __file__, 1, "not saved", None, None))
    assert (tmp_path / "archive.log").read_text() == "not saved\n"
