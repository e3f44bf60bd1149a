"""Sessions of the team in a browser: they end by themselves, by a log-out and with the member."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog
from fastapi import Request
from fastapi.security.utils import get_authorization_scheme_param

from bot.channels.webchat import TOKEN_FORM, WebChat, chat_id_of
from bot.chat_access import stranger
from handlers.team.page import leave
from storage.refusals import NotStoredError
from storage.staff_places import Place
from storage.store import Store, Work

log = structlog.get_logger()

# A computer that several share: whoever did nothing for so long may be somebody else by now.
IDLE = timedelta(days=14)
LONGEST = timedelta(days=90)
EVERY = timedelta(hours=1)


class TeamSessions:
    """A dependency: a session that has ended is nobody's, not even a visitor's.

    Its chat still holds what the team was told.
    """

    def __init__(self, store: Store, now: Callable[[], datetime], *, by_time: bool = True) -> None:
        """Not `by_time`: for the demo, whose clock is wound by months."""
        self._store = store
        self._now = now
        self._by_time = by_time

    async def __call__(self, request: Request) -> None:
        scheme, token = get_authorization_scheme_param(request.headers.get("authorization"))
        if scheme.lower() != "bearer" or not re.fullmatch(TOKEN_FORM, token):
            return  # says its own refusal, where a token is needed
        if await self.has_ended(chat_id_of(token)):
            raise stranger("This session has ended. Open a new one.")

    async def has_ended(self, chat_id: str) -> bool:
        place = await self._store.read(lambda work: work.staff_places.at(WebChat.name, chat_id))
        return place is not None and not self._goes_on(place)

    async def leave(self, chat_id: str) -> None:
        """A member logs out."""
        await self._store.run(lambda work: leave(work, WebChat.name, chat_id, self._now()))

    async def use(self, chat_id: str) -> None:
        """A member opened the page; a page that merely stands open counts for nothing."""
        await self._store.run(
            lambda work: work.staff_places.use(WebChat.name, chat_id, self._now())
        )

    async def run(self, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        """Now and then close what has ended by itself: nobody is offered a lead there."""
        while True:
            try:
                await self._store.run(self._close_outworn)
            except NotStoredError as error:
                log.warning("sessions not looked through", reason=str(error))
            await sleep(EVERY.total_seconds())

    def _close_outworn(self, work: Work) -> None:
        now = self._now()
        for chat_id in work.staff_places.outworn(WebChat.name, now - LONGEST, now - IDLE):
            leave(work, WebChat.name, chat_id, now)

    def _goes_on(self, place: Place) -> bool:
        if not (place.is_open and self._by_time):
            return place.is_open
        now = self._now()
        return now - place.opened_at <= LONGEST and now - place.used_at <= IDLE
