"""What `understand` answers: everything one message says, each part with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scoring.lead import Authority, Budget, Contact, Need, Span, Timing, as_json

VERSION = 1


@dataclass(frozen=True, slots=True)
class Intent:
    name: str
    confidence: float
    span: Span


@dataclass(frozen=True, slots=True)
class OtherNumber:
    """A number that fills no slot, and what it is instead."""

    # quantity, percent, date, address, id, year, size, price_quote or other
    kind: str
    value: float
    unit: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Heard:
    """One message understood. A slot the message says nothing about is None."""

    text: str
    lang: str  # vi, en, mixed, other
    intents: tuple[Intent, ...] = ()
    budget: Budget | None = None
    timing: Timing | None = None
    authority: Authority | None = None
    need: Need | None = None
    contact: Contact | None = None
    other_numbers: tuple[OtherNumber, ...] = ()
    version: int = VERSION

    def has(self, intent: str) -> bool:
        return any(one.name == intent for one in self.intents)

    def as_json(self) -> dict[str, Any]:
        """As JSON takes it: plain dicts, lists, strings, numbers."""
        plain: dict[str, Any] = as_json(self)
        if self.contact is not None:
            # What there is one of has one span; what there may be many of has a list.
            spans = plain["contact"]["spans"]
            plain["contact"]["spans"] = {
                name: found if name in ("phones", "emails", "handles") else found[0]
                for name, found in spans.items()
            }
        return {"version": plain.pop("version"), **plain}
