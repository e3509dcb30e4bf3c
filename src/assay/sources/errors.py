"""What keeps a document from being read."""


class UnreadableError(Exception):
    """A document cannot be read; the message goes on from its name: “is encrypted”. `help` says what to do."""

    def __init__(self, message: str, help_: str = "") -> None:
        super().__init__(message)
        self.help = help_


class UndecodableError(UnreadableError):
    """The bytes are not in the encoding that the dossier states, or that is assumed."""

    def __init__(self, message: str, readings: str = "") -> None:
        help_ = 'say how it is encoded: --encoding cp1252, in dossier.toml encoding = "cp1252"'
        super().__init__(message, f"{help_} ({readings})" if readings else help_)
