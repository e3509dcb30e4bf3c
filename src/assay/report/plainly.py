"""Text as it can be shown and stored: characters that are no text become �."""

import json
from typing import Any

import msgspec


def showable(words: str) -> str:
    """Replace what came from bytes that are no UTF-8."""
    return words if words.isascii() else words.encode("utf-8", "replace").decode("utf-8")


def to_json(value: Any) -> str:
    """Write a value as JSON, for people to read too."""
    return showable(json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=2))
