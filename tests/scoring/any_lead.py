"""Leads of every kind, for laws that must hold for all of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from scoring.engagement import warmed
from scoring.lead import (
    BANT,
    Authority,
    Budget,
    BudgetStatus,
    BuyingRole,
    Fact,
    FactValue,
    Heat,
    Horizon,
    Lead,
    Need,
    NeedStatus,
    Profile,
    Quantity,
    Slot,
    Timing,
    TimingKind,
    TimingStatus,
)
from scoring.weights import KINDS, PENALTIES
from tests.fakes import MORNING

NOW = MORNING
TODAY = date(2026, 3, 10)
OFFERS = (4_000_000, 90_000_000)

Happened = tuple[str, datetime]


def need(
    status: NeedStatus = NeedStatus.STATED, text: str = "máy in", count: int = 0, sure: float = 1.0
) -> Need:
    quantities = (Quantity(count, "cái", (0, 1)),) if count else ()
    return Need(status, (0, len(text)), text, sure, quantities)


def timing(
    earliest: int | None,
    latest: int | None,
    status: TimingStatus = TimingStatus.KNOWN,
    sure: float = 1.0,
) -> Timing:
    """A window in days from today; None is an open end."""

    def day(ahead: int | None) -> date | None:
        return None if ahead is None else TODAY + timedelta(days=ahead)

    return Timing(
        status,
        Horizon.UNKNOWN,
        TimingKind.PERIOD,
        (0, 0),
        "",
        sure,
        earliest=day(earliest),
        latest=day(latest),
    )


def budget(
    least: float | None,
    most: float | None,
    status: BudgetStatus = BudgetStatus.KNOWN,
    currency: str = "VND",
    sure: float = 1.0,
) -> Budget:
    return Budget(status, (0, 0), "", sure, min=least, max=most, currency=currency)


def authority(role: BuyingRole, sure: float = 1.0, *, approved: bool = False) -> Authority:
    return Authority(role, (0, 0), "", sure, approved=approved)


def fact(value: FactValue, message_id: int = 1) -> Fact:
    slots: dict[type, Slot] = {
        Need: Slot.NEED,
        Timing: Slot.TIMING,
        Budget: Slot.BUDGET,
        Authority: Slot.AUTHORITY,
    }
    return Fact(slots.get(type(value), Slot.CONTACT), value, message_id, NOW)


def heat_of(happened: list[Happened]) -> tuple[Heat, ...]:
    heat: tuple[Heat, ...] = ()
    for kind, at in happened:
        heat = warmed(heat, kind, at)
    return heat


sureness = st.floats(0, 1)
days = st.none() | st.integers(-40, 400)
sums = st.none() | st.integers(0, 10**10)
values: st.SearchStrategy[FactValue] = st.one_of(
    st.builds(
        need,
        st.sampled_from(NeedStatus),
        st.sampled_from(("máy in", "áo cho công ty", "a printer for home", "")),
        st.integers(0, 50),
        sureness,
    ),
    st.builds(timing, days, days, st.sampled_from(TimingStatus), sureness),
    st.builds(
        budget,
        sums,
        sums,
        st.sampled_from(BudgetStatus),
        st.sampled_from(("VND", "USD")),
        sureness,
    ),
    st.builds(authority, st.sampled_from(BuyingRole), sureness, approved=st.booleans()),
)
moments = st.integers(0, 90 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes))
profiles = st.builds(Profile, *[st.none() | st.booleans()] * 5)
in_vain = st.frozensets(st.sampled_from(BANT))


def histories(kinds: list[str], most: int = 30) -> st.SearchStrategy[list[Happened]]:
    """Things that happened in the ninety days before now."""
    return st.lists(st.tuples(st.sampled_from(kinds), moments), max_size=most)


raising = histories([kind for kind, rule in KINDS.items() if rule.weight > 0])
anything = histories([*KINDS, *PENALTIES])
leads = st.builds(
    lambda facts, happened, profile: Lead(
        1, facts=tuple(fact(value) for value in facts), heat=heat_of(happened), profile=profile
    ),
    st.lists(values, max_size=8),
    anything,
    profiles,
)
