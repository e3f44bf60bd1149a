"""The ways leads went, from the first touch to the sale or the loss, touch by touch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, select

from scoring.lead import Stage
from storage.outbox import SENT, UNKNOWN
from storage.tables import appointment, contact, event, inbox, lead, outbox, stage_move, untied
from storage.totals import LOST, WON, Narrowed, of_few, of_leads

# Touches that are no events.
HEARD, SAID, APPOINTMENT = "heard", "said", "appointment"
_Ended = Select[Any]  # id, created_at, source, channel, ended_at


@dataclass(frozen=True, slots=True)
class Touch:
    """A message (`HEARD`, `SAID`), an `APPOINTMENT` made, or an event of this kind."""

    at: datetime
    kind: str


@dataclass(frozen=True, slots=True)
class Journey:
    """One lead's way, with nothing in it that came after its end."""

    lead_id: int
    began_at: datetime
    ended_at: datetime
    source: str
    channel: str
    why: str  # a lost lead's reason
    moves: tuple[tuple[datetime, Stage, Stage], ...]  # when, from, to
    touches: tuple[Touch, ...]


class Journeys:
    """`most` is how many leads are read, some hundreds: a statement names each of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def won(
        self, start: datetime, end: datetime, narrowed: Narrowed, most: int
    ) -> tuple[Journey, ...]:
        """Of leads that were won for the first time in [start, end), the latest of them."""
        earlier = event.alias("earlier")
        # Not spelled as the time alone: SQLite would look through every earlier sale of anybody.
        before = func.coalesce(earlier.c.at, earlier.c.at) < start
        is_first = ~exists().where(
            earlier.c.lead_id == event.c.lead_id, earlier.c.kind == WON, before
        )
        return self._ended(_ended(WON, start, end, narrowed, func.min, is_first), most)

    def lost(
        self, start: datetime, end: datetime, narrowed: Narrowed, most: int
    ) -> tuple[Journey, ...]:
        """Of leads that were lost in [start, end) and are lost, the latest of them."""
        is_lost = lead.c.stage == Stage.LOST.value
        return self._ended(_ended(LOST, start, end, narrowed, func.max, is_lost), most)

    def _ended(self, query: _Ended, most: int) -> tuple[Journey, ...]:
        latest = query.order_by(query.selected_columns.ended_at.desc(), lead.c.id.desc())
        rows = self._connection.execute(latest.limit(most)).all()
        ids = [row.id for row in rows]
        moves, touches = self._moves(ids), self._touches(ids)
        return tuple(
            Journey(
                row.id,
                row.created_at,
                row.ended_at,
                row.source,
                row.channel,
                row.why,
                tuple(one for one in moves.get(row.id, ()) if one[0] <= row.ended_at),
                tuple(one for one in touches.get(row.id, ()) if one.at <= row.ended_at),
            )
            for row in rows
        )

    def _moves(self, ids: list[int]) -> dict[int, list[tuple[datetime, Stage, Stage]]]:
        rows = self._connection.execute(
            select(stage_move).where(stage_move.c.lead_id.in_(ids)).order_by(stage_move.c.id)
        )
        found: dict[int, list[tuple[datetime, Stage, Stage]]] = {}
        for row in rows:
            found.setdefault(row.lead_id, []).append((row.at, Stage(row.before), Stage(row.after)))
        return found

    def _touches(self, ids: list[int]) -> dict[int, list[Touch]]:
        def in_chats(table: Any, at: ColumnElement[datetime]) -> Select[Any]:
            of_chat = (table.c.channel == contact.c.channel) & (
                table.c.chat_id == contact.c.chat_id
            )
            return (
                select(contact.c.lead_id, at).join(table, of_chat).where(contact.c.lead_id.in_(ids))
            )

        left = outbox.c.state.in_((SENT, UNKNOWN))
        made = select(appointment.c.lead_id, appointment.c.created_at)
        found: dict[int, list[Touch]] = {}
        for kind, query in (
            (HEARD, in_chats(inbox, inbox.c.admitted_at)),
            (SAID, in_chats(outbox, outbox.c.created_at).where(left)),
            (APPOINTMENT, made.where(appointment.c.lead_id.in_(ids))),
        ):
            for lead_id, at in self._connection.execute(query):
                found.setdefault(lead_id, []).append(Touch(at, kind))
        happened = select(event.c.lead_id, event.c.at, event.c.kind).where(event.c.lead_id.in_(ids))
        for lead_id, at, kind in self._connection.execute(happened):
            found.setdefault(lead_id, []).append(Touch(at, kind))
        return found


def _ended(
    kind: str,
    start: datetime,
    end: datetime,
    narrowed: Narrowed,
    which: Any,
    *conditions: ColumnElement[bool],
) -> _Ended:
    kept = (lead.c.id, lead.c.created_at, lead.c.source, lead.c.channel)
    return (
        select(
            *kept,
            which(event.c.at, type_=event.c.at.type).label("ended_at"),
            func.max(event.c.detail).label("why"),
        )
        .join(event, of_few(event.c.lead_id))
        .where(event.c.kind == kind, event.c.at >= start, event.c.at < end, untied())
        .where(*conditions, *of_leads(narrowed))
        .group_by(*kept)
    )
