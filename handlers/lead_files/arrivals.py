"""A row of a list to a lead that arrives: who it is, and what the words about it say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from handlers import hours
from handlers.business import Business
from handlers.channel import clean, clean_name
from handlers.csv_file import BROKEN_LETTER
from handlers.lead_files import cells
from handlers.lead_files.cells import CellError
from handlers.lead_files.columns import Column, Layout
from handlers.prospect.hearing import hear_words, slots
from scoring.lead import Contact, Fact, FactValue, Slot, Stage, as_json, value_from_json

LONGEST_WORDS = 2_000  # characters of one cell that are kept
_REMEMBERED = 10_000  # different words that are kept with what they say
_SLOTS = {
    Column.NEED: Slot.NEED,
    Column.TIMING: Slot.TIMING,
    Column.BUDGET: Slot.BUDGET,
    Column.AUTHORITY: Slot.AUTHORITY,
}


@dataclass(frozen=True, slots=True)
class Arrival:
    """One row that can be taken in. It has a number (E.164) or an address, at least one."""

    line: int
    contact: Contact
    created_at: datetime
    facts: tuple[Fact, ...] = ()  # message_id 0: they were said in no chat
    note: str = ""
    source: str = ""
    rep: str = ""
    stage: Stage = Stage.NEW

    @property
    def addresses(self) -> tuple[str, ...]:
        return (*self.contact.phones, *self.contact.emails)

    def plain(self) -> dict[str, Any]:
        """As JSON can carry it."""
        facts = [
            {
                "slot": one.slot.value,
                "value": as_json(one.value),
                "learned_at": one.learned_at.isoformat(),
            }
            for one in self.facts
        ]
        return {
            "line": self.line,
            "contact": as_json(self.contact),
            "created_at": self.created_at.isoformat(),
            "facts": facts,
            "note": self.note,
            "source": self.source,
            "rep": self.rep,
            "stage": self.stage.value,
        }


def from_plain(plain: Mapping[str, Any]) -> Arrival:
    """Back from `Arrival.plain`. Raises KeyError, TypeError or ValueError for anything else."""
    contact = value_from_json(Slot.CONTACT, plain["contact"])
    if not isinstance(contact, Contact):
        raise TypeError("no contact")
    return Arrival(
        line=int(plain["line"]),
        contact=contact,
        created_at=datetime.fromisoformat(plain["created_at"]),
        facts=tuple(map(_fact, plain["facts"])),
        note=plain["note"],
        source=plain["source"],
        rep=plain["rep"],
        stage=Stage(plain["stage"]),
    )


def _fact(plain: Mapping[str, Any]) -> Fact:
    slot = Slot(plain["slot"])
    learned_at = datetime.fromisoformat(plain["learned_at"])
    return Fact(slot, value_from_json(slot, plain["value"]), 0, learned_at)


class RowReader:
    """Reads the rows of one list. Words that come again and again are understood once."""

    def __init__(self, layout: Layout, business: Business) -> None:
        self._layout = layout
        self._business = business
        self._zone = hours.zone_of(business)
        self._told = lru_cache(maxsize=_REMEMBERED)(self._tell)

    def arrival(self, line: int, row: Sequence[str], now: datetime) -> Arrival:
        """A row that can be taken in. One cell that cannot be read refuses it: CellError."""
        broken = next((cell for cell in row if BROKEN_LETTER in cell), None)
        if broken is not None:
            raise CellError("letters", broken)
        created = self._layout.cell(Column.CREATED, row)
        created_at = min(cells.moment(created, self._zone), now) if created else now
        stage = self._layout.cell(Column.STAGE, row)
        note = self._words(Column.NOTE, row)
        return Arrival(
            line=line,
            contact=self._contact(row),
            created_at=created_at,
            facts=self._facts(row, note, created_at),
            note=note,
            source=self._name(Column.SOURCE, row),
            rep=self._name(Column.REP, row),
            stage=cells.stage(stage) if stage else Stage.NEW,
        )

    def _contact(self, row: Sequence[str]) -> Contact:
        numbers = [
            one for cell in self._layout.cells(Column.PHONE, row) for one in cells.phones(cell)
        ]
        addresses = [
            one for cell in self._layout.cells(Column.EMAIL, row) for one in cells.emails(cell)
        ]
        if not numbers and not addresses:
            raise CellError("no_address", "")
        return Contact(
            confidence=1.0,
            phones=tuple(dict.fromkeys(numbers)),
            emails=tuple(dict.fromkeys(addresses)),
            name=self._name(Column.NAME, row) or None,
            company=self._name(Column.COMPANY, row) or None,
        )

    def _facts(self, row: Sequence[str], note: str, created_at: datetime) -> tuple[Fact, ...]:
        """Each column is read as the answer to its question; the note fills what is left."""
        said_on = self._layout.cell(Column.TIMING_ON, row)
        known: dict[Slot, Fact] = {}
        for column, slot in _SLOTS.items():
            words = self._words(column, row)
            dated = column is Column.TIMING and said_on
            at = cells.moment(said_on, self._zone) if words and dated else created_at
            value = self._hear(words, slot, at).get(slot)
            if value is not None:
                known[slot] = Fact(slot, value, 0, at)
        for slot, value in self._hear(note, None, created_at).items():
            if slot is not Slot.CONTACT:
                known.setdefault(slot, Fact(slot, value, 0, created_at))
        return tuple(known.values())

    def _hear(self, words: str, asked: Slot | None, at: datetime) -> Mapping[Slot, FactValue]:
        return self._told(words, asked, at.astimezone(self._zone).date()) if words else {}

    def _tell(self, words: str, asked: Slot | None, day: date) -> Mapping[Slot, FactValue]:
        """What the words say depends on the day they were said, not on the hour."""
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=self._zone)
        return slots(hear_words(words, asked.value if asked else None, self._business, noon))

    def _words(self, column: Column, row: Sequence[str]) -> str:
        return clean(cells.plain(self._layout.cell(column, row)))[:LONGEST_WORDS]

    def _name(self, column: Column, row: Sequence[str]) -> str:
        return clean_name(cells.plain(self._layout.cell(column, row)))
