"""Lists of leads: of a rep, found by name or number, page by page for a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from scoring.lead import Fact, Lead, Slot, Stage, Temperature
from storage.folding import folded
from storage.lead_rows import fact_from
from storage.tables import fact, lead, lead_address, untied

# Fewer digits than these are the number of a lead, or a part of a name.
_LEAST_DIGITS = 3
# No name has more; SQLite takes no condition of a thousand parts.
_MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which leads of all; None is any. Those are left out that came before `since`, or not
    before `until`.
    """

    temperature: Temperature | None = None
    stage: Stage | None = None
    rep_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None

    def narrows(self, query: Select[Any]) -> Select[Any]:
        """The query over the leads, with no others in it."""
        if self.temperature is not None:
            # Of a period SQLite is to look by the time, in the index that has the rest, too.
            is_of_a_time = self.since is not None or self.until is not None
            warmth = func.coalesce(lead.c.temperature, "") if is_of_a_time else lead.c.temperature
            query = query.where(warmth == self.temperature.value)
        if self.stage is not None:
            query = query.where(lead.c.stage == self.stage.value)
        if self.rep_id is not None:
            query = query.where(lead.c.rep_id == self.rep_id)
        if self.since is not None:
            query = query.where(lead.c.created_at >= self.since)
        if self.until is not None:
            query = query.where(lead.c.created_at < self.until)
        return query


_ALL = Chosen()


@dataclass(frozen=True, slots=True)
class Listed:
    """A lead with the latest of each fact, and when it came and was last heard."""

    lead: Lead
    created_at: datetime
    heard_at: datetime | None


class LeadLists:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def listed(
        self,
        *,
        temperature: Temperature | None = None,
        rep_id: int | None = None,
        limit: int = 8,
        offset: int = 0,
    ) -> tuple[Lead, ...]:
        """Leads for a list, the warmest first; without their facts.

        Of all temperatures the hot stand first, whatever their points: who asks to be called is
        hot with a few.
        """
        if temperature is not None:
            return self._of(lead.c.temperature == temperature.value, rep_id, limit, offset)
        is_hot = lead.c.temperature == Temperature.HOT.value
        hot = self._of(is_hot, rep_id, limit, offset)
        if len(hot) == limit:
            return hot
        passed = 0 if hot or not offset else max(0, offset - self._count(is_hot, rep_id))
        return hot + self._of(~is_hot, rep_id, limit - len(hot), passed)

    def _of(
        self, those: ColumnElement[bool], rep_id: int | None, limit: int, offset: int
    ) -> tuple[Lead, ...]:
        query = select(lead).where(untied(), those)
        query = query.order_by(lead.c.score.desc(), lead.c.id.desc())
        return self._listed(query, rep_id, limit, offset)

    def _count(self, those: ColumnElement[bool], rep_id: int | None) -> int:
        query = select(func.count()).select_from(lead).where(untied(), those)
        if rep_id is not None:
            query = query.where(func.coalesce(lead.c.rep_id, rep_id) == rep_id)
        return self._connection.execute(query).scalar_one()

    def _listed(
        self, query: Select[Any], rep_id: int | None, limit: int, offset: int
    ) -> tuple[Lead, ...]:
        if rep_id is not None:
            # His own and nobody's. As an OR it would send SQLite to an index of reps, to fetch
            # all of these leads and sort them; so it walks from the warmest down and stops.
            query = query.where(func.coalesce(lead.c.rep_id, rep_id) == rep_id)
        rows = self._connection.execute(query.limit(limit).offset(offset))
        return tuple(
            Lead(
                id=row.id,
                name=row.name,
                stage=Stage(row.stage),
                temperature=Temperature(row.temperature),
                points=row.score,
                completeness=row.completeness,
                source=row.source,
                rep_id=row.rep_id,
            )
            for row in rows
        )

    def find(self, words: str, *, rep_id: int | None = None, limit: int = 9) -> tuple[Lead, ...]:
        """By parts of the name, without marks, or by the last digits of a number.

        `rep_id` narrows it to his own and the pool.
        """
        digits = "".join(one for one in words if one.isdigit())
        if len(digits) >= _LEAST_DIGITS and len(digits) >= len(words.replace(" ", "")) - 1:
            mirrored = digits.removeprefix("0")[::-1]
            # Digits come before letters in every collation, so this is "begins with".
            begins = lead_address.c.mirrored.between(mirrored, f"{mirrored}a")
            found = select(lead_address.c.lead_id).where(begins)
            query = select(lead).where(lead.c.id.in_(found))
        else:
            # In any order: in Telegram the family name comes last, on paper first.
            typed = folded(words).replace("%", "").replace("_", "").split()
            parts = tuple(dict.fromkeys(typed))[:_MOST_PARTS] or ("",)
            query = select(lead).where(*(lead.c.folded_name.like(f"%{one}%") for one in parts))
        return self._listed(query.order_by(lead.c.score.desc(), lead.c.id.desc()), rep_id, limit, 0)

    def these(self, ids: tuple[int, ...], limit: int, offset: int) -> tuple[Lead, ...]:
        """The leads of these numbers, for a list, the warmest first."""
        query = select(lead).where(lead.c.id.in_(ids))
        return self._listed(
            query.order_by(lead.c.score.desc(), lead.c.id.desc()), None, limit, offset
        )

    def page(
        self,
        *,
        after: int,
        limit: int,
        chosen: Chosen = _ALL,
    ) -> tuple[Listed, ...]:
        """Leads in the order of their numbers, behind `after`, with the latest of each fact."""
        query = chosen.narrows(select(lead).where(lead.c.id > after))
        query = query.order_by(lead.c.id).limit(limit)
        rows = self._connection.execute(query).all()
        facts: dict[int, dict[Slot, Fact]] = {row.id: {} for row in rows}
        found = select(fact).where(fact.c.lead_id.in_(facts)).order_by(fact.c.id)
        for row in self._connection.execute(found):
            one = fact_from(row)
            facts[row.lead_id][one.slot] = one
        return tuple(
            Listed(
                Lead(
                    id=row.id,
                    name=row.name,
                    facts=tuple(facts[row.id].values()),
                    stage=Stage(row.stage),
                    temperature=Temperature(row.temperature),
                    points=row.score,
                    completeness=row.completeness,
                    source=row.source,
                    rep_id=row.rep_id,
                    tied_to=row.tied_to,
                    chance=row.chance,
                ),
                row.created_at,
                row.heard_at,
            )
            for row in rows
        )

    def count(self, chosen: Chosen = _ALL) -> int:
        query = chosen.narrows(select(func.count()).select_from(lead))
        found: int = self._connection.execute(query).scalar_one()
        return found
