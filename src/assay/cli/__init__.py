"""The command line: one small file to a command, each loaded when it is called."""

from assay.cli.app import main

__all__ = ["main"]
