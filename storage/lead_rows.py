"""A lead's columns and facts as they stand in the tables, and back."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from scoring.lead import Fact, Freeze, Heat, Slot, Temperature, as_json, value_from_json


def heat_cells(one: Heat) -> list[Any]:
    """As the column `lead.heat` keeps it."""
    day_from = one.day_from and one.day_from.isoformat()
    return [
        one.kind,
        one.value,
        one.at.isoformat(),
        one.message_id,
        one.event_id,
        day_from,
        one.day_count,
    ]


def heat_from(cells: list[Any]) -> Heat:
    kind, value, at, message_id, event_id, day_from, day_count = cells
    began = datetime.fromisoformat(day_from) if day_from else None
    return Heat(kind, value, datetime.fromisoformat(at), message_id, event_id, began, day_count)


def freeze_text(frozen: Freeze | None) -> str:
    return json.dumps(as_json(frozen), ensure_ascii=False) if frozen is not None else ""


def freeze_from(text: str) -> Freeze | None:
    if not text:
        return None
    plain = json.loads(text)
    until = datetime.fromisoformat(plain["until"])
    return Freeze(Temperature(plain["temperature"]), until, plain["who"], plain["why"])


def fact_from(row: Any) -> Fact:
    slot = Slot(row.slot)
    return Fact(slot, value_from_json(slot, json.loads(row.value)), row.message_id, row.learned_at)
