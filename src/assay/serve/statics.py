"""Our own style sheets and scripts. No file of a dossier is ever sent as it is."""

from functools import cache
from importlib.resources import files

from starlette.responses import Response

from assay.serve.answers import RefusedError

_KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "png": "image/png", "txt": "text/plain"}
_WHERE = ("assay.serve", "assay.pages")


def static_file(name: str) -> Response:
    """Answer with a file of ours.

    Raises:
        RefusedError: there is none of that name.
    """
    data = _found(name)
    kind = _KINDS.get(name.rpartition(".")[2])
    if data is None or kind is None:
        raise RefusedError(404, f"there is no file {name}")
    return Response(data, media_type=kind, headers={"cache-control": "no-cache"})


@cache
def _found(name: str) -> bytes | None:
    """Return a file's bytes; names are those of a listing, so that none leads elsewhere."""
    for package in _WHERE:
        try:
            folder = files(package) / "static"
            known = {item.name: item for item in folder.iterdir() if item.is_file()}
        except (ModuleNotFoundError, OSError):
            continue
        if name in known:
            return known[name].read_bytes()
    return None
