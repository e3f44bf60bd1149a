"""The labelled messages, and how far what was heard is what the label says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from scoring.understanding.understand import understand

HERE = Path(__file__).parent
# The development phrases (amounts, dates) were labelled for this moment and this offer.
PHRASES_NOW = "2026-11-21T09:00:00+07:00"
PHRASES_OFFER = (20_000_000, 300_000_000)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message with what a person heard in it; only what `expect` names is compared."""

    id: str
    text: str
    now: str
    asked: str | None
    offer_range: tuple[int, int] | None
    tags: frozenset[str]
    expect: dict[str, Any]

    def heard(self) -> dict[str, Any]:
        return understand(
            self.text,
            now=datetime.fromisoformat(self.now),
            asked=self.asked,
            offer_range=self.offer_range,
        ).as_json()


def labelled() -> Iterator[Labelled]:
    for file in sorted((HERE / "labelled").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            offer = one.get("offer_range")
            yield Labelled(
                id=one.get("id", file.stem),
                text=one["text"],
                now=one["now"],
                asked=one.get("asked"),
                offer_range=(offer[0], offer[1]) if offer else None,
                tags=frozenset(one.get("tags", ())),
                expect=one["expect"],
            )


def development_phrases() -> Iterator[Labelled]:
    for name, asked in (("money", "budget"), ("time", "timing"), ("phone", "contact")):
        path = HERE / "phrases" / f"colloq_{name}.tsv"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            text, *fields = line.split("\t")
            expect = {"budget": _money, "timing": _time, "contact": _phone}[asked](fields)
            yield Labelled(
                id=f"phrase-{name}-{number:03}",
                text=text,
                now=PHRASES_NOW,
                asked=asked,
                offer_range=PHRASES_OFFER,
                tags=frozenset({"unmarked" if text.isascii() else "marked"}),
                expect=expect,
            )


def _money(fields: list[str]) -> dict[str, Any]:
    least, most, currency, period = (*fields, "", "", "", "")[:4]
    return {
        "budget": {
            "status": "known",
            "min": float(least) if least else None,
            "max": float(most) if most else None,
            "currency": currency,
            "period": period or None,
        }
    }


def _time(fields: list[str]) -> dict[str, Any]:
    earliest, latest, horizon = fields
    dates = {"earliest": earliest or None, "latest": latest or None} if earliest or latest else {}
    return {"timing": {"horizon": horizon, **dates}}


def _phone(fields: list[str]) -> dict[str, Any]:
    return {"contact": {"phones": [one for one in fields if one]}}


def agrees(said: Any, expected: Any) -> bool:
    """What the label names is there; what it does not name may be anything."""
    if isinstance(expected, dict):
        if said is None:  # a slot left empty has no phones, no dates and no refusal
            return all(not value for value in expected.values())
        return all(agrees(said.get(name), value) for name, value in expected.items())
    if isinstance(expected, list) and expected and isinstance(expected[0], dict):
        return isinstance(said, list) and all(
            any(agrees(one, wanted) for one in said) for wanted in expected
        )
    if isinstance(expected, float | int) and not isinstance(expected, bool):
        return said is not None and abs(said - expected) <= 1e-6 * max(1, abs(expected))
    return bool(said == expected)
