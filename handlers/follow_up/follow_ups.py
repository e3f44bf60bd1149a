"""A follow-up is due: judged by the gate, then sent, moved, replaced or dropped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from handlers.business import Business
from handlers.channel import Abilities
from handlers.follow_up import (
    appointments,
    enrolling,
    fallback,
    promises,
    reminders,
    sequences,
    telling,
)
from handlers.follow_up.case import Proposal, Verdict
from handlers.follow_up.gate import judge
from handlers.follow_up.promises import PROMISE
from handlers.posting import Draft, post
from handlers.prospect import open_question
from handlers.prospect.dialogue import Dialogue, dialogue_from
from handlers.prospect.open_question import NEXT_DAY
from handlers.score.weighing import Happening, weigh
from scoring.lead import Lead
from storage.follow_ups import APPOINTMENT, NUDGE, REFUSED, SENT, FollowUp
from storage.leads import Prospect
from storage.outbox import Urgency
from storage.store import Work

_OPEN_QUESTION = (NUDGE, NEXT_DAY)
NOTHING_OPEN = "nothing_open"
_KEY = "f:"  # head of the key of the message that a step became; its number follows


class DueSteps:
    """Rings the steps whose time has come."""

    def __init__(self, business: Business, abilities: Mapping[str, Abilities]) -> None:
        self._business = business
        self._abilities = abilities

    def on_due(self, work: Work, follow_up_id: int, now: datetime) -> None:
        """One step, in one transaction: claimed, judged, and written to the outbox or not."""
        step = work.follow_ups.claim(follow_up_id, now)
        if step is None:
            return
        if step.prospect_id is None:
            reminders.ring(work, self._abilities, self._business, step, now)
            return
        prospect = work.leads.prospect(step.prospect_id)
        proposal = self._proposal(work, step, prospect)
        if proposal is None:
            self._refuse(work, step, prospect, Verdict(NOTHING_OPEN, ends=True), now)
            return
        verdict = judge(work, self._business, self._abilities, proposal, now)
        if verdict.goes:
            self._send(work, step, prospect, proposal, now)
        elif verdict.move_to is not None:
            self._move(work, step, verdict.reason, verdict.move_to, now)
        else:
            self._refuse(work, step, prospect, verdict, now)

    def may_leave(self, work: Work, key: str, now: datetime) -> bool:
        """The message of a step is about to be written to the platform: judged once more.

        It may have waited behind a limit into the night, or a human may have come meanwhile.
        """
        if not key.startswith(_KEY):
            return True  # no step of ours: it was judged by whoever wrote it
        number = key.removeprefix(_KEY)
        step = work.follow_ups.get(int(number)) if number.isdigit() else None
        if step is None or step.state != SENT or step.prospect_id is None:
            return False
        prospect = work.leads.prospect(step.prospect_id)
        proposal = self._proposal(work, step, prospect)
        if proposal is None:
            self._refuse(work, step, prospect, Verdict(NOTHING_OPEN, ends=True), now)
            return False
        verdict = judge(work, self._business, self._abilities, proposal, now, leaves=True)
        if verdict.goes:
            return True
        if verdict.move_to is not None:
            self._move(work, step, verdict.reason, verdict.move_to, now)
        else:
            self._refuse(work, step, prospect, verdict, now)
        return False

    # --- the four ends of a step ----------------------------------------------------------

    def _send(
        self, work: Work, step: FollowUp, prospect: Prospect, proposal: Proposal, now: datetime
    ) -> None:
        lead = work.leads.get(step.lead_id)
        said = self._message(work, step, prospect, lead, now) if lead is not None else None
        if lead is None or said is None:
            self._refuse(work, step, prospect, Verdict(NOTHING_OPEN), now)
            return
        draft, dialogue = said
        # That one was left unanswered shows when the next goes out. A nudge belongs to the
        # conversation, and care wants no answer: silence is no coldness.
        asks_again = step.sequence != NUDGE and not step.outlives_reply
        heard_at = work.enrolments.heard_at(lead.id)
        ignored = asks_again and work.sent_steps.is_ignored(lead.id, heard_at)
        row = post(
            work,
            prospect.channel,
            prospect.chat_id,
            [draft],
            self._abilities[prospect.channel],
            now,
            urgency=Urgency.FOLLOW_UP,
            lead_id=lead.id,
            key=f"{_KEY}{step.id}",
        )
        work.follow_ups.settle(step.id, SENT, "", now, outbox_id=row, content=proposal.content)
        work.events.record(lead.id, "follow_up_sent", now, detail=step.sequence)
        work.conversations.save(prospect.id, dialogue.after(draft, row).as_text(), now)
        happenings = (Happening("no_reply", f"f:{step.id}:no_reply"),) if ignored else ()
        weigh(work, self._business, lead, now, happenings=happenings)
        self._go_on(work, step, prospect, now)

    def _move(
        self, work: Work, step: FollowUp, reason: str, move_to: datetime, now: datetime
    ) -> None:
        work.follow_ups.move(step.id, move_to, reason)
        work.events.record(step.lead_id, "follow_up_moved", now, detail=reason)

    def _refuse(
        self, work: Work, step: FollowUp, prospect: Prospect, verdict: Verdict, now: datetime
    ) -> None:
        """Every silence keeps its reason."""
        work.follow_ups.settle(step.id, REFUSED, verdict.reason, now)
        work.events.record(step.lead_id, "follow_up_refused", now, detail=verdict.reason)
        if verdict.may_replace and self._replace(work, step, prospect, verdict.reason, now):
            return
        if verdict.ends:
            self._end(work, step, verdict.reason, now)
        else:
            self._go_on(work, step, prospect, now)

    # --- what depends on the kind of step -------------------------------------------------

    def _proposal(self, work: Work, step: FollowUp, prospect: Prospect) -> Proposal | None:
        if step.sequence in _OPEN_QUESTION:
            return open_question.proposal(step, prospect)
        if step.sequence == PROMISE:
            return promises.proposal(step, prospect)
        if step.sequence == APPOINTMENT:
            return appointments.proposal(work, step, prospect)
        return sequences.proposal(work, self._business, step, prospect)

    def _message(
        self, work: Work, step: FollowUp, prospect: Prospect, lead: Lead, now: datetime
    ) -> tuple[Draft, Dialogue] | None:
        if step.sequence in _OPEN_QUESTION:
            return open_question.message(work, self._business, step, prospect, lead, now)
        dialogue = dialogue_from(work.conversations.load(prospect.id))
        if step.sequence == PROMISE:
            return promises.message(self._business, step, prospect, lead, dialogue, now)
        if step.sequence == APPOINTMENT:
            return appointments.message(work, self._business, step, prospect, dialogue, now)
        return telling.message(work, self._business, step, prospect, lead, dialogue, now)

    def _go_on(self, work: Work, step: FollowUp, prospect: Prospect, now: datetime) -> None:
        """What comes after a step that went or was left out."""
        if step.sequence in (NEXT_DAY, PROMISE):
            enrolling.enrol_silent(work, self._business, step.lead_id, prospect, now)
        elif step.enrolment_id is not None:
            sequences.plan_next(work, self._business, step, prospect, now)

    def _end(self, work: Work, step: FollowUp, reason: str, now: datetime) -> None:
        """The rest of a sequence is over; a lead that got warmer or colder has one of its own."""
        if step.enrolment_id is None or step.prospect_id is None:
            return
        work.enrolments.end(step.enrolment_id, reason, now)
        if reason == "temperature_moved":
            prospect = work.leads.prospect(step.prospect_id)
            enrolling.enrol_silent(work, self._business, step.lead_id, prospect, now)

    def _replace(
        self, work: Work, step: FollowUp, prospect: Prospect, reason: str, now: datetime
    ) -> bool:
        """Another channel of the lead takes the step over (True), or its rep gets a task."""
        if step.sequence == NUDGE:
            return False
        took_over = fallback.replace(work, self._abilities, step, prospect, reason, now)
        if took_over:
            work.events.record(step.lead_id, "follow_up_replaced", now, detail=took_over)
        return took_over == "other_channel"
