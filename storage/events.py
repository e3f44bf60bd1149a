"""What happened to each lead, once and for all: the events, and the scores that came of them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from scoring.lead import Profile, Reason, Slot, Temperature
from storage.database import insert_once, upsert
from storage.prepared import Prepared
from storage.steps import look_again, take_by_event
from storage.tables import event, lead, score_rules, snapshot


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `kind` is a word of `scoring.weights` or of `storage.totals`."""

    id: int
    lead_id: int
    kind: str
    at: datetime
    staff_id: int | None
    detail: str
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """What a score was worked out from, beside the rules, the model and the time.

    `facts` is how many the lead had, `event_id` the last event counted.
    """

    facts: int = 0
    event_id: int | None = None
    profile: Profile = field(default_factory=Profile)
    in_vain: tuple[Slot, ...] = ()
    before: Temperature = Temperature.COLD
    frozen: Temperature | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A score as it was, with its reasons and all that it takes to have it again.

    `rules` and `model` are hashes; `cause` is the kind of event, or what else set it off.
    """

    at: datetime
    qualification: float
    fit: float
    engagement: float
    penalty: float
    score: float
    temperature: str
    reasons: tuple[Reason, ...]
    chance: float | None = None
    low: float | None = None
    high: float | None = None
    rules: str = ""
    model: str = ""
    cause: str = ""
    # What is still to be asked: slots that are unknown, and those answered two ways.
    unknown: tuple[Slot, ...] = ()
    conflicting: tuple[Slot, ...] = ()
    basis: Basis = field(default_factory=Basis)


class Events:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(
        self,
        lead_id: int,
        kind: str,
        at: datetime,
        *,
        key: str | None = None,
        message_id: int | None = None,
        staff_id: int | None = None,
        amount: int | None = None,
        detail: str = "",
    ) -> int | None:
        """Keep an event, answer its id. None: one of this key is here, it counts only once."""
        row = {
            "lead_id": lead_id,
            "kind": kind,
            "at": at,
            "key": key,
            "message_id": message_id,
            "staff_id": staff_id,
            "amount": amount,
            "detail": detail[:500],
        }
        event_id: int | None
        if key is None:
            event_id = _RECORD.scalar(self._connection, **row)
        else:
            event_id = insert_once(self._connection, event, row)
        if event_id is not None:
            take_by_event(self._connection, lead_id, kind)
        return event_id

    def named(self, key: str) -> Event | None:
        """The event of this key."""
        row = self._connection.execute(select(event).where(event.c.key == key)).first()
        return None if row is None else _event(row)

    def undo(self, key: str) -> None:
        """What was recorded under this key counts no more; that it once stood here stays."""
        undone = self._connection.execute(
            update(event)
            .where(event.c.key == key)
            .values(kind="undone", amount=None, key=None, detail=event.c.kind)
            .returning(event.c.lead_id)
        )
        look_again(self._connection, undone.scalars())

    def of_lead(self, lead_id: int) -> tuple[Event, ...]:
        rows = self._connection.execute(
            select(event).where(event.c.lead_id == lead_id).order_by(event.c.id)
        )
        return tuple(map(_event, rows))

    def happened(self, lead_id: int, kinds: tuple[str, ...]) -> bool:
        query = select(event.c.id).where(event.c.lead_id == lead_id, event.c.kind.in_(kinds))
        return self._connection.execute(query.limit(1)).first() is not None

    def happened_since(self, lead_id: int, kinds: tuple[str, ...], since: datetime) -> bool:
        query = select(event.c.id).where(
            event.c.lead_id == lead_id, event.c.kind.in_(kinds), event.c.at > since
        )
        return self._connection.execute(query.limit(1)).first() is not None

    def snapshot(self, lead_id: int, taken: Snapshot, *, message_id: int | None = None) -> None:
        _SNAPSHOT.change(
            self._connection,
            lead_id=lead_id,
            at=taken.at,
            qualification=taken.qualification,
            fit=taken.fit,
            engagement=taken.engagement,
            penalty=taken.penalty,
            score=taken.score,
            temperature=taken.temperature,
            reasons=json.dumps([reason_cells(one) for one in taken.reasons], ensure_ascii=False),
            message_id=message_id,
            chance=taken.chance,
            low=taken.low,
            high=taken.high,
            rules=taken.rules,
            model=taken.model,
            cause=taken.cause[:64],
            event_id=taken.basis.event_id,
            facts=taken.basis.facts,
            basis=_basis_text(taken),
        )

    def last_snapshot(self, lead_id: int) -> Snapshot | None:
        row = _LAST_SNAPSHOT.first(self._connection, lead=lead_id)
        return None if row is None else _snapshot(row)

    def last_snapshot_by(self, lead_id: int, at: datetime) -> Snapshot | None:
        """The last score given by then."""
        row = self._connection.execute(
            select(snapshot)
            .where(snapshot.c.lead_id == lead_id, snapshot.c.at <= at)
            .order_by(snapshot.c.id.desc())
            .limit(1)
        ).first()
        return None if row is None else _snapshot(row)

    def snapshot_at(self, lead_id: int, at: datetime) -> Snapshot | None:
        """The first snapshot from a moment on: what an event of that moment led to."""
        row = self._connection.execute(
            select(snapshot)
            .where(snapshot.c.lead_id == lead_id, snapshot.c.at >= at)
            .order_by(snapshot.c.id)
            .limit(1)
        ).first()
        return None if row is None else _snapshot(row)

    def latest(self, after: int, limit: int = 50) -> tuple[Event, ...]:
        """The newest events behind an id, oldest first, of all leads but the samples."""
        rows = self._connection.execute(
            select(event)
            .join(lead, lead.c.id == event.c.lead_id)
            .where(event.c.id > after, lead.c.sample.is_(False))
            .order_by(event.c.id.desc())
            .limit(limit)
        )
        return tuple(map(_event, reversed(rows.all())))

    def snapshots(self, lead_id: int) -> tuple[Snapshot, ...]:
        """All scores of a lead, oldest first."""
        rows = self._connection.execute(
            select(snapshot).where(snapshot.c.lead_id == lead_id).order_by(snapshot.c.id)
        )
        return tuple(map(_snapshot, rows))

    def keep_rules(self, name: str, rules: str, now: datetime) -> None:
        """Keep rules under their hash, once."""
        row = {"hash": name, "rules": rules, "at": now}
        upsert(self._connection, score_rules, row, ("hash",))

    def rules(self, name: str) -> str:
        """The rules of this hash. Raises NoResultFound where none were kept."""
        text: str = self._connection.execute(_RULES, {"hash": name}).scalar_one()
        return text


def _event(row: Any) -> Event:
    return Event(row.id, row.lead_id, row.kind, row.at, row.staff_id, row.detail, row.message_id)


def _snapshot(row: Any) -> Snapshot:
    kept = json.loads(row.basis)
    return Snapshot(
        at=row.at,
        qualification=row.qualification,
        fit=row.fit,
        engagement=row.engagement,
        penalty=row.penalty,
        score=row.score,
        temperature=row.temperature,
        reasons=tuple(map(_reason, json.loads(row.reasons))),
        chance=row.chance,
        low=row.low,
        high=row.high,
        rules=row.rules,
        model=row.model,
        cause=row.cause,
        unknown=tuple(map(Slot, kept.get("unknown", ()))),
        conflicting=tuple(map(Slot, kept.get("conflicting", ()))),
        basis=_basis(row, kept),
    )


def reason_cells(one: Reason) -> list[Any]:
    """As the column `snapshot.reasons` keeps it."""
    return [one.points, one.key, one.words, one.message_id, one.at and one.at.isoformat()]


def _reason(cells: list[Any]) -> Reason:
    points, key, words, message_id, at = cells
    return Reason(points, key, words, message_id, datetime.fromisoformat(at) if at else None)


def _basis_text(taken: Snapshot) -> str:
    basis = taken.basis
    kept = {
        "profile": basis.profile.known(),
        "in_vain": list(basis.in_vain),
        "before": basis.before,
        "frozen": basis.frozen,
        "unknown": list(taken.unknown),
        "conflicting": list(taken.conflicting),
    }
    return json.dumps({key: one for key, one in kept.items() if one})


def _basis(row: Any, kept: dict[str, Any]) -> Basis:
    frozen = kept.get("frozen")
    return Basis(
        facts=row.facts,
        event_id=row.event_id,
        profile=Profile(**kept.get("profile", {})),
        in_vain=tuple(map(Slot, kept.get("in_vain", ()))),
        before=Temperature(kept.get("before", Temperature.COLD)),
        frozen=Temperature(frozen) if frozen else None,
    )


_RECORD = Prepared(insert(event).returning(event.c.id))
_SNAPSHOT = Prepared(insert(snapshot))
_LAST_SNAPSHOT = Prepared(
    select(snapshot)
    .where(snapshot.c.lead_id == bindparam("lead"))
    .order_by(snapshot.c.id.desc())
    .limit(1)
)
_RULES = select(score_rules.c.rules).where(score_rules.c.hash == bindparam("hash"))
