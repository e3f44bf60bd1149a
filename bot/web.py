"""Everything we answer over HTTP, put together from its parts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from http import HTTPStatus

from fastapi import APIRouter, FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.cors import CORSMiddleware
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from bot.answer_counts import CountedAnswers
from bot.channels.secret_door import Webhook
from bot.channels.webchat import WebChat
from bot.chat_access import Guards
from bot.chat_routes import chat_routes
from bot.demo_pages import DemoControls, demo_routes
from bot.enclosed_files import EnclosedFiles, enclosed_routes
from bot.file_routes import file_routes
from bot.health import Health
from bot.inbox_routes import TeamPage, inbox_routes
from bot.lead_routes import LeadDoor, lead_door_routes
from bot.link_routes import OpenLink, link_routes
from bot.page_safety import CONTENT_POLICY, LoopbackOnly, SafeHeaders
from bot.pages.pages import ASSETS, Pages
from bot.picture_routes import picture_routes
from bot.problems import RETRY_AFTER, on_bad_request, on_http_error, on_not_stored
from bot.team_sessions import TeamSessions
from bot.web_files import WebFileShelf
from bot.web_guard import WEBHOOKS, HeadAsGet, OwnPages, SmallBodies
from handlers.delivery import Draw
from storage.refusals import NotStoredError
from storage.store import Store

NEW_CHATS_PER_HOUR = 30
ReadHealth = Callable[[], Awaitable[Health]]


def create_app(
    *,
    company: str,
    timezone: str,
    webchat: WebChat,
    store: Store,
    now: Callable[[], datetime],
    health: ReadHealth,
    metrics: CollectorRegistry,
    webhooks: Mapping[str, Webhook] | None = None,
    demo: DemoControls | None = None,
    open_link: OpenLink | None = None,
    shelf: WebFileShelf | None = None,
    draw: Draw | None = None,
    enclosed: EnclosedFiles | None = None,
    team: TeamPage | None = None,
    sessions: TeamSessions | None = None,
    leads: LeadDoor | None = None,
    sites: tuple[str, ...] = (),
    new_chats_per_hour: int = NEW_CHATS_PER_HOUR,
) -> FastAPI:
    """`webhooks` are answered at /webhooks/NAME.

    `sessions` are judged by `now` where nothing else is given.

    `sites` are the origins that may show the widget and call the chat.

    Without any, every site may show it, and only our own pages may call.
    """
    app = FastAPI(
        title="Duyên", version="1", docs_url=None, redoc_url=None, openapi_url="/openapi.json"
    )
    app.add_exception_handler(StarletteHTTPException, on_http_error)
    app.add_exception_handler(RequestValidationError, on_bad_request)
    app.add_exception_handler(NotStoredError, on_not_stored)

    pages = Pages(company, timezone)
    sessions = sessions or TeamSessions(store, now)
    guards: Guards = [OwnPages(sites), sessions]
    app.include_router(chat_routes(webchat, store, now, new_chats_per_hour, sessions, guards))
    if shelf is not None:
        app.include_router(file_routes(webchat, shelf, store, now, guards))
    if draw is not None:
        app.include_router(picture_routes(store, draw, guards))
    if team is not None:
        app.include_router(inbox_routes(team, sessions, pages, guards))
    app.include_router(_operations(health, metrics))
    if open_link is not None:
        app.include_router(link_routes(open_link))
    if enclosed is not None:
        app.include_router(enclosed_routes(enclosed))
    if leads is not None:
        app.include_router(lead_door_routes(leads))
    if webhooks:
        app.include_router(_webhooks(webhooks))
    app.include_router(demo_routes(demo, pages, guards) if demo else _front_page(pages))
    app.include_router(_widget(pages, sites))
    app.mount("/assets", StaticFiles(directory=ASSETS), name="assets")

    Gauge("duyen_webchat_open_pages", "Pages that listen now", registry=metrics).set_function(
        webchat.open_pages
    )
    if sites:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=sites,
            allow_methods=["GET", "POST"],
            allow_headers=["Authorization", "Content-Type"],
        )
    app.add_middleware(HeadAsGet)
    app.add_middleware(SmallBodies)
    if demo:
        app.add_middleware(LoopbackOnly)
    app.add_middleware(SafeHeaders)
    app.add_middleware(CountedAnswers, metrics=metrics)
    return app


def _operations(health: ReadHealth, metrics: CollectorRegistry) -> APIRouter:
    routes = APIRouter(tags=["operations"])

    @routes.get("/livez", operation_id="isAlive")
    async def is_alive() -> dict[str, bool]:
        """The program answers."""
        return {"alive": True}

    @routes.get(
        "/readyz",
        operation_id="isReady",
        responses={HTTPStatus.SERVICE_UNAVAILABLE: {"model": Health}},
    )
    async def is_ready(response: Response) -> Health:
        """New work may come in; 503 with what is wrong and the cure when it may not."""
        reading = await health()
        if not reading.ready:
            response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
        return reading

    @routes.get("/metrics", operation_id="readMetrics")
    async def read_metrics() -> Response:
        """Figures for Prometheus."""
        return Response(generate_latest(metrics), media_type=CONTENT_TYPE_LATEST)

    return routes


def _webhooks(webhooks: Mapping[str, Webhook]) -> APIRouter:
    routes = APIRouter(prefix=WEBHOOKS.rstrip("/"), tags=["webhooks"])

    def add(name: str, webhook: Webhook) -> None:
        @routes.post(f"/{name}", operation_id=f"{name.replace('-', '')}Update")
        async def update(request: Request) -> Response:
            """What a platform brings; 200 once it is stored."""
            status = await webhook(request.body, request.headers)
            if status == HTTPStatus.SERVICE_UNAVAILABLE:
                raise HTTPException(status, "Not stored, send it again.", RETRY_AFTER)
            return Response(status_code=status)

    for name, webhook in webhooks.items():
        add(name, webhook)
    return routes


def _front_page(pages: Pages) -> APIRouter:
    routes = APIRouter(include_in_schema=False)

    @routes.get("/")
    async def front_page(request: Request) -> HTMLResponse:
        return pages.render(request, "front.html")

    return routes


def _widget(pages: Pages, sites: tuple[str, ...]) -> APIRouter:
    routes = APIRouter(include_in_schema=False)
    frame_ancestors = " ".join(("'self'", *sites)) if sites else "*"
    policy = CONTENT_POLICY.format(frame_ancestors=frame_ancestors)

    @routes.get("/widget")
    async def widget(request: Request) -> HTMLResponse:
        return pages.render(request, "widget.html", {"Content-Security-Policy": policy})

    @routes.get("/widget.js")
    async def widget_script() -> FileResponse:
        return FileResponse(
            ASSETS / "widget.js",
            # A site in another encoding would misread the words without it.
            media_type="text/javascript; charset=utf-8",
            headers={
                "Cache-Control": "public, max-age=300",
                "Cross-Origin-Resource-Policy": "cross-origin",
            },
        )

    return routes
