"""The addresses of the workbench, and what answers there."""

import contextlib
import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from functools import partial
from urllib.parse import urlsplit, urlunsplit

from msgspec import structs
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assay import pages
from assay.dossier import DossierError
from assay.pages import Live, NotHereError
from assay.serve import events, reports
from assay.serve.answers import Form, RefusedError, form_of, page, read_form, see_other, twin
from assay.serve.desk import Desk
from assay.serve.editing import acting, deciding, opening
from assay.serve.editing.acting import Done
from assay.serve.editing.pages import KINDS_SAID, Choice, EditPage, KindsPage, RefusalPage, WaitingPage
from assay.serve.images import image_of
from assay.serve.showing import show
from assay.serve.statics import static_file
from assay.serve.views import VIEWS, View

_NOTICES = 100  # kept of what was done, until a page has shown it
_PATIENCE = 1.0  # seconds, after which a page says that it is still being worked out
_Act = Callable[[Desk, Form], "Done | tuple[EditPage, int]"]


class Workbench:
    """One dossier's workbench: the desk, and what was just done."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.closing = events.Closing()
        self._notices: OrderedDict[str, str] = OrderedDict()

    def warm(self) -> None:
        """Work the first page out before anybody asks for it."""
        view, asked = VIEWS[0], form_of("")
        with contextlib.suppress(Exception):  # whoever opens it is told
            self.desk.view(view.key({}, asked, self.desk.root), lambda dossier: view.make(dossier, {}, asked))

    def site(self, request: Request) -> Live:
        """Return what pages need to know of the workbench."""
        turn = getattr(request.state, "turn", None)
        return Live(self._turn() if turn is None else turn, self._notices.get(request.query_params.get("done", ""), ""))

    def answered(self, answer: Callable[[Request], Response], request: Request) -> Response:
        """Answer; the page says how the files were before it was made, so that no change meanwhile is missed."""
        request.state.turn = self._turn()
        return answer(request)

    def _turn(self) -> int:
        try:
            return self.desk.turn
        except DossierError:
            return -1

    def onward(self, done: Done) -> Response:
        """Go on after a change; the next page says what was done."""
        key = secrets.token_urlsafe(6)
        self._notices[key] = done.said
        while len(self._notices) > _NOTICES:
            self._notices.popitem(last=False)
        parts = urlsplit(done.onward)
        query = "&".join(part for part in parts.query.split("&") if part and not part.startswith("done="))
        return see_other(urlunsplit(("", "", parts.path, f"{query}&done={key}".strip("&"), parts.fragment)))

    def refusal(self, request: Request, error: RefusedError | DossierError) -> Response:
        """Say why something cannot be done, as a page or as its twin."""
        status = error.status if isinstance(error, RefusedError) else 409
        said = RefusalPage("This cannot be done", str(error), error.help, status)
        if _wants_twin(request):
            answer = twin(said)
            answer.status_code = status
            return answer
        return page(show(said, self.site(request)), status)


def application(desk: Desk) -> tuple[Starlette, Workbench]:
    """Make the workbench of a dossier; it must stand behind its guard (`assay.serve.safety`)."""
    bench = Workbench(desk)
    reading: list[tuple[str, Callable[[Request], Response]]] = [
        ("/edit/entry", partial(_opened, bench)),
        ("/new", partial(_kinds, bench)),
        ("/new/{kind}", partial(_blank, bench)),
        ("/page-image/{work}/{label:path}", partial(_image, bench)),
        ("/report", partial(_asked_report, bench)),
        ("/static/{name:path}", lambda request: static_file(request.path_params["name"])),
        *((path, partial(_viewed, bench, view)) for view in VIEWS for path in (view.path, view.twin)),
    ]
    changing: dict[str, _Act] = {
        "/entry": acting.entry, "/rename": acting.renamed, "/undo": acting.undone, "/scenario": acting.scenario,
        "/drafts": deciding.decided,
    }  # fmt: skip
    routes = [Route("/report", partial(_report, bench), methods=["POST"])]
    routes += [Route("/events", partial(_events, bench), methods=["GET"])]
    routes += [Route(path, _in_thread(bench, answer), methods=["GET"]) for path, answer in reading]
    routes += [Route(path, partial(_acted, bench, act), methods=["POST"]) for path, act in changing.items()]

    async def lost(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        help_ = "choose a page from the list above" if error.status_code == 404 else ""  # noqa: PLR2004 - not found
        words = "there is no such page here" if error.status_code == 404 else "this page cannot do that"  # noqa: PLR2004
        return await run_in_threadpool(bench.refusal, request, RefusedError(error.status_code, words, help_))

    async def broke(request: Request, error: Exception) -> Response:
        words = f"assay broke here: {type(error).__name__}: {error}"
        help_ = "nothing was written; the terminal shows where, which is worth a report of the fault"
        return await run_in_threadpool(bench.refusal, request, RefusedError(500, words, help_))

    return Starlette(routes=routes, exception_handlers={HTTPException: lost, Exception: broke}), bench


def _in_thread(bench: Workbench, answer: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    """Answer in a thread, so that one page that takes long does not keep the others waiting."""

    async def answering(request: Request) -> Response:
        try:
            return await run_in_threadpool(bench.answered, answer, request)
        except (RefusedError, DossierError) as error:
            return await run_in_threadpool(bench.refusal, request, error)

    return answering


async def _events(bench: Workbench, request: Request) -> Response:
    return await events.stream(request, bench.desk, bench.closing)


async def _acted(bench: Workbench, act: _Act, request: Request) -> Response:
    try:
        form = await read_form(request)
        done = await run_in_threadpool(act, bench.desk, form)
        if isinstance(done, Done):
            return bench.onward(done if done.onward else structs.replace(done, onward=_came_from(request)))
        shown, status = done
        return await run_in_threadpool(_form, bench, request, shown, status)
    except (RefusedError, DossierError) as error:
        return await run_in_threadpool(bench.refusal, request, error)


def _came_from(request: Request) -> str:
    """Return the page of ours on which a form was sent, for whoever goes back to it; else the first page."""
    came = urlsplit(request.headers.get("referer", ""))
    own = came.netloc == request.headers.get("host", "")
    return urlunsplit(("", "", came.path or "/", came.query, "")) if own else "/"


def _asked_report(bench: Workbench, request: Request) -> Response:
    return page(show(reports.asking(bench.desk.dossier), bench.site(request)))


async def _report(bench: Workbench, request: Request) -> Response:
    """Send a report to be kept."""
    try:
        form = await read_form(request)
        made = await run_in_threadpool(lambda: reports.packed(bench.desk.dossier, form))
    except (RefusedError, DossierError) as error:
        return await run_in_threadpool(bench.refusal, request, error)
    kept = {"content-disposition": f'attachment; filename="{made.name}"'}
    return Response(made.data, media_type="application/zip", headers=kept)


def _form(bench: Workbench, request: Request, shown: EditPage, status: int = 200) -> Response:
    if _wants_twin(request):
        return twin(shown)
    return page(show(shown, bench.site(request)), status)


def _opened(bench: Workbench, request: Request) -> Response:
    return _form(bench, request, opening.opened(bench.desk.dossier, form_of(request.url.query)))


def _kinds(bench: Workbench, request: Request) -> Response:
    kinds = KindsPage("New entry", tuple(Choice(kind, said) for kind, said in KINDS_SAID.items()))
    return page(show(kinds, bench.site(request)))


def _blank(bench: Workbench, request: Request) -> Response:
    asked = form_of(request.url.query)
    return _form(bench, request, opening.blank(bench.desk.dossier, request.path_params["kind"], asked))


def _image(bench: Workbench, request: Request) -> Response:
    label = request.path_params["label"].removesuffix(".png")
    key = ("image", request.path_params["work"], label)
    drawn = bench.desk.view(key, lambda dossier: image_of(dossier, *key[1:]))
    return Response(drawn, media_type="image/png")


def _viewed(bench: Workbench, view: View, request: Request) -> Response:
    asked, keys = form_of(request.url.query), dict(request.path_params)
    as_twin = _wants_twin(request)
    if as_twin and view.keys:
        keys[view.keys[-1]] = keys[view.keys[-1]].removesuffix(".json")
    key = view.key(keys, asked, bench.desk.root)
    site = bench.site(request)  # before the view: should the files change in between, the page is loaded anew
    try:
        if as_twin:
            return twin(bench.desk.view(key, lambda dossier: view.make(dossier, keys, asked)))
        seen = bench.desk.view_soon(key, lambda dossier: view.make(dossier, keys, asked), _PATIENCE)
    except NotHereError as error:
        raise RefusedError(404, str(error), error.help) from None
    if getattr(seen.value, "pending", False):
        bench.desk.forget(key)
    if seen.value is None:
        return page(show(WaitingPage("One moment", bench.desk.dossier.title), site))
    if not seen.fresh:
        said = "This is as it was before the latest change; it is being worked out anew, and will show by itself."
        site = structs.replace(site, notice=f"{site.notice} {said}".strip())
    return page(pages.render(seen.value, site))


def _wants_twin(request: Request) -> bool:
    return request.url.path.endswith(".json")
