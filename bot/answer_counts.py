"""Counts what we answer over HTTP."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class CountedAnswers:
    """One figure for each route and status."""

    def __init__(self, app: ASGIApp, metrics: CollectorRegistry) -> None:
        self._app = app
        self._answers = Counter(
            "duyen_http_answers",
            "Answers by route and status",
            ["route", "status"],
            registry=metrics,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                route = getattr(scope.get("route"), "path", "other")
                self._answers.labels(route, message["status"]).inc()
            await send(message)

        await self._app(scope, receive, send_counted)
