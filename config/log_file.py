"""The log file: lines of the program -> a file in the data folder; where it cannot be written, the program goes on."""

import logging
from logging.handlers import WatchedFileHandler


class LogFile(WatchedFileHandler):
    """A file that may be moved away meanwhile. A full disk must not turn what is being told into a crash."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line; a failure is told on standard error alone."""
        try:
            super().emit(record)
        except OSError:
            self.handleError(record)
