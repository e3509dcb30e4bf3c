"""Why a report is not written."""


class ReportError(Exception):
    """A report that must not be written: why, each place where that shows, and what to do."""

    def __init__(self, message: str, places: tuple[str, ...] = (), help_: str = "") -> None:
        super().__init__(message)
        self.places, self.help = places, help_
