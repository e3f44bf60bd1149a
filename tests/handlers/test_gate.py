"""The gate: the legal rules read like the rule, and every refusal has its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from handlers.business_file.follow_ups import FollowUpPlan
from handlers.follow_up import calm
from handlers.follow_up.case import Proposal, Verdict
from handlers.follow_up.gate import judge
from scoring.lead import Heat, Stage, Temperature
from scoring.weights import NO_PROSPECT
from storage.follow_ups import NUDGE, SENT
from storage.leads import Prospect
from storage.store import Store, Work
from storage.team import Role
from tests.fakes import MORNING, RICH
from tests.house import SAMPLE_BUSINESS

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
ABILITIES = {"fake": RICH}


def at(day: str, clock: str = "10:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=HANOI).astimezone(UTC)


def lan(work: Work, *, agreed: bool = True) -> Prospect:
    """A prospect who wrote yesterday and agreed to be contacted."""
    yesterday = MORNING - timedelta(days=1)
    prospect, _ = work.leads.find_or_create("fake", "lan", name="", source="", now=yesterday)
    if agreed:
        for purpose in ("contact", "marketing"):
            work.conversations.consent(
                prospect.id, purpose, given=True, text_version="1", now=yesterday
            )
    return prospect


def wanted(prospect: Prospect, **fields: object) -> Proposal:
    proposal = Proposal(prospect.lead_id, prospect, "educate", MORNING - timedelta(days=1))
    return replace(proposal, **fields)  # type: ignore[arg-type]  # of every kind of field


def judged(work: Work, proposal: Proposal, now: datetime = MORNING) -> Verdict:
    return judge(work, SAMPLE_BUSINESS, ABILITIES, proposal, now)


def sent(work: Work, prospect: Prospect, moment: datetime, sequence: str = "educate") -> None:
    """A step that went out then, as the ledger keeps it."""
    consent_id = work.conversations.agreed(prospect.id, "contact")
    key = f"{sequence}:{moment.isoformat()}"
    work.follow_ups.plan(
        prospect.lead_id, prospect, sequence, 1, moment, moment, key=key, consent_id=consent_id
    )
    step = work.follow_ups.of_lead(prospect.lead_id)[-1]
    work.follow_ups.settle(step.id, SENT, "", moment, content=f"words {sequence}")


def _two_chats(work: Work) -> tuple[Prospect, Prospect]:
    """Lan again in another chat, tied to her first by the number she gave."""
    elder = lan(work)
    then = MORNING - timedelta(days=1)
    younger, _ = work.leads.find_or_create("fake", "lan2", name="", source="", now=then)
    work.conversations.consent(younger.id, "contact", given=True, text_version="1", now=then)
    work.leads.tie(younger.lead_id, elder.lead_id)
    return elder, younger


async def test_of_two_chats_of_one_customer_the_elder_is_written_to(store: Store) -> None:
    def unit(work: Work) -> tuple[str, str, str, str]:
        elder, younger = _two_chats(work)
        both = [judged(work, wanted(one)).reason for one in (elder, younger)]
        nudge = judged(work, wanted(younger, in_conversation=True)).reason
        work.leads.reachable("fake", "lan", False)
        return both[0], both[1], nudge, judged(work, wanted(younger)).reason

    told = await store.run(unit)

    assert told == ("", "same_customer", "", ""), "a chat that is closed holds up no other"


async def test_a_stop_in_one_chat_of_a_customer_is_a_stop_in_the_other(store: Store) -> None:
    def unit(work: Work) -> list[Verdict]:
        told = []
        for said_in in (0, 1):
            chats = _two_chats(work)
            work.leads.opt_out(chats[said_in].id, MORNING)
            told.append(judged(work, wanted(chats[1 - said_in])))
            work.leads.opt_out(chats[said_in].id, None)
        return told

    assert await store.run(unit) == [Verdict("opted_out", ends=True)] * 2


# --- the law, rule by rule --------------------------------------------------------------------


@pytest.mark.parametrize("clock", ["22:00", "23:59", "00:00", "03:00", "06:59"])
def test_decree_91_no_promotional_message_from_22_to_7(clock: str) -> None:
    assert calm.disturbs(SAMPLE_BUSINESS, at("2026-03-10", clock)) == calm.QUIET


def test_decree_91_no_owner_can_allow_the_night() -> None:
    for hours in ("23:00-07:00", "22:00-06:00", "12:00-13:00"):
        with pytest.raises(ValidationError, match="quiet"):
            FollowUpPlan.model_validate({"quiet": hours})
    assert FollowUpPlan.model_validate({"quiet": "22:00-07:00"}).quiet == (time(22), time(7))


def test_decree_91_never_more_than_three_in_24_hours_whatever_the_owner_says() -> None:
    with pytest.raises(ValidationError):
        FollowUpPlan.model_validate({"most_a_day": 4})


async def test_decree_91_the_fourth_in_24_hours_waits(store: Store) -> None:
    plan = SAMPLE_BUSINESS.followups.model_copy(update={"most_a_day": 3})
    generous = SAMPLE_BUSINESS.model_copy(update={"followups": plan})

    def unit(work: Work) -> list[Verdict]:
        prospect = lan(work)
        verdicts = []
        for hours_ago in (3, 2, 1, 0):
            now = MORNING + timedelta(hours=4 - hours_ago)
            verdicts.append(judge(work, generous, ABILITIES, wanted(prospect), now))
            sent(work, prospect, now, f"s{hours_ago}")
        return verdicts

    *three, fourth = await store.run(unit)

    assert all(one.goes for one in three)
    assert fourth.reason == "frequency"
    assert fourth.move_to == MORNING + timedelta(hours=1) + timedelta(hours=24)


async def test_law_91_without_consent_nothing_goes_but_what_belongs_to_the_conversation(
    store: Store,
) -> None:
    def unit(work: Work) -> tuple[Verdict, Verdict]:
        prospect = lan(work, agreed=False)
        nudge = wanted(prospect, sequence=NUDGE, in_conversation=True)
        return judged(work, wanted(prospect)), judged(work, nudge)

    unasked, nudge = await store.run(unit)

    assert unasked == Verdict("no_consent", ends=True)
    assert nudge.goes


async def test_law_91_a_yes_to_contact_is_no_yes_to_marketing(store: Store) -> None:
    def unit(work: Work) -> Verdict:
        prospect = lan(work)
        work.conversations.consent(
            prospect.id, "marketing", given=False, text_version="1", now=MORNING
        )
        return judged(work, wanted(prospect, purpose="marketing"))

    assert (await store.run(unit)).reason == "no_consent"


async def test_whoever_says_stop_on_one_channel_is_left_alone_on_all(store: Store) -> None:
    def unit(work: Work) -> list[str]:
        prospect = lan(work)
        work.leads.opt_out(prospect.id, MORNING)
        nudge = wanted(prospect, sequence=NUDGE, in_conversation=True)
        return [judged(work, one).reason for one in (wanted(prospect), nudge)]

    assert await store.run(unit) == ["opted_out", "opted_out"]


# --- when nobody is written to ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2026-03-15", calm.SUNDAY),
        ("2026-04-30", calm.HOLIDAY),
        ("2026-05-01", calm.HOLIDAY),
        ("2026-09-02", calm.HOLIDAY),
        ("2026-02-17", calm.TET),
        ("2027-02-06", calm.TET),
        ("2028-01-26", calm.TET),
        ("2029-02-13", calm.TET),
        ("2030-02-02", calm.TET),
    ],
)
def test_a_free_day_is_free(day: str, reason: str) -> None:
    assert calm.disturbs(SAMPLE_BUSINESS, at(day)) == reason


def test_tet_has_days_of_its_own_before_and_after() -> None:
    def disturbs(day: str) -> str:
        return calm.disturbs(SAMPLE_BUSINESS, at(day))

    # The first day of the year was 17 February 2026: from three days before to six after.
    assert disturbs("2026-02-13") == ""
    assert disturbs("2026-02-14") == calm.TET
    assert disturbs("2026-02-23") == calm.TET
    assert disturbs("2026-02-24") == ""


def test_the_days_before_a_january_tet_may_lie_in_the_old_year() -> None:
    long = SAMPLE_BUSINESS.followups.tet.model_copy(update={"days_before": 30})
    plan = SAMPLE_BUSINESS.followups.model_copy(update={"tet": long})
    business = SAMPLE_BUSINESS.model_copy(update={"followups": plan})

    assert calm.disturbs(business, at("2030-12-26")) == calm.TET  # Tết is on 23 January 2031


_FIVE_YEARS = timedelta(days=5 * 365)
_START = datetime(2026, 1, 1, tzinfo=UTC)
_moments = st.timedeltas(timedelta(0), _FIVE_YEARS).map(lambda passed: _START + passed)
_ZONES = ("Asia/Ho_Chi_Minh", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe")


@given(moment=_moments, zone=st.sampled_from(_ZONES))
def test_the_next_allowed_moment_is_allowed_and_the_first_of_its_day(
    moment: datetime, zone: str
) -> None:
    company = SAMPLE_BUSINESS.company.model_copy(update={"timezone": zone})
    business = SAMPLE_BUSINESS.model_copy(update={"company": company})

    found = calm.next_allowed(business, moment)

    assert found >= moment
    assert calm.disturbs(business, found) == ""
    assert found == moment or calm.disturbs(business, found - timedelta(minutes=1))


@given(moment=_moments)
def test_a_window_is_kept(moment: datetime) -> None:
    window = (time(9), time(11))

    found = calm.next_allowed(SAMPLE_BUSINESS, moment, window)

    assert time(9) <= found.astimezone(HANOI).time() < time(11)
    assert calm.disturbs(SAMPLE_BUSINESS, found, window) == ""


async def test_a_step_at_night_moves_to_the_first_allowed_minute(store: Store) -> None:
    def unit(work: Work) -> Verdict:
        return judged(work, wanted(lan(work)), at("2026-03-14", "21:00"))  # a Saturday

    verdict = await store.run(unit)

    assert verdict == Verdict("quiet_hours", move_to=at("2026-03-16", "08:00"))


async def test_a_nudge_at_night_is_dropped_for_the_next_day_it_would_be_none(store: Store) -> None:
    def unit(work: Work) -> Verdict:
        nudge = wanted(lan(work), sequence=NUDGE, in_conversation=True)
        return judged(work, nudge, at("2026-03-10", "20:45"))

    assert await store.run(unit) == Verdict("quiet_hours")


# --- the other reasons --------------------------------------------------------------------------


async def test_a_lead_that_was_heard_since_has_answered(store: Store) -> None:
    def unit(work: Work) -> list[str]:
        prospect = lan(work)
        lead = work.leads.get(prospect.lead_id)
        assert lead is not None
        work.leads.save(lead, heard_at=MORNING - timedelta(minutes=1))
        promise = wanted(prospect, outlives_reply=True)
        return [judged(work, one).reason for one in (wanted(prospect), promise)]

    assert await store.run(unit) == ["replied", ""]


async def test_what_lies_unread_is_an_answer(store: Store) -> None:
    def unit(work: Work) -> Verdict:
        prospect = lan(work)
        work.inbox.admit("fake", "lan", "m:1", "{}", MORNING)
        return judged(work, wanted(prospect, outlives_reply=True))

    assert (await store.run(unit)).reason == "replied"


async def test_while_a_rep_works_the_lead_the_bot_is_silent(store: Store) -> None:
    def unit(work: Work) -> list[str]:
        prospect = lan(work)
        rep = work.team.add("Minh", Role.REP, MORNING)
        alert = work.alerts.open(prospect.lead_id, "hot", MORNING, MORNING)
        work.alerts.claim(alert, rep, MORNING)
        beside = wanted(prospect, beside_rep=True)
        return [judged(work, one).reason for one in (wanted(prospect), beside)]

    assert await store.run(unit) == ["human_active", ""]


@pytest.mark.parametrize("stage", [Stage.CUSTOMER, Stage.LOST, Stage.DISQUALIFIED])
async def test_a_lead_that_is_over_is_not_warmed(store: Store, stage: Stage) -> None:
    def unit(work: Work) -> list[str]:
        prospect = lan(work)
        lead = work.leads.get(prospect.lead_id)
        assert lead is not None
        work.leads.save(replace(lead, stage=stage))
        care = wanted(prospect, stages=frozenset({stage}))
        return [judged(work, one).reason for one in (wanted(prospect), care)]

    assert await store.run(unit) == ["stage_moved", ""]


async def test_a_lead_that_got_warmer_leaves_the_sequence_of_the_cold(store: Store) -> None:
    def unit(work: Work) -> Verdict:
        prospect = lan(work)
        lead = work.leads.get(prospect.lead_id)
        assert lead is not None
        work.leads.save(replace(lead, temperature=Temperature.WARM))
        return judged(work, wanted(prospect, temperatures=frozenset({Temperature.COLD})))

    assert await store.run(unit) == Verdict("temperature_moved", ends=True)


@pytest.mark.parametrize("kind", sorted(NO_PROSPECT))
async def test_who_is_no_prospect_is_not_courted(store: Store, kind: str) -> None:
    def unit(work: Work) -> Verdict:
        prospect = lan(work)
        lead = work.leads.get(prospect.lead_id)
        assert lead is not None
        work.leads.save(replace(lead, heat=(Heat(kind, 1.0, MORNING),)))
        return judged(work, wanted(prospect))

    assert await store.run(unit) == Verdict("spam", ends=True)


async def test_the_same_words_are_not_sent_twice(store: Store) -> None:
    def unit(work: Work) -> Verdict:
        prospect = lan(work)
        sent(work, prospect, MORNING - timedelta(days=40))
        return judged(work, wanted(prospect, content="words educate"))

    assert await store.run(unit) == Verdict("duplicate")


async def test_five_of_a_sequence_without_a_word_end_it_for_good(store: Store) -> None:
    def unit(work: Work) -> list[str]:
        prospect = lan(work)
        reasons = []
        for number in range(6):
            now = MORNING + timedelta(days=number if number < 5 else 6)
            reasons.append(judged(work, wanted(prospect), now).reason)
            sent(work, prospect, now)
        return reasons

    assert await store.run(unit) == ["", "", "", "", "", "unanswered"]


async def test_one_a_day_and_the_next_when_a_day_is_over(store: Store) -> None:
    def unit(work: Work) -> tuple[Verdict, Verdict]:
        prospect = lan(work)
        sent(work, prospect, MORNING)
        soon = MORNING + timedelta(hours=3)
        return judged(work, wanted(prospect), soon), judged(
            work, wanted(prospect), MORNING + timedelta(hours=24)
        )

    early, on_time = await store.run(unit)

    assert early == Verdict("frequency", move_to=MORNING + timedelta(hours=24))
    assert on_time.goes


async def test_nudges_do_not_count_towards_the_day(store: Store) -> None:
    def unit(work: Work) -> Verdict:
        prospect = lan(work)
        sent(work, prospect, MORNING - timedelta(hours=1), NUDGE)
        return judged(work, wanted(prospect))

    assert (await store.run(unit)).goes


async def test_a_closed_chat_may_be_replaced_by_another(store: Store) -> None:
    def unit(work: Work) -> Verdict:
        prospect = lan(work)
        work.leads.reachable("fake", "lan", False)
        return judged(work, wanted(work.leads.prospect(prospect.id)))

    assert await store.run(unit) == Verdict("unreachable", may_replace=True)


async def test_a_platform_that_lets_us_write_for_a_week_is_silent_after_it(store: Store) -> None:
    week = {"fake": replace(RICH, window=timedelta(days=7))}

    def unit(work: Work, now: datetime) -> str:
        prospect = lan(work)
        if work.inbox.admit("fake", "lan", "m:1", "{}", MORNING):
            row = work.inbox.waiting("fake", "lan")[0]
            work.inbox.done((row.id,))
        return judge(work, SAMPLE_BUSINESS, week, wanted(prospect), now).reason

    inside = await store.run(partial(unit, now=MORNING + timedelta(days=6)))
    outside = await store.run(partial(unit, now=MORNING + timedelta(days=7)))

    assert (inside, outside) == ("", "channel_window")


async def test_what_is_left_of_a_months_quota_is_for_answers(store: Store) -> None:
    few = {"fake": replace(RICH, per_month=5)}

    def unit(work: Work) -> list[str]:
        prospect = lan(work)
        reasons = []
        for _ in range(5):
            reasons.append(judge(work, SAMPLE_BUSINESS, few, wanted(prospect), MORNING).reason)
            row = work.outbox.put("fake", "lan", {"text": "a"}, MORNING)
            work.outbox.sent(row, "1", MORNING)
        return reasons

    assert await store.run(unit) == ["", "", "", "", "channel_quota"]
