"""What must hold after every history, whatever happened in it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, func, select

from handlers.channel import Kind
from handlers.texts import say
from storage.outbox import CANCELLED, DEAD, SENT, UNKNOWN, Urgency
from storage.steps import Steps
from storage.tables import alert, contact, event, fact, follow_up, in_state, inbox, outbox
from tests.recount import recounted
from tests.simulator.notes import (
    Accepted,
    Acknowledged,
    Claimed,
    Handled,
    Note,
    Put,
    Quiet,
    Started,
)
from tests.simulator.people import PROSPECTS

One = TypeVar("One")

_HOUSEKEEPING = (Kind.BLOCKED, Kind.UNBLOCKED)


@dataclass
class _Evidence:
    """The onlooker's notes with their places in time, and the tables as they stand at the end."""

    notes: list[Note]
    connection: Connection
    drops_known: bool  # the platform takes a message once, however often it is sent

    def seen(self, kind: type[One]) -> Iterator[tuple[int, One]]:
        return ((at, note) for at, note in enumerate(self.notes) if isinstance(note, kind))

    def rows(self, table: Table) -> dict[int, Any]:
        return {row.id: row for row in self.connection.execute(select(table))}

    @cached_property
    def inbox(self) -> dict[int, Any]:
        return self.rows(inbox)

    @cached_property
    def outbox(self) -> dict[int, Any]:
        return self.rows(outbox)

    @cached_property
    def behaviour(self) -> list[Any]:
        """Events that a message is worth by what it says: its number stands first in the key."""
        keyed = [row for row in self.rows(event).values() if row.key]
        return [row for row in keyed if row.key.partition(":")[0].isdigit()]

    @cached_property
    def puts(self) -> dict[int, tuple[int, Put]]:
        return {put.row: (at, put) for at, put in self.seen(Put)}

    @cached_property
    def deliveries(self) -> dict[int, list[Accepted]]:
        """What the platform took of each row, but for changes in place: those may be repeated."""
        taken: dict[int, list[Accepted]] = {}
        for _, one in self.seen(Accepted):
            if not one.edits:
                taken.setdefault(one.row, []).append(one)
        return taken

    @cached_property
    def talks(self) -> list[tuple[int, str, int]]:
        """Turns of prospects: when they were answered, the chat, the first message of them."""
        found = []
        for at, handled in self.seen(Handled):
            rows = [self.inbox[one] for one in handled.message_ids if one in self.inbox]
            said = [row for row in rows if json.loads(row.payload)["kind"] not in _HOUSEKEEPING]
            if said and said[0].chat_id in PROSPECTS:
                found.append((at, said[0].chat_id, min(row.id for row in said)))
        return found


def broken(notes: list[Note], connection: Connection, *, drops_known: bool) -> list[str]:
    """Every invariant that does not hold, in words."""
    with connection.begin():
        evidence = _Evidence(notes, connection, drops_known)
        return [line for invariant in _INVARIANTS for line in invariant(evidence)]


def still_waiting(connection: Connection) -> int:
    """How many rows anywhere have not come to their end."""
    with connection.begin():
        return sum(
            connection.execute(select(func.count()).select_from(table).where(where)).scalar_one()
            for table, where in _OPEN
        )


def next_due(connection: Connection) -> datetime | None:
    with connection.begin():
        times = [
            connection.execute(select(func.min(table.c.due_at)).where(where)).scalar()
            for table, where in _OPEN
            if "due_at" in table.c
        ]
    return min((one for one in times if one is not None), default=None)


_OPEN = (
    (inbox, in_state(inbox, "waiting")),
    (outbox, in_state(outbox, "due", "claimed", "sending")),
    (follow_up, in_state(follow_up, "due")),
    (alert, in_state(alert, "offered") & alert.c.due_at.is_not(None)),
)


# --- in ------------------------------------------------------------------------------------


def _acknowledged_is_stored_once(evidence: _Evidence) -> Iterator[str]:
    stored = Counter(map(_number, evidence.inbox.values()))
    for _, note in evidence.seen(Acknowledged):
        if not note.stored:
            yield f"update {note.number} was acknowledged before it was stored"
        if (times := stored[note.number]) != 1:
            yield f"update {note.number} is acknowledged and stored {times} times"


def _number(row: Any) -> str:
    """The platform's number of an update, whatever key it was stored under."""
    return str(json.loads(row.payload)["platform_message_id"])


def _handled_exactly_once(evidence: _Evidence) -> Iterator[str]:
    times = Counter(one for _, note in evidence.seen(Handled) for one in note.message_ids)
    for row in evidence.inbox.values():
        if times[row.id] != 1 or row.state != "done":
            yield f"message {row.id} was handled {times[row.id]} times and is {row.state}"


def _effects_count_once(evidence: _Evidence) -> Iterator[str]:
    """What a message taught and what it was worth, once; told by the update, not by its row."""
    numbers = {row.id: _number(row) for row in evidence.inbox.values()}
    facts = Counter((numbers.get(row.message_id), row.slot) for row in evidence.rows(fact).values())
    happened = Counter(
        (numbers.get(int(message)), kind)
        for message, _, kind in (row.key.partition(":") for row in evidence.behaviour)
    )
    for counted in (facts, happened):
        for effect, times in counted.items():
            if times > 1:
                yield f"update and effect {effect} counted {times} times"


# --- out -----------------------------------------------------------------------------------


def _nothing_is_sent_twice(evidence: _Evidence) -> Iterator[str]:
    for row, taken in evidence.deliveries.items():
        _, put = evidence.puts[row]
        if put.urgency is not Urgency.ALERT:
            if len(taken) > 1:
                yield f"message {row} to {put.chat_id} was sent {len(taken)} times"
        elif len(taken) > 2 or not all(map(_is_marked, taken[1:])):
            yield f"alert {row} to {put.chat_id} was sent {len(taken)} times, or not marked"


def _is_marked(sent: Accepted) -> bool:
    return sent.text.startswith(say("alert.repeat", "vi"))


def _nothing_overtakes(evidence: _Evidence) -> Iterator[str]:
    newest: dict[str, int] = {}
    for _, sent in evidence.seen(Accepted):
        is_first = evidence.deliveries.get(sent.row, [sent])[0] is sent
        if is_first and not sent.edits and sent.row < newest.get(sent.chat_id, 0):
            yield f"message {sent.row} was overtaken in {sent.chat_id}"
        newest[sent.chat_id] = max(newest.get(sent.chat_id, 0), sent.row)


def _outbox_rows_end_legally(evidence: _Evidence) -> Iterator[str]:
    delivered = {note.row for _, note in evidence.seen(Accepted)}
    for row in evidence.outbox.values():
        if row.state not in (SENT, UNKNOWN, DEAD, CANCELLED):
            yield f"message {row.id} is left {row.state}"
        if row.state == SENT and row.id not in delivered:
            yield f"message {row.id} counts as sent and never was"
        if row.state == UNKNOWN and evidence.drops_known:
            yield f"message {row.id} is in doubt, where to send it again does no harm"
        if row.state == DEAD and not row.error:
            yield f"message {row.id} was given up without a reason"


def _silence_is_kept(evidence: _Evidence) -> Iterator[str]:
    """After an opt-out's commit: its one confirmation, then answers to what is said, if any."""
    starts = {note.row: at for at, note in evidence.seen(Started)}
    quiet = [(at, note) for at, note in evidence.seen(Quiet)]
    for at, note in quiet:
        if not note.wanted:
            continue
        chat_id = note.chat_id
        puts = [(when, put) for when, put in evidence.puts.values() if put.chat_id == chat_id]
        answered = min(when for when, chat, _ in evidence.talks if chat == chat_id and when > at)
        ends = [when for when, other in quiet if other.chat_id == chat_id and not other.wanted]
        end = min((when for when in ends if when > at), default=len(evidence.notes))
        if (said := sum(at < when < answered for when, _ in puts)) != 1:
            yield f"{chat_id} opted out, which was confirmed {said} times"
        for when, put in puts:
            if at < when < end and put.urgency is not Urgency.REPLY:
                yield f"{chat_id} opted out, and message {put.row} was written all the same"
            if when < at < starts.get(put.row, -1):
                yield f"{chat_id} opted out, and message {put.row} from before went out after it"


# --- what is due ---------------------------------------------------------------------------


def _follow_ups_know_when_to_be_silent(evidence: _Evidence) -> Iterator[str]:
    """Once a key, never after a reply or an opt-out, and every refusal with its reason."""
    starts = {note.row: at for at, note in evidence.seen(Started)}
    steps = evidence.rows(follow_up)
    chats = {row.id: row.chat_id for row in evidence.rows(contact).values()}
    for step in steps.values():
        if step.state in ("refused", "cancelled") and not step.reason:
            yield f"follow-up {step.key} is {step.state} without a reason"
    sent = Counter(
        row.key for row in evidence.outbox.values() if row.urgency == int(Urgency.FOLLOW_UP)
    )
    for row in evidence.outbox.values():
        if row.urgency != int(Urgency.FOLLOW_UP):
            continue
        step = steps[int(row.key.removeprefix("f:"))]
        put_at, _ = evidence.puts[row.id]
        planned_on = int(step.key.rpartition(":")[2])
        if step.state != "sent" or sent[row.key] != 1:
            yield f"follow-up {step.key} is {step.state} and was sent {sent[row.key]} times"
        if step.outlives_reply:
            continue  # promised for a day, and kept whatever is said until then
        for at, chat_id, message_id in evidence.talks:
            if chat_id != chats[step.contact_id]:
                continue
            if message_id > planned_on and at < put_at:
                yield f"follow-up {step.key} fired after a reply"
            if put_at < at < starts.get(row.id, -1):
                yield f"follow-up {step.key} went out after a reply"


# --- alerts --------------------------------------------------------------------------------


def _an_alert_has_one_owner(evidence: _Evidence) -> Iterator[str]:
    first: dict[int, int] = {}
    for _, note in evidence.seen(Claimed):
        if note.alert_id in first:
            yield f"alert {note.alert_id} was claimed by two"
        first.setdefault(note.alert_id, note.staff_id)
    told = {
        int(row.key.partition(":")[2]): row.staff_id
        for row in evidence.rows(event).values()
        if row.kind == "claimed"
    }
    for row in evidence.rows(alert).values():
        if not row.claimed_by == first.get(row.id) == told.get(row.id):
            yield f"alert {row.id} is {row.claimed_by}'s, first was {first.get(row.id)}"


def _open_alerts(evidence: _Evidence) -> Iterator[str]:
    """A lead is offered once at a time."""
    open_ = Counter(
        row.lead_id for row in evidence.rows(alert).values() if row.state in ("offered", "claimed")
    )
    for lead_id, count in open_.items():
        if count > 1:
            yield f"lead {lead_id} has {count} open alerts"


def _the_funnel_equals_a_recount(evidence: _Evidence) -> Iterator[str]:
    start, end = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    told = {one.name: one.leads for one in Steps(evidence.connection).between(start, end)}
    counted = recounted(evidence.connection, start, end)
    if told != counted:
        yield f"the funnel tells {told}, and there are {counted}"


_INVARIANTS: tuple[Callable[[_Evidence], Iterable[str]], ...] = (
    _acknowledged_is_stored_once,
    _handled_exactly_once,
    _effects_count_once,
    _nothing_is_sent_twice,
    _nothing_overtakes,
    _outbox_rows_end_legally,
    _silence_is_kept,
    _follow_ups_know_when_to_be_silent,
    _an_alert_has_one_owner,
    _open_alerts,
    _the_funnel_equals_a_recount,
)
