"""What keeps a browser safe with us: the headers of every answer, and who may reach the demo."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.problems import problem

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})

# No inline script or style, nothing from elsewhere but pictures: the owner's file may name some.
# Who may frame us is said page by page.
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; "
    # A file of the chat is fetched with its token, and shown from the page's own memory.
    "img-src 'self' https: blob:; media-src blob:; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors {frame_ancestors}"
)
SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Content-Security-Policy": CONTENT_POLICY.format(frame_ancestors="'none'"),
}


class SafeHeaders:
    """Adds the safe headers, unless the answer states its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SAFE_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_safely)


class LoopbackOnly:
    """For the demo: a page elsewhere must not reach it by a name that points to this machine."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or _host(Headers(scope=scope)) in LOOPBACK_HOSTS:
            await self._app(scope, receive, send)
            return
        refusal = problem(
            HTTPStatus.MISDIRECTED_REQUEST, "The demo answers on 127.0.0.1 and localhost only."
        )
        await refusal(scope, receive, send)


def _host(headers: Headers) -> str | None:
    return urlsplit(f"//{headers.get('host', '')}").hostname
