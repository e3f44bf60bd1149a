"""The short links of follow-ups: counted, and led on to where they point."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import APIRouter, HTTPException
from starlette.responses import RedirectResponse

from handlers.follow_up.links import PATH

OpenLink = Callable[[str], Awaitable[str | None]]


def link_routes(open_link: OpenLink) -> APIRouter:
    router = APIRouter()

    @router.get(PATH + "{token}", operation_id="openLink", include_in_schema=False)
    async def follow(token: str) -> RedirectResponse:
        url = await open_link(token[:64])
        if url is None:
            raise HTTPException(404, "this link is not known")
        # Not kept by browsers: every opening is to be seen.
        return RedirectResponse(url, 302, {"Cache-Control": "no-store"})

    return router
