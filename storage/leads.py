"""The leads, what we know of each, and the chats they write from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    bindparam,
    func,
    insert,
    or_,
    select,
    update,
)

from scoring.lead import (
    Contact,
    Fact,
    Lead,
    Profile,
    Stage,
    Temperature,
    as_json,
)
from storage.database import insert_once
from storage.folding import folded
from storage.lead_rows import fact_from, freeze_from, freeze_text, heat_cells, heat_from
from storage.prepared import Prepared
from storage.steps import REACHABLE, STARTED, take
from storage.tables import (
    contact,
    conversation,
    fact,
    in_state,
    lead,
    lead_address,
    score_model,
    setting,
)


@dataclass(frozen=True, slots=True)
class Prospect:
    """A person on one channel, who is a lead of ours."""

    id: int
    lead_id: int
    channel: str
    chat_id: str
    name: str
    language: str
    reachable: bool
    opted_out_at: datetime | None
    own_phone: str = ""  # E.164, proven by the platform


class Leads:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find_or_create(
        self, channel: str, chat_id: str, *, name: str, source: str, now: datetime
    ) -> tuple[Prospect, bool]:
        """The prospect who writes from this chat, and whether we meet for the first time."""
        known = self.prospect_in(channel, chat_id)
        if known is not None:
            return known, False
        lead_id = self.create(name=name, source=source, channel=channel, now=now)
        row = {
            "channel": channel,
            "chat_id": chat_id,
            "lead_id": lead_id,
            "name": name,
            "created_at": now,
        }
        prospect_id: int = _NEW_PROSPECT.scalar(self._connection, **row)
        take(self._connection, lead_id, STARTED)
        return Prospect(prospect_id, lead_id, channel, chat_id, name, "", True, None), True

    def create(
        self, *, name: str, source: str, now: datetime, channel: str = "", sample: bool = False
    ) -> int:
        row = {
            "name": name,
            "folded_name": folded(name),
            "stage": Stage.NEW.value,
            "temperature": Temperature.COLD.value,
            "source": source[:64],
            "channel": channel,
            "sample": sample,
            "created_at": now,
        }
        lead_id: int = _NEW_LEAD.scalar(self._connection, **row)
        return lead_id

    def prospect_in(self, channel: str, chat_id: str) -> Prospect | None:
        row = _PROSPECT_IN.first(self._connection, in_channel=channel, in_chat=chat_id)
        return None if row is None else _prospect(row)

    def prospect(self, prospect_id: int) -> Prospect:
        row = self._connection.execute(select(contact).where(contact.c.id == prospect_id)).one()
        return _prospect(row)

    def prospects_of(self, lead_id: int) -> tuple[Prospect, ...]:
        """All the chats of a lead, the one heard last first."""
        heard = func.coalesce(conversation.c.changed_at, contact.c.created_at)
        rows = self._connection.execute(
            select(contact)
            .outerjoin(conversation, conversation.c.contact_id == contact.c.id)
            .where(contact.c.lead_id == lead_id)
            .order_by(heard.desc(), contact.c.id.desc())
        )
        return tuple(_prospect(row) for row in rows)

    def get(self, lead_id: int) -> Lead | None:
        """The lead with its facts, its row locked until the transaction ends."""
        row = _LEAD.first(self._connection, lead=lead_id)
        if row is None:
            return None
        facts = _FACTS.all(self._connection, lead=lead_id)
        return Lead(
            id=row.id,
            name=row.name,
            facts=tuple(fact_from(one) for one in facts),
            heat=tuple(heat_from(cells) for cells in json.loads(row.heat)),
            profile=Profile(**json.loads(row.profile)),
            stage=Stage(row.stage),
            temperature=Temperature(row.temperature),
            points=row.score,
            completeness=row.completeness,
            hot_until=row.hot_until,
            source=row.source,
            channel=row.channel,
            rep_id=row.rep_id,
            tied_to=row.tied_to,
            rules=row.rules,
            frozen=freeze_from(row.frozen),
            model=row.model or "",
            bands=row.bands or "",
            chance=row.chance,
        )

    def learn(self, lead_id: int, facts: tuple[Fact, ...]) -> None:
        """Add facts; earlier ones of the same kind stay as history."""
        for one in facts:
            _LEARN.change(
                self._connection,
                lead_id=lead_id,
                slot=one.slot.value,
                value=json.dumps(as_json(one.value), ensure_ascii=False),
                message_id=one.message_id,
                learned_at=one.learned_at,
            )
            take(self._connection, lead_id, one.slot.value)
            if isinstance(one.value, Contact):
                self._keep_addresses(lead_id, one.value)

    def _keep_addresses(self, lead_id: int, contact: Contact) -> None:
        for address in (*contact.phones, *map(str.lower, contact.emails)):
            kept = address[:254]
            row = {"lead_id": lead_id, "address": kept, "mirrored": kept[::-1]}
            insert_once(self._connection, lead_address, row)
            take(self._connection, lead_id, REACHABLE)

    def of_address(self, addresses: tuple[str, ...], *, but: int) -> tuple[int, ...]:
        """The other leads that gave one of these numbers or addresses, the oldest first."""
        rows = self._connection.execute(
            select(lead_address.c.lead_id)
            .where(lead_address.c.address.in_(addresses), lead_address.c.lead_id != but)
            .order_by(lead_address.c.lead_id)
            .distinct()
        )
        return tuple(row.lead_id for row in rows)

    def owners(self, addresses: set[str]) -> dict[str, int]:
        """Which lead gave each of these numbers and addresses first; unknown ones are left out."""
        rows = self._connection.execute(
            select(lead_address.c.address, func.min(lead_address.c.lead_id).label("first"))
            .where(lead_address.c.address.in_(sorted(addresses)))
            .group_by(lead_address.c.address)
        )
        return {row.address: row.first for row in rows}

    def prove_phone(self, prospect_id: int, phone: str) -> None:
        """The platform vouches that this number is the prospect's own."""
        self._connection.execute(
            update(contact).where(contact.c.id == prospect_id).values(own_phone=phone)
        )

    def tie(self, lead_id: int, head_id: int | None) -> None:
        """For the team it is one customer with that lead; None: a lead of its own again."""
        self._connection.execute(update(lead).where(lead.c.id == lead_id).values(tied_to=head_id))

    def tied_to(self, head_id: int) -> tuple[int, ...]:
        """The leads that are this same customer in other chats."""
        rows = self._connection.execute(
            select(lead.c.id).where(lead.c.tied_to == head_id).order_by(lead.c.id)
        )
        return tuple(row.id for row in rows)

    def ties_follow(self, head_id: int, rep_id: int | None) -> None:
        """Whoever has a lead has the customer in all his chats."""
        family = or_(lead.c.tied_to == head_id, lead.c.id == head_id)
        self._connection.execute(update(lead).where(family).values(rep_id=rep_id))

    def free_of(self, rep_id: int) -> None:
        """What a rep had and did not end is nobody's."""
        self._connection.execute(
            update(lead)
            .where(
                lead.c.rep_id == rep_id,
                lead.c.stage.not_in((Stage.CUSTOMER, Stage.LOST, Stage.DISQUALIFIED)),
            )
            .values(rep_id=None)
        )

    def save(self, changed: Lead, heard_at: datetime | None = None) -> None:
        """Write back all of a lead but its facts."""
        values: dict[str, Any] = {
            "lead": changed.id,
            "name": changed.name,
            "folded_name": folded(changed.name),
            "stage": changed.stage.value,
            "temperature": changed.temperature.value,
            "score": changed.points,
            "completeness": changed.completeness,
            "heat": json.dumps([heat_cells(one) for one in changed.heat]),
            "profile": json.dumps(changed.profile.known()),
            "hot_until": changed.hot_until,
            "source": changed.source[:64],
            "rep_id": changed.rep_id,
            "rules": changed.rules,
            "frozen": freeze_text(changed.frozen),
            "chance": changed.chance,
        }
        if heard_at is None:
            _SAVE.change(self._connection, **values)
        else:
            _SAVE_HEARD.change(self._connection, **values, heard_at=heard_at)

    def speak(self, prospect_id: int, language: str) -> None:
        _SPEAK.change(self._connection, prospect=prospect_id, spoken=language)

    def reachable(self, channel: str, chat_id: str, reachable: bool) -> None:
        self._connection.execute(
            update(contact)
            .where(contact.c.channel == channel, contact.c.chat_id == chat_id)
            .values(reachable=reachable)
        )

    def opt_out(self, prospect_id: int, at: datetime | None) -> None:
        """Silence for good, or (None) the prospect wants to hear from us again."""
        self._connection.execute(
            update(contact).where(contact.c.id == prospect_id).values(opted_out_at=at)
        )

    def fading(self, *, after: int, limit: int, warm_only: bool) -> tuple[int, ...]:
        """Ids of open leads whose score time can change, in order, those behind `after`."""
        is_open = lead.c.stage.not_in((Stage.CUSTOMER, Stage.LOST, Stage.DISQUALIFIED))
        query = select(lead.c.id).where(lead.c.id > after, is_open)
        if warm_only:
            query = query.where(lead.c.temperature != Temperature.COLD)
        rows = self._connection.execute(query.order_by(lead.c.id).limit(limit))
        return tuple(row.id for row in rows)


def _prospect(row: Any) -> Prospect:
    return Prospect(
        row.id,
        row.lead_id,
        row.channel,
        row.chat_id,
        row.name,
        row.language,
        row.reachable,
        row.opted_out_at,
        row.own_phone,
    )


_NEW_LEAD = Prepared(insert(lead).returning(lead.c.id))
_NEW_PROSPECT = Prepared(insert(contact).returning(contact.c.id))
_LEARN = Prepared(insert(fact))
_SPEAK = Prepared(
    update(contact)
    .where(contact.c.id == bindparam("prospect"))
    .values(language=bindparam("spoken"))
)
_PROSPECT_IN = Prepared(
    select(contact).where(
        contact.c.channel == bindparam("in_channel"), contact.c.chat_id == bindparam("in_chat")
    )
)
# The model in force and the owner's thresholds come along with the lead: no message pays for
# a look of its own.
_MODEL = select(func.max(score_model.c.hash)).where(in_state(score_model, "active"))
_LEAD = Prepared(
    select(
        lead,
        _MODEL.scalar_subquery().label("model"),
        select(setting.c.value).where(setting.c.name == "bands").scalar_subquery().label("bands"),
    )
    .where(lead.c.id == bindparam("lead"))
    .with_for_update(of=lead)
)
_FACTS = Prepared(select(fact).where(fact.c.lead_id == bindparam("lead")).order_by(fact.c.id))
_SAVED: dict[str, Any] = {
    name: bindparam(name)
    for name in (
        "name",
        "folded_name",
        "stage",
        "temperature",
        "score",
        "completeness",
        "heat",
        "profile",
        "hot_until",
        "source",
        "rep_id",
        "rules",
        "frozen",
        "chance",
    )
}
_UPDATE = update(lead).where(lead.c.id == bindparam("lead")).values(**_SAVED)
_SAVE = Prepared(_UPDATE)
_SAVE_HEARD = Prepared(_UPDATE.values(heard_at=bindparam("heard_at")))
