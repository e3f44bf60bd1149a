"""The house with the outside faked: the real store, handlers and delivery, a clock we wind."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from handlers.business import SAMPLE, Business
from handlers.business_file.company import WorkingHours
from handlers.business_file.ready_sequences import Sequences
from handlers.channel import Connected, IncomingMessage, Kind
from handlers.chart import Chart
from handlers.delivery import Delivery, Draw
from handlers.due import Due
from handlers.front_desk import FrontDesk
from handlers.lead_files.giving_out import EXPORT
from handlers.lead_files.made_for_chat import Exports
from handlers.owners_file import load
from handlers.reception import Pace, Reception
from handlers.relay.audience import STAFF_GROUP
from handlers.team.joining import invite
from storage.store import Store
from tests.fakes import FakeChannel, FakeClock, Shown

# The sample company answers day and night; most companies have an office that closes.
OFFICE_HOURS = WorkingHours.model_validate({"mon-fri": "08:00-17:30", "sat": "08:00-12:00"})
SAMPLE_BUSINESS: Business = load(SAMPLE).model_copy(update={"hours": OFFICE_HOURS})
# For histories that must come to rest: who went quiet is not written to for weeks.
WITHOUT_SEQUENCES = SAMPLE_BUSINESS.model_copy(update={"sequences": Sequences(ready="none")})
# Tests join no bursts unless they are about bursts.
AT_ONCE = Pace(timedelta(0), timedelta(0))


async def sketch(charts: Sequence[Chart]) -> tuple[bytes, ...]:
    """In place of each picture its title: whether it is drawn well is no matter of the house."""
    return tuple(one.title.encode() for one in charts)


@dataclass
class House:
    """Everything between a channel and the tables."""

    store: Store
    clock: FakeClock
    channel: FakeChannel
    business: Business = SAMPLE_BUSINESS
    pace: Pace = AT_ONCE
    draw: Draw = sketch
    keys: Any = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        abilities = Connected({self.channel.name: self.channel.abilities})
        self.desk = FrontDesk(self.business, abilities)
        self.reception = Reception(self.store, self.desk, self.clock, self.pace)
        self.due = Due(self.store, self.business, abilities, self.clock)
        self.delivery = Delivery(
            self.store,
            {self.channel.name: self.channel},
            self.clock,
            self.due.may_leave,
            made={EXPORT: Exports(self.store, self.business, self.clock).fetch},
            draw=self.draw,
        )

    # --- what people do -------------------------------------------------------------------

    def message(self, chat_id: str, kind: Kind = Kind.TEXT, **fields: Any) -> IncomingMessage:
        return IncomingMessage(
            channel=self.channel.name,
            chat_id=chat_id,
            key=fields.pop("key", f"m:{next(self.keys)}"),
            kind=kind,
            sent_at=self.clock.now(),
            sender_id=fields.pop("sender_id", chat_id),
            sender_name=fields.pop("sender_name", chat_id.capitalize()),
            **fields,
        )

    async def hear(self, message: IncomingMessage) -> None:
        """Admit a message and let everything come of it that comes at once."""
        await self.reception.admit(message)
        await self.settle()

    async def settle(self) -> None:
        await self.reception.idle()
        await self.delivery.send_due()

    async def says(self, chat_id: str, text: str, **fields: Any) -> Shown:
        await self.hear(self.message(chat_id, text=text, **fields))
        return self.channel.last(chat_id)

    async def starts(self, chat_id: str, payload: str = "", **fields: Any) -> Shown:
        await self.hear(self.message(chat_id, Kind.START, text=payload, **fields))
        return self.channel.last(chat_id)

    async def taps(self, chat_id: str, label: str, on: Shown | None = None) -> Shown:
        card = on or next(
            one
            for one in reversed(self.channel.chat(chat_id))
            if any(found.startswith(label) for found in one.labels)
        )
        await self.hear(self.message(chat_id, Kind.BUTTON, button=card.data(label)))
        return self.channel.last(chat_id)

    async def passes(self, **span: float) -> None:
        """Time goes by, and whatever falls due in it happens."""
        self.clock.wind(timedelta(**span))
        await self.due.look()
        await self.settle()

    # --- the team -------------------------------------------------------------------------

    async def joins(self, chat_id: str, role: str, name: str) -> None:
        now = self.clock.now()
        code = await self.store.run(lambda work: invite(work, role, name, now))
        await self.says(chat_id, f"/join {code}")

    async def has_group(self, chat_id: str) -> None:
        place = f"{self.channel.name}:{chat_id}"
        await self.store.run(lambda work: work.settings.put(STAFF_GROUP, place))

    def on(self, channel: FakeChannel) -> House:
        """The same house with another channel in front."""
        return replace(self, channel=channel)
