"""A house without a network on one connection: people act, time jumps, and every message that
goes out unasked is held against the rules, told a second time here."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from holidays import country_holidays
from sqlalchemy import Connection, select

from handlers.business import Business
from handlers.channel import Abilities, IncomingMessage, Kind
from handlers.follow_up import enrolling, sequences
from handlers.follow_up.follow_ups import DueSteps
from handlers.front_desk import FrontDesk, set_reachable
from handlers.score.stages import move
from scoring.lead import Stage, Temperature
from scoring.lifecycle import may_move
from storage.outbox import Urgency
from storage.store import Work
from storage.tables import alert, consent, contact, enrolment, follow_up, lead, outbox
from storage.team import Role
from tests.fakes import RICH

NAME = "fake"
_LEASE = timedelta(minutes=1)
# The first day of the lunar year, as the state's calendar prints it.
TET = {
    2026: date(2026, 2, 17),
    2027: date(2027, 2, 6),
    2028: date(2028, 1, 26),
    2029: date(2029, 2, 13),
    2030: date(2030, 2, 2),
    2031: date(2031, 1, 23),
}
_FROM, _TO = time(8), time(20, 30)
_VIETNAM = country_holidays("VN", years=range(2026, 2032))


_IN_TALK = ("nudge", "appointment")  # part of the running conversation
_NO_BUYER = ("spam", "abuse", "fake_number", "job_seeker", "supplier")
_BEGUN_BY = {
    "won": (Stage.CUSTOMER,),
    "birthday": tuple(one for one in Stage if one not in (Stage.LOST, Stage.DISQUALIFIED)),
}
_NOT_OVER = tuple(
    one for one in Stage if one not in (Stage.CUSTOMER, Stage.LOST, Stage.DISQUALIFIED)
)
_BOOKED = ("consult_booked", "checkout_started", "call_me")


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that left unasked."""

    lead_id: int
    sequence: str
    at: datetime
    content: str = ""
    purpose: str = ""  # of the consent it stood on


@dataclass
class CalmWorld:
    """`now` only goes forward; what fell due on the way has happened."""

    connection: Connection
    business: Business
    now: datetime
    sent: list[Sent] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)  # of what was not sent, at the end
    keys: Any = field(default_factory=lambda: itertools.count(1))
    abilities: Abilities = RICH
    blocked: bool = False  # the pipe to the platform: what is written waits in the outbox
    unread: list[tuple[int, IncomingMessage]] = field(default_factory=list)
    _felt: dict[int, str] = field(default_factory=dict)  # by step, as it was judged

    def __post_init__(self) -> None:
        self.work = Work(self.connection)
        self.rep = self.work.team.add("Minh", Role.REP, self.now)
        self.restart()

    def restart(self) -> None:
        """A new process over the same tables."""
        self.desk = FrontDesk(self.business, {NAME: self.abilities})
        self.follow_ups = DueSteps(self.business, {NAME: self.abilities})

    # --- what people do -------------------------------------------------------------------

    def hears(self, chat_id: str, kind: Kind = Kind.TEXT, **fields: Any) -> None:
        self.receives(chat_id, kind, **fields)
        self.reads()

    def receives(self, chat_id: str, kind: Kind = Kind.TEXT, **fields: Any) -> None:
        """A message is stored, and not looked at yet."""
        key = f"m:{next(self.keys)}"
        row = self.work.inbox.admit(NAME, chat_id, key, "{}", self.now)
        message = IncomingMessage(NAME, chat_id, key, kind, self.now, sender_id=chat_id, **fields)
        self.unread.append((row or 0, message))

    def reads(self) -> None:
        """Whatever lies unread is handled."""
        while self.unread:
            row, message = self.unread.pop(0)
            self.desk.on_turn(self.work, ((row, message),), self.now)
            self.work.inbox.done((row,))
        self.deliver()

    def blocks(self, chat_id: str, *, back: bool = False) -> None:
        set_reachable(self.work, NAME, chat_id, back, self.now)

    def takes_over(self, lead_id: int) -> None:
        """A rep claims the lead, alert or no alert."""
        standing = self.work.alerts.open_of(lead_id)
        number = (
            standing.id if standing else self.work.alerts.open(lead_id, "hot", self.now, self.now)
        )
        self.work.alerts.claim(number, self.rep, self.now)

    def speaks(self, lead_id: int) -> None:
        """A human writes in the chat himself."""
        until = self.now + timedelta(minutes=30)
        self.work.takeovers.speak(lead_id, self.rep, until, self.now)

    def feels(self, lead_id: int, temperature: Temperature) -> None:
        """A lead warms or cools between two messages, as a rep's word or an hour's decay does."""
        found = self.work.leads.get(lead_id)
        if found is not None:
            self.work.leads.save(replace(found, temperature=temperature))

    def hands_back(self, lead_id: int) -> None:
        standing = self.work.alerts.open_of(lead_id)
        if standing is not None:
            self.work.alerts.close(standing.id, self.now)

    def ends(self, lead_id: int, stage: Stage) -> None:
        found = self.work.leads.get(lead_id)
        if found is not None and may_move(found.stage, Stage.OPPORTUNITY):
            found = move(
                self.work, found, Stage.OPPORTUNITY, who="staff:1", why="accepted", now=self.now
            )
        if found is None or not may_move(found.stage, stage):
            return
        event = "won" if stage is Stage.CUSTOMER else "lost"
        self.work.events.record(lead_id, event, self.now, staff_id=self.rep)
        found = move(self.work, found, stage, who="staff:1", why="end", now=self.now)
        self.hands_back(lead_id)
        enrolling.happened(self.work, self.business, found, event, str(self.now), self.now)

    def ties(self, lead_id: int, elder_id: int, *, parts: bool = False) -> None:
        """The team learns that two leads are one customer, or that they are not."""
        self.work.leads.tie(lead_id, None if parts else elder_id)

    def books(self, lead_id: int) -> None:
        """A consultation is asked for, on the website say: no reply, and a goal reached."""
        self.work.events.record(lead_id, "consult_booked", self.now)

    def happens(self, lead_id: int, event: str) -> None:
        found = self.work.leads.get(lead_id)
        if found is not None:
            enrolling.happened(self.work, self.business, found, event, str(self.now), self.now)

    # --- time -------------------------------------------------------------------------------

    def passes(self, span: timedelta, *, asleep: bool = False) -> None:
        """Time goes by; asleep nobody looks, and what fell due is late."""
        until = self.now + span
        while not asleep:
            due_at = self.work.follow_ups.next_due()
            if due_at is None or due_at > until:
                break
            self.now = max(self.now, due_at)
            self._look()
        self.now = until
        self._look()

    def _look(self) -> None:
        for step_id in self.work.follow_ups.take_due(self.now):
            self._felt[step_id] = self._temperature(step_id)
            self.follow_ups.on_due(self.work, step_id, self.now)
            self._check_written(step_id)
        self.deliver()

    def _temperature(self, step_id: int) -> str:
        """As the step is judged: sending it counts a silence, which may cool the lead."""
        of_step = select(lead.c.temperature).join(follow_up, follow_up.c.lead_id == lead.c.id)
        found: str = self.connection.execute(of_step.where(follow_up.c.id == step_id)).scalar_one()
        return found

    def deliver(self) -> None:
        if self.blocked:
            return
        rows = self.work.outbox.take_due(NAME, self.now, busy=set(), limit=1000, lease=_LEASE)
        while rows:
            for row in rows:
                self._leave(row.id, row.key, row.urgency)
            rows = self.work.outbox.take_due(NAME, self.now, busy=set(), limit=1000, lease=_LEASE)

    def _leave(self, row_id: int, key: str, urgency: Urgency) -> None:
        if urgency is Urgency.FOLLOW_UP:
            if not self.follow_ups.may_leave(self.work, key, self.now):
                self.work.outbox.recall(row_id)
                return
            self._check(int(key.removeprefix("f:")))
        if self.work.outbox.start(row_id, self.now, _LEASE):
            self.work.outbox.sent(row_id, str(row_id), self.now)

    # --- the rules, told again ---------------------------------------------------------------

    def _check(self, step_id: int) -> None:
        step = self.connection.execute(select(follow_up).where(follow_up.c.id == step_id)).one()
        given = self._rows(consent, consent.c.id == step.consent_id)
        purpose = given[0].purpose if given else ""
        one = Sent(step.lead_id, step.sequence, self.now, step.content, purpose)
        for fault in self._faults(step, one):
            self.broken.append(f"{fault}: step {step_id} ({one.sequence}) at {one.at}")
        self.sent.append(one)

    def _check_written(self, step_id: int) -> None:
        """However long it waits behind a limit then: it is the only one of its day."""
        (step,) = self._rows(follow_up, follow_up.c.id == step_id)
        counts = (follow_up.c.state == "sent") & follow_up.c.sequence.not_in(_IN_TALK)
        of_the_day = follow_up.c.settled_at > self.now - timedelta(hours=24)
        others = self.connection.execute(
            select(follow_up.c.id)
            .join(outbox, outbox.c.id == follow_up.c.outbox_id)
            .where(
                follow_up.c.lead_id == step.lead_id,
                follow_up.c.staff_id.is_(None),
                follow_up.c.id != step_id,
                counts,
                of_the_day,
                outbox.c.state.not_in(("cancelled", "dead")),
            )
        ).all()
        if step.state == "sent" and step.sequence not in _IN_TALK and others:
            self.broken.append(f"written twice in 24 hours: step {step_id} at {self.now}")

    def _faults(self, step: Any, one: Sent) -> list[str]:
        found = [*self._to_nobody(step, one), *self._too_late(step, one)]
        local = one.at.astimezone(ZoneInfo(self.business.company.timezone))
        if not _FROM <= local.time() < _TO:
            found.append("in quiet hours")
        if one.sequence in _IN_TALK:
            return found
        if local.weekday() == 6:
            found.append("on a Sunday")
        if local.date() in _VIETNAM:
            found.append("on a holiday")
        if any(-3 <= (local.date() - first).days <= 6 for first in TET.values()):
            found.append("around Tết")
        if self._over_quota(local):
            found.append("over the platform's quota")
        if self._sent(one, since=one.at - timedelta(hours=24)):
            found.append("twice in 24 hours")
        if one.purpose == "marketing":
            promised = self._sent(one, since=one.at - timedelta(days=30), purpose="marketing")
            if len(promised) >= 2:
                found.append("more offers than were promised")
        if one.content and any(
            other.content == one.content
            for other in self._sent(one, since=one.at - timedelta(days=180))
        ):
            found.append("the same words twice")
        if not self._agreed(step, one):
            found.append("without consent")
        if self._elder_is_open(one):
            found.append("beside an elder chat of the same customer")
        return found + self._out_of_place(step, one, local)

    def _sent(self, one: Sent, *, since: datetime, purpose: str = "") -> list[Sent]:
        """What went to the same lead before and counts."""
        return [
            other
            for other in self.sent
            if other.lead_id == one.lead_id
            and other.sequence not in _IN_TALK
            and other.at > since
            and purpose in ("", other.purpose)
        ]

    def _to_nobody(self, step: Any, one: Sent) -> list[str]:
        """Whoever is there, wants to hear nothing, or talks already."""
        found = []
        chats = self._rows(contact, contact.c.lead_id == one.lead_id)
        if any(chat.opted_out_at is not None for chat in self._chats_of_customer(one.lead_id)):
            found.append("after an opt-out")
        if not all(chat.reachable for chat in chats if chat.id == step.contact_id):
            found.append("to a closed chat")
        if self.work.events.happened(one.lead_id, _NO_BUYER):
            found.append("to somebody who is no buyer")
        if self.work.takeovers.active(one.lead_id, one.at) is not None:
            found.append("between two people who talk")
        (chat,) = [chat for chat in chats if chat.id == step.contact_id]
        if any(message.chat_id == chat.chat_id for _, message in self.unread):
            found.append("while an answer lies unread")
        heard_at = self.work.inbox.last_heard(NAME, chat.chat_id)
        if one.sequence in ("nudge", "next_day") and heard_at and heard_at > step.created_at:
            found.append("after a reply")
        window = self.abilities.window
        if window is not None and (heard_at is None or one.at - heard_at >= window):
            found.append("after the platform's window")
        return found

    def _chats_of_customer(self, lead_id: int) -> list[Any]:
        """In this lead and in those that are tied to it."""
        heads = {row.id: row.tied_to or row.id for row in self._rows(lead, lead.c.id > 0)}
        family = [one for one, head in heads.items() if head == heads[lead_id]]
        return self._rows(contact, contact.c.lead_id.in_(family))

    def _elder_is_open(self, one: Sent) -> bool:
        """The customer has an elder chat in which the same could be said."""
        (own,) = self._rows(lead, lead.c.id == one.lead_id)
        elders = self._rows(contact, contact.c.lead_id == own.tied_to) if own.tied_to else []
        return any(
            chat.reachable and self._has_agreed(chat.id, one.purpose)
            for chat in elders
            if chat.opted_out_at is None
        )

    def _over_quota(self, local: datetime) -> bool:
        """A fifth of what a platform allows in a month is kept for answers."""
        begins = local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        sent = self.work.outbox.count_sent(NAME, begins)
        return bool(self.abilities.per_month) and sent >= self.abilities.per_month * 0.8

    def _too_late(self, step: Any, one: Sent) -> list[str]:
        nudge_until = step.created_at + self.business.followups.nudge + timedelta(hours=1)
        if one.sequence == "nudge" and one.at >= nudge_until:
            return ["a nudge, too late for one"]
        if one.sequence == "birthday" and one.at >= step.created_at + timedelta(hours=12):
            return ["a birthday, too late for one"]
        return []

    def _has_answered(self, step: Any) -> bool:
        return self.work.conversations.has_answered(step.contact_id, "marketing")

    def _agreed(self, step: Any, one: Sent) -> bool:
        """The consent it stands on was given, and not taken back since."""
        return self._has_agreed(step.contact_id, one.purpose)

    def _has_agreed(self, contact_id: int, purpose: str) -> bool:
        same = (consent.c.contact_id == contact_id) & (consent.c.purpose == purpose)
        answers = sorted(self._rows(consent, same), key=lambda row: int(row.id))
        return bool(answers) and bool(answers[-1].given)

    def _out_of_place(self, step: Any, one: Sent, local: datetime) -> list[str]:
        (found_lead,) = self._rows(lead, lead.c.id == one.lead_id)
        run = self.work.enrolments.get(step.enrolment_id or 0)
        found = []
        over = found_lead.stage not in _NOT_OVER
        if run is None:
            if over:
                found.append("to a lead that is over")
            if self._is_claimed(one):
                found.append("while a rep has the lead")
            return found
        sequence = sequences.definition(run)
        window = sequence.steps[step.step - 1].window
        if window and not window[0] <= local.time() < window[1]:
            found.append("outside the window of its step")
        if found_lead.stage not in _BEGUN_BY.get(sequence.enrol.event, _NOT_OVER):
            found.append("to a lead in another stage")
        if "rep" in sequence.exit and self._is_claimed(one):
            found.append("while a rep has the lead")
        wanted = sequence.enrol.temperature
        felt = self._felt.get(step.id)
        if felt and wanted and "temperature" in sequence.exit and felt not in wanted:
            found.append("at another temperature")
        if sequence.steps[step.step - 1].asks and self._has_answered(step):
            found.append("a question that was answered")
        if sequence.goal == "booked" and self.work.events.happened_since(
            one.lead_id, _BOOKED, run.enrolled_at
        ):
            found.append("after its goal was reached")
        replied = found_lead.heard_at and found_lead.heard_at > run.enrolled_at
        if "reply" in sequence.exit and replied:
            found.append("after a reply")
        streak = [
            other
            for other in self._sent(one, since=found_lead.heard_at or run.enrolled_at)
            if other.sequence == one.sequence
        ]
        if len(streak) >= 5:
            found.append("after five unanswered")
        return found

    def _is_claimed(self, one: Sent) -> bool:
        return bool(
            self._rows(alert, (alert.c.lead_id == one.lead_id) & (alert.c.state == "claimed"))
        )

    def _rows(self, table: Any, where: Any) -> list[Any]:
        return list(self.connection.execute(select(table).where(where)))

    # --- every silence has its reason ---------------------------------------------------------

    def unexplained(self) -> list[str]:
        """What did not go out and does not say why; what waits longer than it should."""
        found = [
            f"step {step.id} ({step.sequence}) is {step.state} for no reason"
            for step in self._rows(follow_up, follow_up.c.state != "sent")
            if step.state != "due" and not step.reason
        ]
        found += [
            f"step {step.id} is late since {step.due_at}"
            for step in self._rows(follow_up, follow_up.c.state == "due")
            if step.due_at < self.now
        ]
        found += [
            f"enrolment {run.id} ended for no reason"
            for run in self._rows(enrolment, enrolment.c.state == "ended")
            if not run.reason
        ]
        waiting = {step.enrolment_id for step in self._rows(follow_up, follow_up.c.state == "due")}
        found += [
            f"enrolment {run.id} runs and nothing waits"
            for run in self._rows(enrolment, enrolment.c.state == "running")
            if run.id not in waiting
        ]
        found += [
            f"message {row.id} of a step was called back, and the step says it was sent"
            for row in self.connection.execute(
                select(outbox.c.id)
                .join(follow_up, follow_up.c.outbox_id == outbox.c.id)
                .where(outbox.c.state == "cancelled", outbox.c.key.is_(None))
            )
        ]
        return found
