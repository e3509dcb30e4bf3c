"""What keeps a dossier from being opened or changed."""


class DossierError(Exception):
    """The dossier cannot be used as asked. `help` says what to type."""

    def __init__(self, message: str, help_: str = "") -> None:
        super().__init__(message)
        self.help = help_


class ChangedUnderneathError(DossierError):
    """A file changed between being read and being written. Nothing was written."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} has changed since it was read; nothing was written", "look at the change, then try again"
        )
        self.path = path
