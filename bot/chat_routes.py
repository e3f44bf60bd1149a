"""The website chat over HTTP: a session, what the visitor says, what comes back as it happens."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from pydantic import BaseModel, ConfigDict, Field, field_validator
from starlette.responses import StreamingResponse

from bot.address_limit import AddressLimit
from bot.channels.webchat import ChannelClosedError, Said, WebChat, chat_id_of, new_token
from bot.chat_access import ChatId, Guards, not_begun
from bot.problems import RETRY_AFTER
from bot.team_sessions import TeamSessions
from storage.store import Store

HEARTBEAT_SECONDS = 15.0
# Two transactions may commit out of the order of their ids: look back so far for a late one.
LOOK_BACK = 50
HasEnded = Callable[[str], Awaitable[bool]]


class NewSession(BaseModel):
    """Where a visitor comes from; the campaign counts before the referring site."""

    campaign: str = Field(default="", max_length=64)
    referrer: str = Field(default="", max_length=255)
    lang: str = Field(default="", pattern=r"^[A-Za-z-]{0,16}$")


class Session(BaseModel):
    """The token goes into the Authorization header of everything else."""

    token: str


class Stored(BaseModel):
    id: str


class SeenUpTo(BaseModel):
    """The newest of our lines that the visitor has before his eyes."""

    line: str = Field(pattern=r"^[0-9]{1,18}$")


_DRAWN = frozenset(
    {"text", "buttons", "ask_contact", "edits", "asks", "encloses", "media", "file"}
    | {"kind", "key", "button", "platform_message_id", "attachment", "file_name"}
)


class ShownLine(BaseModel):
    """One line of a chat, ours (`outgoing`) or the visitor's."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    outgoing: bool
    at: datetime
    payload: dict[str, Any]

    @field_validator("payload")
    @classmethod
    def _for_the_page(cls, payload: dict[str, Any]) -> dict[str, Any]:
        """What the page draws; who of the staff wrote, and the like, is no visitor's business."""
        drawn = {name: value for name, value in payload.items() if name in _DRAWN}
        # By their titles: the pictures themselves come from /chat/pictures.
        charts = [one["title"] for one in payload.get("charts", ())]
        return {**drawn, "pictures": charts} if charts else drawn


class History(BaseModel):
    lines: list[ShownLine]


class _Shown:
    """The lines of one chat as the page may see them."""

    def __init__(self, store: Store, chat_id: str) -> None:
        self._store = store
        self._chat_id = chat_id

    async def lines(self, after: int = 0, limit: int = 200) -> list[ShownLine]:
        lines = await self._store.read(
            lambda work: work.transcript.lines(WebChat.name, self._chat_id, after, limit)
        )
        return [ShownLine.model_validate(line) for line in lines]

    async def begun(self) -> bool:
        return bool(await self.lines(limit=1))


def chat_routes(
    webchat: WebChat,
    store: Store,
    now: Callable[[], datetime],
    new_chats_per_hour: int,
    sessions: TeamSessions,
    guards: Guards,
) -> APIRouter:
    """The routes under /chat. A chat begins with a start, and only a start may begin one."""
    limit = AddressLimit(new_chats_per_hour, timedelta(hours=1))
    routes = APIRouter(
        prefix="/chat", tags=["chat"], dependencies=[Depends(guard) for guard in guards]
    )

    async def begin(said: Said, chat_id: str, request: Request) -> None:
        address = request.client.host if request.client else ""
        if not limit.admits(address, now()):
            raise HTTPException(
                HTTPStatus.TOO_MANY_REQUESTS,
                "Too many new chats from this address. Try again in an hour.",
                {"Retry-After": "3600"},
            )
        await store_said(said, chat_id)

    async def store_said(said: Said, chat_id: str) -> None:
        try:
            await webchat.say(said, chat_id)
        except ChannelClosedError as error:
            raise _closed() from error

    @routes.post("/sessions", operation_id="openChat", status_code=HTTPStatus.CREATED)
    async def open_chat(new: NewSession, request: Request) -> Session:
        """Begin a chat, as opening the bubble does."""
        token = new_token()
        start = Said(id="start", kind="start", text=new.campaign or new.referrer, lang=new.lang)
        await begin(start, chat_id_of(token), request)
        return Session(token=token)

    @routes.post("/messages", operation_id="say", status_code=HTTPStatus.ACCEPTED)
    async def say(said: Said, request: Request, chat_id: ChatId) -> Stored:
        """Say something. 202 means stored; after anything else say it again with the same id.

        Above 20 in a minute it means dropped, and the chat says so.
        """
        if await _Shown(store, chat_id).begun():
            await store_said(said, chat_id)
        elif said.kind == "start":
            await begin(said, chat_id, request)
        else:
            raise not_begun()
        return Stored(id=said.id)

    @routes.post("/seen", operation_id="noteSeen", status_code=HTTPStatus.NO_CONTENT)
    async def note_seen(seen: SeenUpTo, chat_id: ChatId) -> None:
        """The visitor has read what we said, up to a line. Telling it again changes nothing."""
        if not await _Shown(store, chat_id).begun():
            raise not_begun()
        try:
            await webchat.note_seen(seen.line, chat_id)
        except ChannelClosedError as error:
            raise _closed() from error

    @routes.get("/history", operation_id="readHistory")
    async def read_history(chat_id: ChatId) -> History:
        """What was said, both sides, oldest first."""
        return History(lines=await _Shown(store, chat_id).lines())

    @routes.get("/events", operation_id="listen", response_class=StreamingResponse)
    async def listen(
        chat_id: ChatId, after: Annotated[int, Query(ge=0, le=2**53)] = 0
    ) -> StreamingResponse:
        """Server-sent events: our lines after an id, then each new one as it is said."""
        shown = _Shown(store, chat_id)
        if not await shown.begun():
            raise not_begun()
        return StreamingResponse(
            _events(webchat, shown, chat_id, after, sessions.has_ended),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store, no-transform", "X-Accel-Buffering": "no"},
        )

    return routes


def _closed() -> HTTPException:
    return HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, "Not taking messages now.", RETRY_AFTER)


async def _events(
    webchat: WebChat, shown: _Shown, chat_id: str, after: int, has_ended: HasEnded
) -> AsyncIterator[str]:
    """The transcript is read again at each ring and each heartbeat: no ring can be missed."""
    known: set[int] = set()
    newest = after
    with webchat.listening(chat_id) as listener:
        yield ": listening\n\n"
        while not (listener.closed or await has_ended(chat_id)):
            floor = max(after, newest - LOOK_BACK)
            known = {line_id for line_id in known if line_id > floor}
            # After 0 the visitor's own lines come along; the page has those.
            for line in await shown.lines(after=floor):
                if line.outgoing and line.id not in known:
                    known.add(line.id)
                    newest = max(newest, line.id)
                    yield f"id: {line.id}\nevent: line\ndata: {line.model_dump_json()}\n\n"
            if listener.took_typing():
                yield "event: typing\ndata: {}\n\n"
            if not await listener.rung(within=HEARTBEAT_SECONDS):
                yield ": still here\n\n"
