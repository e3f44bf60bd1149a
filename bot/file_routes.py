"""Files in the website's chat over HTTP: sent with a chat's token, given back to it alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi import Path as InPath
from pydantic import BaseModel
from starlette.responses import Response

from bot.address_limit import AddressLimit
from bot.channels.webchat import ChannelClosedError, SentFile, WebChat
from bot.chat_access import ChatId, Guards, not_begun
from bot.problems import RETRY_AFTER
from bot.web_files import FileTypeError, TooManyFilesError, WebFileShelf
from handlers.channel import clean
from storage.store import Store
from storage.web_files import WebFile

FILES_AN_HOUR = 60  # from one address
READ_WITHIN = 120.0  # seconds; a slower line than this would hold ten megabytes for ever
LONGEST_CAPTION = 1000
LINE = "line-"
_HEADERS = {
    "Cache-Control": "private, no-store",
    # Opened by itself it is in a sandbox and may load nothing, whatever it is.
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Kept(BaseModel):
    """`file` names it under /chat/files/."""

    id: str
    file: str
    kind: str
    name: str


def file_routes(
    webchat: WebChat,
    shelf: WebFileShelf,
    store: Store,
    now: Callable[[], datetime],
    guards: Guards,
) -> APIRouter:
    routes = APIRouter(
        prefix="/chat/files", tags=["chat"], dependencies=[Depends(guard) for guard in guards]
    )
    limit = AddressLimit(FILES_AN_HOUR, timedelta(hours=1))
    sending: set[str] = set()  # chats with a file on its way: one at a time is held in memory

    async def admit(chat_id: str, request: Request) -> None:
        if not await store.read(lambda work: work.transcript.lines(WebChat.name, chat_id, limit=1)):
            raise not_begun()
        address = request.client.host if request.client else ""
        try:
            await shelf.may_send(chat_id)
        except TooManyFilesError:
            raise _too_many("This chat has sent its files for today.") from None
        if chat_id in sending:
            raise _too_many("One file after the other.", "1")
        if not limit.admits(address, now()):
            raise _too_many("Too many files from this address. Try again in an hour.")

    @routes.post("", operation_id="sendFile", status_code=HTTPStatus.CREATED)
    async def send_file(
        request: Request,
        chat_id: ChatId,
        id: Annotated[str, Query(pattern=r"^[A-Za-z0-9_-]{1,80}$")],  # as in Said
        name: Annotated[str, Query(max_length=255)] = "",
        text: Annotated[str, Query(max_length=LONGEST_CAPTION)] = "",
        answers: Annotated[str, Query(pattern=r"^[0-9]{0,18}$")] = "",
    ) -> Kept:
        """Send a file: the body is its bytes. After anything but 201 send it again, same id."""
        await admit(chat_id, request)
        sending.add(chat_id)
        try:
            async with asyncio.timeout(READ_WITHIN):
                content = await request.body()
            file = await shelf.upload(chat_id, id, clean(name), content)
        except TimeoutError:
            raise HTTPException(HTTPStatus.REQUEST_TIMEOUT, "The line is too slow.") from None
        except FileTypeError:
            raise HTTPException(
                HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
                "Pictures, voices, videos, PDF and office documents are taken, nothing else.",
            ) from None
        finally:
            sending.discard(chat_id)
        sent = SentFile(id, file.kind, file.token, file.name, clean(text), answers)
        try:
            await webchat.say_file(sent, chat_id)
        except ChannelClosedError as error:
            raise HTTPException(
                HTTPStatus.SERVICE_UNAVAILABLE, "Not taking messages now.", RETRY_AFTER
            ) from error
        return Kept(id=id, file=file.token, kind=file.kind, name=file.name)

    @routes.get("/{file}", operation_id="readFile", response_class=Response)
    async def read_file(
        chat_id: ChatId,
        file: Annotated[str, InPath(pattern=r"^(line-[0-9]{1,18}|[A-Za-z0-9_-]{20,64})$")],
    ) -> Response:
        """A file of this chat: by its name, or `line-` and the id of the line it came with."""
        if file.startswith(LINE):
            found = await shelf.sent_in(chat_id, int(file.removeprefix(LINE)))
        else:
            found = await shelf.seen_by(chat_id, file)
        if found is None:
            raise HTTPException(HTTPStatus.NOT_FOUND, "This chat has no such file.")
        return _answer(found)

    return routes


def _answer(file: WebFile) -> Response:
    # Never shown by itself: the page that asked makes a picture of it, or keeps it.
    disposition = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
    return Response(
        file.content,
        media_type=file.media_type,
        headers={**_HEADERS, "Content-Disposition": disposition},
    )


def _too_many(detail: str, after: str = "3600") -> HTTPException:
    return HTTPException(HTTPStatus.TOO_MANY_REQUESTS, detail, {"Retry-After": after})
