"""Messages that have surely not left yet: they can still say something else, or nothing."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from storage.prepared import Prepared
from storage.tables import in_state, outbox

# Where a message stands and what an answer to it means stay when its words change.
_OF_THE_PLACE = ("topic_row", "asks", "by")


def change(connection: Connection, edits: int, payload: dict[str, Any]) -> int:
    """Give the new words to the row `edits`, or to an earlier change of it, that still waits.

    Answers the row that says them now; 0 where none waits.
    """
    row = _WAITING.first(connection, row=edits)
    words = dict(payload)
    if row is not None:
        del words["edits_row"]
        before = json.loads(row.payload)
        words |= {name: before[name] for name in _OF_THE_PLACE if name in before}
    else:
        row = _WAITING_CHANGE.first(connection, edited=edits)
    if row is None:
        return 0
    changed = json.dumps(words, ensure_ascii=False)
    return row.id if _CHANGE.change(connection, row=row.id, words=changed) == 1 else 0


def withdraw(connection: Connection, row_id: int) -> bool:
    """It is needed no more. False: it may have left, or others stand below it in a topic."""
    row = _WAITING.first(connection, row=row_id)
    if row is None or json.loads(row.payload).get("topic_row"):
        return False
    return _WITHDRAW.change(connection, row=row_id) == 1


_IS_DUE = in_state(outbox, "due")
# What was tried may have arrived: its words stand.
_UNTRIED = select(outbox.c.id, outbox.c.payload).where(_IS_DUE, outbox.c.attempts == 0)
_WAITING = Prepared(_UNTRIED.where(outbox.c.id == bindparam("row")))
_WAITING_CHANGE = Prepared(_UNTRIED.where(outbox.c.edits_row == bindparam("edited")).limit(1))
_CHANGE = Prepared(
    update(outbox)
    .where(outbox.c.id == bindparam("row"), _IS_DUE)
    .values(payload=bindparam("words"))
)
_WITHDRAW = Prepared(
    update(outbox)
    .where(outbox.c.id == bindparam("row"), _IS_DUE)
    .values(state="cancelled", error="needed no more")
)
