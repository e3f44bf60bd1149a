"""The pictures of a report in the website's chat: drawn when the page asks, kept nowhere."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path
from starlette.responses import Response

from bot.channels.webchat import WebChat
from bot.chat_access import ChatId, Guards
from handlers.chart import Chart, NotDrawnError
from handlers.delivery import Draw
from handlers.payload import charts_of
from storage.store import Store

Line = Annotated[int, Path(ge=1, le=2**53)]
Place = Annotated[int, Path(ge=0, le=20)]


def picture_routes(store: Store, draw: Draw, guards: Guards) -> APIRouter:
    routes = APIRouter(
        prefix="/chat/pictures", tags=["chat"], dependencies=[Depends(guard) for guard in guards]
    )

    async def chart(chat_id: str, line: int, place: int) -> Chart:
        payload = await store.read(lambda work: work.transcript.ours(WebChat.name, chat_id, line))
        charts = charts_of(payload or {})
        if place >= len(charts):
            raise HTTPException(HTTPStatus.NOT_FOUND, "This chat has no such picture.")
        return charts[place]

    @routes.get("/{line}/{place}", operation_id="readPicture", response_class=Response)
    async def read_picture(chat_id: ChatId, line: Line, place: Place) -> Response:
        """A picture (PNG) of one of our lines in this chat; `place` counts from 0."""
        try:
            [picture] = await draw([await chart(chat_id, line, place)])
        except NotDrawnError:
            # The words say it, too: a page is not to insist on it.
            raise HTTPException(HTTPStatus.NOT_FOUND, "It cannot be drawn.") from None
        headers = {"Cache-Control": "private, no-store"}
        return Response(picture, media_type="image/png", headers=headers)

    return routes
