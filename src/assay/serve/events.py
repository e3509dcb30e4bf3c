"""Live reload: every open page is told when the dossier's files have changed."""

import asyncio
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from assay.dossier import DossierError
from assay.serve.desk import Desk

_LONG = 20  # digits
_EVERY = 0.5  # seconds between looks
_ALIVE = 30  # looks after which a line is sent, so that a page that is gone is noticed


class Closing:
    """Whether the workbench is being closed; open streams end then."""

    def __init__(self) -> None:
        self.now = False


async def stream(request: Request, desk: Desk, closing: Closing) -> Response:
    """Send `changed` whenever the files are not as they were when the page asked (`since`)."""
    since = request.query_params.get("since", "")

    async def telling() -> AsyncIterator[str]:
        known = int(since) if since.isdecimal() and len(since) < _LONG else await _turn(desk)
        yield f"retry: 1000\ndata: {known}\n\n"
        quiet = 0
        while not closing.now:
            turn = await _turn(desk)
            quiet += 1
            if turn != known:
                known, quiet = turn, 0
                yield f"event: changed\ndata: {turn}\n\n"
            elif quiet >= _ALIVE:
                quiet = 0
                yield ": here\n\n"
            await asyncio.sleep(_EVERY)

    return StreamingResponse(telling(), media_type="text/event-stream")


async def _turn(desk: Desk) -> int:
    """Ask the desk how often the files have changed; files that cannot be opened are a change, too."""
    try:
        return await asyncio.to_thread(lambda: desk.turn)
    except DossierError:
        return -1
