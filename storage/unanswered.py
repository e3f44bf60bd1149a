"""Questions of prospects that nobody's file answers yet, and what their owner makes of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from storage.tables import in_state, unanswered

OPEN = "open"
TO_WRITE = "to_write"  # answered by a manager, not yet in the business file
WRITTEN = "written"
DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class UnansweredQuestion:
    """What somebody asked, in his words without numbers and addresses."""

    id: int
    text: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Answered:
    """What is to be written: phrases with their answer, or one more phrase for an entry."""

    id: int
    phrases: tuple[str, ...]
    answer: str
    entry: str = ""  # the first phrase of the entry that answers it, "" for a new one
    by: int = 0  # the member of staff who said so


class Unanswered:
    def __init__(self, connection: Connection, due_at: list[datetime]) -> None:
        self._connection = connection
        self._due_at = due_at

    def ask(self, lead_id: int, message_id: int, text: str, now: datetime) -> None:
        self._connection.execute(
            insert(unanswered),
            {
                "lead_id": lead_id,
                "message_id": message_id,
                "text": text,
                "state": OPEN,
                "asked_at": now,
            },
        )

    def asked_since(self, lead_id: int, since: datetime) -> int:
        """How many of one lead's questions were kept since then."""
        query = select(func.count()).where(
            unanswered.c.lead_id == lead_id, unanswered.c.asked_at >= since
        )
        return int(self._connection.execute(query).scalar_one())

    def waiting(self, since: datetime, most: int) -> tuple[UnansweredQuestion, ...]:
        """The open questions asked since then, the newest first."""
        rows = self._connection.execute(
            select(unanswered.c.id, unanswered.c.text, unanswered.c.asked_at)
            .where(in_state(unanswered, OPEN), unanswered.c.asked_at >= since)
            .order_by(unanswered.c.id.desc())
            .limit(most)
        )
        return tuple(UnansweredQuestion(row.id, row.text, row.asked_at) for row in rows)

    def answer(self, said: Answered, alike: Sequence[int], now: datetime) -> bool:
        """One stands for all that are alike; False where somebody was faster."""
        plain = {
            "phrases": said.phrases,
            "answer": said.answer,
            "entry": said.entry,
            "by": said.by,
        }
        taken = self._connection.execute(
            update(unanswered)
            .where(unanswered.c.id == said.id, in_state(unanswered, OPEN))
            .values(state=TO_WRITE, answer=json.dumps(plain, ensure_ascii=False), settled_at=now)
        ).rowcount
        if not taken:
            return False
        self.settle([one for one in alike if one != said.id], WRITTEN, now)
        self._due_at.append(now)
        return True

    def to_write(self) -> tuple[Answered, ...]:
        rows = self._connection.execute(
            select(unanswered.c.id, unanswered.c.answer)
            .where(in_state(unanswered, TO_WRITE))
            .order_by(unanswered.c.id)
        ).all()
        return tuple(_answered(row.id, row.answer) for row in rows)

    def settle(self, ids: Sequence[int], state: str, now: datetime) -> int:
        """Written, dropped, or open again; answers how many that concerned."""
        if not ids:
            return 0
        return self._connection.execute(
            update(unanswered).where(unanswered.c.id.in_(ids)).values(state=state, settled_at=now)
        ).rowcount


def _answered(id_: int, text: str) -> Answered:
    plain = json.loads(text)
    return Answered(id_, tuple(plain["phrases"]), plain["answer"], plain["entry"], plain["by"])
