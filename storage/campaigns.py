"""Campaigns: who was chosen, who held back and why, and what came of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, case, distinct, func, or_, select, update

from storage import follow_ups as steps
from storage import outbox as outgoing
from storage.database import insert_once
from storage.tables import (
    campaign,
    campaign_member,
    contact,
    enrolment,
    event,
    follow_up,
    in_state,
    lead,
    link,
    outbox,
)

RUNNING, STOPPED, CHOSEN, DONE = "running", "stopped", "chosen", "done"


@dataclass(frozen=True, slots=True)
class Run:
    """A campaign that was started. `definition` is the file's, as it stood then, as JSON."""

    id: int
    name: str
    definition: str
    state: str
    reason: str
    cursor: int  # leads up to this number were looked at
    started_at: datetime


@dataclass(frozen=True, slots=True)
class WordingResult:
    """How one wording did; counts of leads."""

    chosen: int = 0
    waiting: int = 0
    sent: int = 0
    telling: int = 0  # of the sent, by channels that tell what was read
    seen: int = 0
    failed: int = 0
    doubtful: int = 0
    not_sent: int = 0
    clicked: int = 0
    replied: int = 0
    opted_out: int = 0
    hot: int = 0
    won: int = 0
    won_first: int = 0  # of these, who first came by this campaign's code
    won_last: int = 0  # of these, whose last link before the purchase was this campaign's


@dataclass(frozen=True, slots=True)
class Wanted:
    """The part of a segment that the database answers."""

    stages: tuple[str, ...] = ()
    temperatures: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    score_from: float = 0
    score_to: float = 100
    heard_after: datetime | None = None
    heard_before: datetime | None = None


class Campaigns:
    def __init__(self, connection: Connection, due_at: list[datetime]) -> None:
        self._connection = connection
        self._due_at = due_at

    def start(self, name: str, definition: str, staff_id: int, now: datetime) -> int | None:
        """Begin; None: a campaign of this name was started before."""
        self._due_at.append(now)
        row = {
            "name": name,
            "definition": definition,
            "state": RUNNING,
            "staff_id": staff_id,
            "started_at": now,
        }
        return insert_once(self._connection, campaign, row)

    def named(self, name: str) -> Run | None:
        row = self._connection.execute(select(campaign).where(campaign.c.name == name)).first()
        return None if row is None else _run(row)

    def open(self) -> tuple[Run, ...]:
        """Campaigns that are choosing leads, or watched while their messages go."""
        rows = self._connection.execute(
            select(campaign).where(in_state(campaign, RUNNING, CHOSEN)).order_by(campaign.c.id)
        )
        return tuple(map(_run, rows))

    def lock(self, campaign_id: int) -> Run | None:
        row = self._connection.execute(
            select(campaign).where(campaign.c.id == campaign_id).with_for_update()
        ).first()
        return None if row is None else _run(row)

    def is_over(self, campaign_id: int) -> bool:
        """Whether nothing of it runs or is on its way any more, once its leads are chosen."""
        runs = (
            select(campaign_member.c.enrolment_id)
            .where(campaign_member.c.campaign_id == campaign_id)
            .scalar_subquery()
        )
        running = select(enrolment.c.id).where(
            enrolment.c.id.in_(runs), in_state(enrolment, steps.RUNNING)
        )
        leaving = (
            select(follow_up.c.id)
            .join(outbox, outbox.c.id == follow_up.c.outbox_id)
            .where(follow_up.c.enrolment_id.in_(runs), in_state(outbox, *_ON_THEIR_WAY))
        )
        found = (self._connection.execute(query.limit(1)).first() for query in (running, leaving))
        return not any(found)

    def reached(self, campaign_id: int, cursor: int, *, all_seen: bool) -> None:
        self._connection.execute(
            update(campaign)
            .where(campaign.c.id == campaign_id)
            .values(cursor=cursor, state=CHOSEN if all_seen else RUNNING)
        )

    def add(
        self, campaign_id: int, lead_id: int, variant: str, held: str, enrolment_id: int | None
    ) -> None:
        """A lead of the segment: it got a wording, or was held back for a reason."""
        row = {
            "campaign_id": campaign_id,
            "lead_id": lead_id,
            "variant": variant,
            "held": held,
            "enrolment_id": enrolment_id,
        }
        insert_once(self._connection, campaign_member, row)

    def end(self, campaign_id: int, state: str, reason: str, now: datetime) -> int:
        """No more of it: what waits is dropped with the reason; answers how many steps."""
        self._connection.execute(
            update(campaign)
            .where(campaign.c.id == campaign_id)
            .values(state=state, reason=reason, ended_at=now)
        )
        runs = (
            select(campaign_member.c.enrolment_id)
            .where(campaign_member.c.campaign_id == campaign_id)
            .scalar_subquery()
        )
        self._connection.execute(
            update(enrolment)
            .where(enrolment.c.id.in_(runs), in_state(enrolment, steps.RUNNING))
            .values(state=steps.ENDED, reason=reason, ended_at=now)
        )
        return self._connection.execute(
            update(follow_up)
            .where(follow_up.c.enrolment_id.in_(runs), in_state(follow_up, steps.DUE))
            .values(state=steps.CANCELLED, reason=reason, settled_at=now)
        ).rowcount

    def leads(self, wanted: Wanted, after: int, limit: int) -> tuple[int, ...]:
        """Leads behind a number that may belong to a segment, in order."""
        query = select(lead.c.id).where(
            lead.c.id > after,
            lead.c.sample.is_(False),
            lead.c.score >= wanted.score_from,
            lead.c.score <= wanted.score_to,
        )
        for column, values in (
            (lead.c.stage, wanted.stages),
            (lead.c.temperature, wanted.temperatures),
            (lead.c.source, wanted.sources),
        ):
            if values:
                query = query.where(column.in_(values))
        if wanted.heard_after is not None:
            query = query.where(lead.c.heard_at > wanted.heard_after)
        if wanted.heard_before is not None:
            query = query.where(lead.c.heard_at <= wanted.heard_before)
        rows = self._connection.execute(query.order_by(lead.c.id).limit(limit))
        return tuple(row.id for row in rows)

    # --- what came of it ----------------------------------------------------------------------

    def held(self, campaign_id: int) -> Counter[str]:
        """How many were held back, by reason."""
        rows = self._connection.execute(
            select(campaign_member.c.held, func.count())
            .where(campaign_member.c.campaign_id == campaign_id, campaign_member.c.held != "")
            .group_by(campaign_member.c.held)
        )
        return Counter({row[0]: row[1] for row in rows})

    def outcomes(self, campaign_id: int, telling: tuple[str, ...] = ()) -> dict[str, WordingResult]:
        """By wording: counted from the rows themselves.

        `telling`: the channels that say which messages were read.
        """
        sent = follow_up.c.state == steps.SENT
        left = or_(outbox.c.state.is_(None), outbox.c.state == outgoing.SENT)
        arrived = and_(sent, left)
        after = follow_up.c.settled_at

        def leads_with(*conditions: Any) -> Any:
            return func.count(distinct(case((and_(*conditions), campaign_member.c.lead_id))))

        columns = {
            "chosen": leads_with(campaign_member.c.held == ""),
            "waiting": leads_with(
                or_(follow_up.c.state == steps.DUE, and_(sent, outbox.c.state.in_(_ON_THEIR_WAY)))
            ),
            "sent": leads_with(arrived),
            "telling": leads_with(arrived, outbox.c.channel.in_(telling)),
            "seen": leads_with(arrived, outbox.c.seen_at.is_not(None)),
            "failed": leads_with(sent, outbox.c.state == outgoing.DEAD),
            "doubtful": leads_with(sent, outbox.c.state == outgoing.UNKNOWN),
            "not_sent": leads_with(
                follow_up.c.state.in_((steps.REFUSED, steps.CANCELLED, steps.DEAD))
            ),
            "clicked": leads_with(link.c.clicked_at.is_not(None)),
            "replied": leads_with(arrived, lead.c.heard_at > after),
            "opted_out": leads_with(arrived, contact.c.opted_out_at > after),
            "hot": leads_with(arrived, lead.c.temperature == "hot"),
            "won": leads_with(arrived, event.c.at > after),
            "won_first": leads_with(arrived, event.c.at > after, lead.c.source == campaign.c.name),
        }
        rows = self._connection.execute(
            select(campaign_member.c.variant, *(one.label(key) for key, one in columns.items()))
            .select_from(
                campaign_member.join(campaign, campaign.c.id == campaign_member.c.campaign_id)
                .outerjoin(follow_up, follow_up.c.enrolment_id == campaign_member.c.enrolment_id)
                .outerjoin(outbox, outbox.c.id == follow_up.c.outbox_id)
                .outerjoin(lead, lead.c.id == campaign_member.c.lead_id)
                .outerjoin(contact, contact.c.id == follow_up.c.contact_id)
                .outerjoin(link, link.c.enrolment_id == campaign_member.c.enrolment_id)
                .outerjoin(
                    event,
                    and_(event.c.lead_id == campaign_member.c.lead_id, event.c.kind == "won"),
                )
            )
            .where(campaign_member.c.campaign_id == campaign_id)
            .group_by(campaign_member.c.variant)
        )
        last = self._won_by_last_touch(campaign_id)
        return {
            row.variant: WordingResult(
                **{key: getattr(row, key) for key in columns}, won_last=last[row.variant]
            )
            for row in rows
            if row.variant
        }

    def _won_by_last_touch(self, campaign_id: int) -> Counter[str]:
        """By wording: the leads whose last link before the purchase was this campaign's."""
        won = self._connection.execute(
            select(
                campaign_member.c.variant,
                campaign_member.c.lead_id,
                campaign_member.c.enrolment_id,
                func.max(event.c.at).label("at"),
            )
            .join(event, event.c.lead_id == campaign_member.c.lead_id)
            .where(campaign_member.c.campaign_id == campaign_id, event.c.kind == "won")
            .group_by(
                campaign_member.c.variant,
                campaign_member.c.lead_id,
                campaign_member.c.enrolment_id,
            )
        )
        return Counter(
            row.variant
            for row in won
            if row.enrolment_id is not None
            and self._last_taken(row.lead_id, row.at) == row.enrolment_id
        )

    def _last_taken(self, lead_id: int, until: datetime) -> int | None:
        """Whose link a lead took last until then; one taken again later by its first time."""
        taken_at = case(
            (link.c.last_clicked_at <= until, link.c.last_clicked_at), else_=link.c.clicked_at
        )
        taken: int | None = self._connection.execute(
            select(link.c.enrolment_id)
            .where(link.c.lead_id == lead_id, link.c.clicked_at <= until)
            .order_by(taken_at.desc())
            .limit(1)
        ).scalar()
        return taken

    # --- tracked links --------------------------------------------------------------------------

    def link(
        self, token: str, url: str, lead_id: int, enrolment_id: int | None, now: datetime
    ) -> None:
        insert_once(
            self._connection,
            link,
            {
                "token": token,
                "url": url,
                "lead_id": lead_id,
                "enrolment_id": enrolment_id,
                "created_at": now,
            },
        )

    def clicked(self, token: str, now: datetime) -> tuple[str, int] | None:
        """Where a link leads, and whose it is; the first and the last click are kept."""
        row = self._connection.execute(
            update(link)
            .where(link.c.token == token)
            .values(
                clicks=link.c.clicks + 1,
                clicked_at=func.coalesce(link.c.clicked_at, now),
                last_clicked_at=now,
            )
            .returning(link.c.url, link.c.lead_id)
        ).first()
        return None if row is None else (row.url, row.lead_id)

    def touches(self, lead_id: int) -> tuple[str, str]:
        """Where a lead came from first, and the campaign or sequence whose link it took last."""
        first = self._connection.execute(
            select(lead.c.source).where(lead.c.id == lead_id)
        ).scalar_one()
        last = self._connection.execute(
            select(enrolment.c.sequence)
            .join(link, link.c.enrolment_id == enrolment.c.id)
            .where(link.c.lead_id == lead_id, link.c.last_clicked_at.is_not(None))
            .order_by(link.c.last_clicked_at.desc())
            .limit(1)
        ).scalar()
        return first, last or first


_ON_THEIR_WAY = (outgoing.DUE, outgoing.CLAIMED, outgoing.SENDING)


def _run(row: Any) -> Run:
    return Run(row.id, row.name, row.definition, row.state, row.reason, row.cursor, row.started_at)
