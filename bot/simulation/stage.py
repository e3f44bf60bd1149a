"""The house the personas talk to: the real handlers over a database of its own, a wound clock."""

from __future__ import annotations

import asyncio
import itertools
import os
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.simulation.acts import Act, Line
from handlers.business import Business
from handlers.channel import (
    Abilities,
    IncomingMessage,
    Kind,
    Limits,
    MessageRefusedError,
    OnMessage,
    OutgoingMessage,
)
from handlers.delivery import Delivery
from handlers.due import Due
from handlers.front_desk import FrontDesk
from handlers.reception import Reception
from handlers.team.joining import invite
from scoring.lead import Lead
from storage.migrate import migrate
from storage.store import Store, Work, open_store

# A Tuesday morning in office hours: 09:00 in Hà Nội.
MORNING = datetime(2026, 3, 10, 2, 0, tzinfo=UTC)
RICH = Abilities(
    buttons=True,
    edits=True,
    text_limit=4096,
    typing=False,
    asks_contact=True,
    files=True,
)
# Like Zalo: no buttons, no edits, everything of a turn in one message.
PLAIN = Abilities(
    buttons=False,
    edits=False,
    text_limit=2000,
    typing=False,
    asks_contact=False,
    one_message_a_turn=True,
)
_REP = "minh"
_NOT_A_BURST = timedelta(seconds=10)
_PATIENCE = 20  # looks at what is due, none of which settles anything
_BETWEEN_TURNS = timedelta(seconds=20)


class WoundClock:
    """Stands still until it is wound."""

    def __init__(self) -> None:
        self._now = MORNING

    def now(self) -> datetime:
        return self._now

    async def sleep(self, seconds: float) -> None:
        self.wind(timedelta(seconds=seconds))
        await asyncio.sleep(0)

    def wind(self, by: timedelta) -> None:
        self._now += by


@dataclass
class StageChannel:
    """A place where the bot's messages are kept as a reader would see them."""

    name: str
    abilities: Abilities
    limits: Limits = field(default_factory=Limits)
    resends_are_harmless: bool = True
    shown: dict[str, list[Line]] = field(default_factory=dict)  # by chat, since it was last read

    def is_group(self, chat_id: str) -> bool:
        return False

    async def receive(self, on_message: OnMessage) -> None:
        await asyncio.Event().wait()

    async def send(self, message: OutgoingMessage) -> str:
        line = Line(message.text, message.buttons, is_new=not message.edits)
        self.shown.setdefault(message.chat_id, []).append(line)
        return message.edits or str(message.id)

    async def fetch(self, file: str) -> bytes:
        raise MessageRefusedError("no files come by here")

    async def show_typing(self, chat_id: str) -> None:
        return None

    def start_link(self, payload: str) -> str:
        return ""

    def take(self, chat_id: str) -> tuple[Line, ...]:
        """What came since this was asked last."""
        return tuple(self.shown.pop(chat_id, ()))


class PlayStage:
    """Prospects act on it, one after another, and see what the bot says."""

    def __init__(self, store: Store, business: Business, desk: type[FrontDesk]) -> None:
        self.clock = WoundClock()
        self.rich, self.plain = StageChannel("rich", RICH), StageChannel("plain", PLAIN)
        self._channels = {one.name: one for one in (self.rich, self.plain)}
        abilities = {name: one.abilities for name, one in self._channels.items()}
        self._store = store
        self._reception = Reception(store, desk(business, abilities), self.clock)
        self._due = Due(store, business, abilities, self.clock)
        self._delivery = Delivery(store, self._channels, self.clock, self._due.may_leave)
        self._keys = itertools.count(1)
        self.is_stuck = False  # something is due that no look settles

    async def open(self) -> None:
        """A rep is at work."""
        now = self.clock.now()
        code = await self._store.run(lambda work: invite(work, "rep", "Minh", now))
        await self._reception.admit(self._message(self.rich, _REP, Kind.TEXT, text=f"/join {code}"))
        await self._settle()

    async def act(
        self, channel: StageChannel, chat_id: str, act: Act, language: str = "vi"
    ) -> tuple[Line, ...]:
        """Let somebody do something; what the bot then says in that chat.

        `language` is that of his app, which a platform may tell.
        """
        if act.waits:
            await self._let_pass(act.waits)
        if not act.is_silence:
            for message in self._messages(channel, chat_id, act):
                await self._reception.admit(replace(message, sender_language=language))
            await self._settle()
        said = channel.take(chat_id)
        self.clock.wind(_BETWEEN_TURNS)
        return said

    async def lead(self, channel: StageChannel, chat_id: str) -> Lead | None:
        def find(work: Work) -> Lead | None:
            prospect = work.leads.prospect_in(channel.name, chat_id)
            return work.leads.get(prospect.lead_id) if prospect is not None else None

        return await self._store.read(find)

    async def was_fetched(self, channel: StageChannel, chat_id: str) -> bool:
        """Whether the team was told of this prospect."""
        lead = await self.lead(channel, chat_id)
        if lead is None:
            return False
        return await self._store.read(lambda work: work.events.happened(lead.id, ("alert",)))

    def _messages(
        self, channel: StageChannel, chat_id: str, act: Act
    ) -> tuple[IncomingMessage, ...]:
        if act.starts:
            return (self._message(channel, chat_id, Kind.START),)
        if act.tap is not None:
            return (self._message(channel, chat_id, Kind.BUTTON, button=act.tap.data),)
        if act.shares:
            card = self._message(channel, chat_id, Kind.CONTACT)
            return (replace(card, phone=act.shares, phone_is_own=True),)
        if act.sticker:
            return (self._message(channel, chat_id, Kind.ATTACHMENT, attachment="sticker"),)
        return tuple(self._message(channel, chat_id, Kind.TEXT, text=text) for text in act.says)

    def _message(
        self, channel: StageChannel, chat_id: str, kind: Kind, **fields: Any
    ) -> IncomingMessage:
        return IncomingMessage(
            channel=channel.name,
            chat_id=chat_id,
            key=f"m:{next(self._keys)}",
            kind=kind,
            sent_at=self.clock.now(),
            sender_id=chat_id,
            **fields,
        )

    async def _settle(self) -> None:
        self.clock.wind(_NOT_A_BURST)
        await self._reception.idle()
        await self._delivery.send_due()

    async def _let_pass(self, span: timedelta) -> None:
        """Time goes by; whatever falls due in it happens at its own moment."""
        until = self.clock.now() + span
        looks_in_vain = 0
        while looks_in_vain < _PATIENCE:
            due_at = await self._due.look()
            await self._delivery.send_due()
            if due_at is None or due_at > until:
                break
            looks_in_vain = looks_in_vain + 1 if due_at <= self.clock.now() else 0
            self.clock.wind(max(timedelta(0), due_at - self.clock.now()))
        self.is_stuck = looks_in_vain == _PATIENCE
        self.clock.wind(until - self.clock.now())


# Nothing of a played conversation has to survive a power cut: where the system has a folder in
# memory, that saves the waiting for the disk.
_SHARED_MEMORY = Path("/dev/shm")
_IN_MEMORY = _SHARED_MEMORY if os.access(_SHARED_MEMORY, os.W_OK) else None


@contextmanager
def blank_database() -> Iterator[Path]:
    """An empty, migrated database to copy from; it and its copies are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="duyen-simulate-", dir=_IN_MEMORY) as folder:
        blank = Path(folder) / "blank.db"
        migrate(f"sqlite:///{blank}", MORNING)
        yield blank


@asynccontextmanager
async def open_stage(
    business: Business, blank: Path, desk: type[FrontDesk] = FrontDesk
) -> AsyncIterator[PlayStage]:
    """A stage on a copy of the blank database; a planted fault is another desk."""
    database = await asyncio.to_thread(_copied, blank)
    store = open_store(f"sqlite:///{database}")
    try:
        stage = PlayStage(store, business, desk)
        await stage.open()
        yield stage
    finally:
        await store.close()


def _copied(blank: Path) -> Path:
    database = blank.with_name("stage.db")
    for name in ("stage.db", "stage.db-wal", "stage.db-shm"):
        blank.with_name(name).unlink(missing_ok=True)
    database.write_bytes(blank.read_bytes())
    return database
