"""Who may talk to the workbench: the browser that was given the token, from the workbench's own pages, and nobody else.

Any web page that is open in the same browser can send requests to this machine. So the name by which we are called is
checked (against rebinding of names), where a change comes from is checked (against forged forms), and every request
needs a cookie that only the token in the terminal gives.
"""

import ipaddress
import secrets
from collections.abc import Callable, Iterable
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from msgspec import Struct
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse, Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    # No script and no style but our own files, nothing embedded, no frame around us, forms only to us.
    "content-security-policy": "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # not no-referrer: with it, forms would no longer say where they come from
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",  # words of a dossier do not lie about in the browser's cache
}
_READING = frozenset({"GET", "HEAD"})
_LOCAL = ("127.0.0.1", "localhost", "[::1]")


class Address(Struct, frozen=True):
    """Where the workbench listens: the host that was asked for, and the port."""

    host: str
    port: int

    @property
    def shown(self) -> str:
        """The address as a person opens it."""
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::") else self.host  # noqa: S104 - compared, not bound
        return f"http://{_bracketed(host)}:{self.port}"

    def is_own(self, host: str) -> bool:
        """Say whether a Host header names us: a loopback name, the host asked for, or a bare number of this machine.

        A name that somebody else's DNS makes point here is none of these.
        """
        name, _, port = host.rpartition(":")
        if not name or port != str(self.port):
            return False
        if name in _LOCAL or name == _bracketed(self.host):
            return True
        return self.host in ("0.0.0.0", "::") and _is_number(name)  # noqa: S104 - compared, not bound


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


class Keys:
    """The token of the address, which opens once, and the secret of the cookie that it is given for."""

    def __init__(self) -> None:
        self.token = secrets.token_urlsafe(24)
        self._spent: set[str] = set()
        self.secret = secrets.token_urlsafe(32)

    def spend(self, token: str) -> bool:
        """Use the token up; say whether it was the right one."""
        if not secrets.compare_digest(token.encode(), self.token.encode()):
            return False
        self._spent.add(token)
        self.token = secrets.token_urlsafe(24)
        return True

    def was_spent(self, token: str) -> bool:
        """Say whether a token opened once before."""
        return token in self._spent


class Guarded:
    """The workbench behind its guard: an ASGI application around another."""

    def __init__(self, app: "ASGIApp", address: Address, keys: Keys, tell: Callable[[str], None]) -> None:
        """Take the application, its address and keys, and what shows a new address to whoever sits at the terminal."""
        self._app, self._address, self._keys, self._tell = app, address, keys, tell
        self.cookie = f"assay-{address.port}"  # cookies know no ports; two dossiers may be open

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer a request, or refuse it; nothing but HTTP is spoken here."""
        if scope["type"] != "http":
            return
        refusal = self._refuse(scope)
        await (refusal or self._app)(scope, receive, _with_headers(send, HEADERS))

    def _refuse(self, scope: "Scope") -> Response | None:
        """Return the answer to a request that may not come in, or that brings the token; None for one that may."""
        headers = Headers(scope=scope)
        if len(headers.getlist("host")) != 1 or not self._address.is_own(headers["host"]):
            return PlainTextResponse("This workbench does not go by that name.", 421)
        token = (parse_qs(scope["query_string"].decode("latin-1")).get("token") or [""])[0]
        if token and scope["path"] == "/":
            return self._opened(token, headers)
        if not self._has_cookie(headers.getlist("cookie")):
            return PlainTextResponse(f"Open the address that assay serve printed. It begins {self._shown()}", 403)
        if scope["method"] not in _READING and not self._is_from_us(headers):
            return PlainTextResponse("This change was not asked for by one of the workbench's own pages.", 403)
        return None

    def _opened(self, token: str, headers: Headers) -> Response | None:
        if self._has_cookie(headers.getlist("cookie")):
            return _moved_on()
        if self._keys.spend(token):
            answer = _moved_on()
            answer.set_cookie(self.cookie, self._keys.secret, httponly=True, samesite="strict", path="/")
            return answer
        if self._keys.was_spent(token):
            self._tell(f"{self._address.shown}/?token={self._keys.token}")
            words = "That address opens once, and was opened before. The terminal shows a new one now."
        else:
            words = "That is not the address that assay serve printed."
        return PlainTextResponse(words, 403)

    def _shown(self) -> str:
        return f"{self._address.shown}/?token="

    def _has_cookie(self, sent: Iterable[str]) -> bool:
        for line in sent:
            try:
                held = SimpleCookie(line).get(self.cookie)
            except CookieError:
                continue
            if held is not None and secrets.compare_digest(held.value.encode(), self._keys.secret.encode()):
                return True
        return False

    def _is_from_us(self, headers: Headers) -> bool:
        """Say whether a change comes from a page of ours: browsers say where every form and request comes from."""
        origins = headers.getlist("origin")
        scheme, _, host = (origins[0] if len(origins) == 1 else "").partition("://")
        return scheme == "http" and host == headers["host"] and self._address.is_own(host)


def _moved_on() -> HTMLResponse:
    """Go on from a page of our own: browsers would not send a strict cookie along with somebody else's redirect."""
    return HTMLResponse(
        '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>assay</title>'
        '<a href="/">Open the workbench</a>'
    )


def _with_headers(send: "Send", more: dict[str, str]) -> "Send":
    async def sending(message: "Message") -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in more.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
