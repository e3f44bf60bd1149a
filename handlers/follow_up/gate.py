"""The one gate in front of every message that nobody asked for just now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from handlers import hours
from handlers.business import Business
from handlers.business_file.follow_ups import LAWFUL_A_DAY
from handlers.channel import Abilities
from handlers.follow_up import calm
from handlers.follow_up.case import A_DAY, Case, Proposal, Verdict
from scoring.lead import Stage
from scoring.weights import NO_PROSPECT
from storage.conversations import MARKETING
from storage.store import Work

A_MONTH = timedelta(days=30)
OVER = (Stage.CUSTOMER, Stage.LOST, Stage.DISQUALIFIED)
# The same words are not sent to somebody twice within so long.
_REMEMBERED = timedelta(days=180)


def judge(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    proposal: Proposal,
    now: datetime,
    *,
    leaves: bool = False,
) -> Verdict:
    """May this be sent now? Called in the transaction that sends, and in no other.

    `leaves`: it was judged before, waited behind a limit, and is about to go. What counts
    messages would count this one, and what it changed itself does not hold it back.
    """
    case = Case(work, business, abilities, proposal, now)
    rules = _LEAVING if leaves else _UNASKED
    for rule in _IN_CONVERSATION if proposal.in_conversation else rules:
        verdict = rule(case)
        if verdict is not None:
            return _in_calm(case, verdict)
    return Verdict()


Rule = Callable[[Case], Verdict | None]


# --- never again ----------------------------------------------------------------------------


def _opted_out(case: Case) -> Verdict | None:
    """Whoever said stop in one chat is left alone in all, in those tied by a number he gave, too.

    A tie that is wrong costs a silence, and no message that somebody did not want.
    """
    if case.work.enrolments.opted_out(case.proposal.lead_id):
        return Verdict("opted_out", ends=True)
    return None


def _spam(case: Case) -> Verdict | None:
    """Behaviour of somebody who is no prospect, or does not want to be one."""
    if case.lead is not None and any(one.kind in NO_PROSPECT for one in case.lead.heat):
        return Verdict("spam", ends=True)
    return None


def _unreachable(case: Case) -> Verdict | None:
    if case.proposal.prospect.reachable:
        return None
    return Verdict("unreachable", may_replace=True)


def _stage_moved(case: Case) -> Verdict | None:
    lead, stages = case.lead, case.proposal.stages
    if lead is None:
        return Verdict("stage_moved", ends=True)
    fits = lead.stage not in OVER if stages is None else lead.stage in stages
    return None if fits else Verdict("stage_moved", ends=True)


def _over(case: Case) -> Verdict | None:
    return Verdict(case.proposal.over, ends=True) if case.proposal.over else None


def _idle(case: Case) -> Verdict | None:
    return Verdict(case.proposal.idle) if case.proposal.idle else None


def _temperature_moved(case: Case) -> Verdict | None:
    lead, wanted = case.lead, case.proposal.temperatures
    if wanted is None or lead is None or lead.temperature in wanted:
        return None
    return Verdict("temperature_moved", ends=True)


def _replied(case: Case) -> Verdict | None:
    """Heard since it was planned, or something of his lies unread: both are an answer."""
    prospect = case.proposal.prospect
    if case.work.inbox.waiting(prospect.channel, prospect.chat_id):
        return Verdict("replied", move_to=case.now + timedelta(minutes=1))
    if case.proposal.outlives_reply:
        return None
    heard_at = case.heard_at()
    if heard_at is not None and heard_at > case.proposal.planned_at:
        return Verdict("replied", ends=True)
    return None


def _human_active(case: Case) -> Verdict | None:
    takeover = case.work.takeovers.active(case.proposal.lead_id, case.now)
    if takeover is not None:
        # Between two people who talk nothing falls; what outlives the talk comes after it.
        waits = takeover.until if case.proposal.outlives_reply else None
        return Verdict("human_active", move_to=waits, ends=waits is None)
    alert = case.work.alerts.open_of(case.proposal.lead_id)
    claimed = alert is not None and alert.claimed_by is not None
    if claimed and not case.proposal.beside_rep:
        return Verdict("human_active", ends=True)
    return None


def _no_consent(case: Case) -> Verdict | None:
    wanted = case.proposal
    if case.work.conversations.agreed(wanted.prospect.id, wanted.purpose) is None:
        return Verdict("no_consent", ends=True)
    return None


def _duplicate(case: Case) -> Verdict | None:
    wanted = case.proposal
    since = case.now - _REMEMBERED
    if not wanted.content:
        return None
    if case.work.sent_steps.was_sent(wanted.lead_id, wanted.content, since):
        return Verdict("duplicate")
    return None


def _same_customer(case: Case) -> Verdict | None:
    """Of the chats of one customer the elder is written to, as long as that is allowed there.

    The younger hears nothing of it, and a tie that was wrong costs it no more than this step.
    """
    elder = case.lead.tied_to if case.lead is not None else None
    chats = case.work.leads.prospects_of(elder) if elder is not None else ()
    for one in chats:
        is_open = one.reachable and one.opted_out_at is None
        if is_open and case.work.conversations.agreed(one.id, case.proposal.purpose) is not None:
            return Verdict("same_customer")
    return None


def _unanswered(case: Case) -> Verdict | None:
    """Five of one sequence without a word end it for good (docs/follow-ups.md)."""
    sent = case.work.sent_steps.unanswered(
        case.proposal.lead_id, case.proposal.sequence, case.heard_at()
    )
    if sent >= case.business.followups.most_unanswered:
        return Verdict("unanswered", ends=True)
    return None


def _too_late(case: Case) -> Verdict | None:
    """After a long downtime a nudge is none, and a birthday is over."""
    expires_at = case.proposal.expires_at
    return Verdict("too_late") if expires_at is not None and case.now >= expires_at else None


# --- not now, or not this way -----------------------------------------------------------------


def _night(case: Case) -> Verdict | None:
    """Within the conversation only the night counts; the next day it would be no nudge."""
    if hours.is_quiet(case.business, case.now):
        return Verdict("quiet_hours")
    return None


def _disturbs(case: Case) -> Verdict | None:
    reason = calm.disturbs(case.business, case.now, case.proposal.window)
    return Verdict(reason, move_to=case.now) if reason else None


def _frequency(case: Case) -> Verdict | None:
    """At most as many in 24 hours as the owner allows, and never more than the law does."""
    most = min(case.business.followups.most_a_day, LAWFUL_A_DAY)
    if len(case.sent()) < most:
        return None
    # When so many have grown a day old that one more may go.
    frees = case.sent()[-most] + A_DAY
    return Verdict("frequency", move_to=frees)


def _frequency_leaving(case: Case) -> Verdict | None:
    """Two that waited behind one blocked pipe do not leave on the same day."""
    most = min(case.business.followups.most_a_day, LAWFUL_A_DAY)
    left = case.work.sent_steps.left_times(case.proposal.lead_id, case.now - A_DAY)
    if len(left) < most:
        return None
    return Verdict("frequency", move_to=left[-most] + A_DAY)


def _promised(case: Case) -> Verdict | None:
    """Who agreed to news and offers was told how many come in a month, and gets no more."""
    if case.proposal.purpose != MARKETING:
        return None
    most = case.business.consent.marketing_a_month
    sent = case.work.sent_steps.promotions(case.proposal.lead_id, case.now - A_MONTH)
    if len(sent) < most:
        return None
    return Verdict("promised", move_to=sent[-most] + A_MONTH)


def _channel_window(case: Case) -> Verdict | None:
    """Some platforms let us write only so long after the person wrote (docs/zalo.md)."""
    prospect = case.proposal.prospect
    can = case.abilities.get(prospect.channel)
    if can is None or not can.proactive:
        return Verdict("channel_window", may_replace=True)
    if can.window is None:
        return None
    heard_at = case.work.inbox.last_heard(prospect.channel, prospect.chat_id)
    if heard_at is not None and case.now - heard_at < can.window:
        return None
    return Verdict("channel_window", may_replace=True)


def _quota(case: Case) -> Verdict | None:
    """What the platform's plan allows in a month; answers to those who write go before it."""
    prospect = case.proposal.prospect
    can = case.abilities.get(prospect.channel)
    if can is None or not can.per_month:
        return None
    month = hours.local_day(case.business, case.now).replace(day=1)
    begins = datetime.combine(month, datetime.min.time(), hours.zone_of(case.business))
    sent = case.work.outbox.count_sent(prospect.channel, begins.astimezone(UTC))
    if sent < can.per_month * _SHARE_OF_QUOTA:
        return None
    return Verdict("channel_quota", may_replace=True)


# What is left of a month's quota is for answers: live people are not to meet a mute bot.
_SHARE_OF_QUOTA = 0.8

_ALWAYS: tuple[Rule, ...] = (
    _opted_out,
    _spam,
    _unreachable,
    _stage_moved,
    _human_active,
    _replied,
)
_IN_CONVERSATION: tuple[Rule, ...] = (*_ALWAYS, _idle, _too_late, _channel_window, _night)
_UNASKED: tuple[Rule, ...] = (
    *_ALWAYS,
    _too_late,
    _over,
    _idle,
    _temperature_moved,
    _no_consent,
    _same_customer,
    _duplicate,
    _unanswered,
    _channel_window,
    _quota,
    _disturbs,
    _frequency,
    _promised,
)

_LEAVING: tuple[Rule, ...] = (
    *_ALWAYS,
    _too_late,
    _over,
    _no_consent,
    _channel_window,
    _quota,
    _disturbs,
    _frequency_leaving,
)


def _in_calm(case: Case, verdict: Verdict) -> Verdict:
    """A move ends at the first minute in which somebody may be written to.

    What belongs to the running conversation is not moved: later it would not belong to it. Only
    the reminder of an appointment waits until a talk is over, if there is time for that.
    """
    if verdict.move_to is None:
        return verdict
    wanted = case.proposal
    at = verdict.move_to
    if wanted.in_conversation and not wanted.outlives_reply:
        return replace(verdict, move_to=None)
    if not wanted.in_conversation:
        at = calm.next_allowed(case.business, at, wanted.window)
    if wanted.expires_at is not None and at >= wanted.expires_at:
        return replace(verdict, move_to=None)
    return replace(verdict, move_to=at)
