"""Whatever happens in whatever order: nothing goes out against the gate, no silence unexplained."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Connection, RootTransaction

from handlers.business_file.sequences import Sequence
from handlers.channel import Abilities, Kind
from scoring.lead import Stage, Temperature
from tests.fakes import RICH
from tests.house import SAMPLE_BUSINESS
from tests.simulator.calm_world import NAME, TET, CalmWorld
from tests.simulator.ledger import Database
from tests.simulator.year import play

_CHATS = st.sampled_from(("lan", "hoa"))
SAID = (
    "cần phần mềm kế toán",
    "giá bao nhiêu em?",
    "20 triệu",
    "tháng sau",
    "tôi tự quyết",
    "ok em",
    "để chị suy nghĩ thêm",
    "tuần tới chị rảnh",
    "tháng sau gọi lại nhé",
    "sau Tết nhé",
    "gọi cho tôi 0912 345 678",
    "cho chị đặt lịch tư vấn",
    "cần vay tiền nhanh liên hệ http://bit.ly/vay",
    "đừng nhắn nữa",
    "nhắn tiếp đi em",
    "???",
)
TAPPED = (
    *("1:agree", "1:skip", "1:stop", "1:menu", "1:human", "1:q:need:0"),
    *("1:say:quote_sent:0:1", "1:promo_yes", "1:promo_no"),
)
CHANNELS = (RICH, replace(RICH, window=timedelta(days=2)), replace(RICH, per_month=8))
EVENTS = ("quote_sent", "no_show", "birthday")
ZONES = ("Asia/Ho_Chi_Minh", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe")
# Around Tết of each year, and around the days on which clocks are turned.
STARTS = (
    *(
        datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=6)
        for day in TET.values()
    ),
    datetime(2026, 3, 6, tzinfo=UTC),
    datetime(2026, 3, 27, tzinfo=UTC),
    datetime(2026, 10, 2, tzinfo=UTC),
    datetime(2026, 10, 23, tzinfo=UTC),
)


def _daily(name: str, event: str, **fields: Any) -> Sequence:
    """Seven days in a row, each in words of its own: only the gate ends it."""
    steps = [
        {"after": f"{day}d", "window": "09:00-18:00", "say": {"vi": f"{name} {day}", "en": name}}
        for day in range(1, 8)
    ]
    return Sequence.model_validate(
        {"id": name, "steps": steps, **fields, "enrol": {"event": event, **fields.get("enrol", {})}}
    )


# What no ready sequence does: too much, too long, after its goal, beside the same words.
_OWN = (
    _daily("moi_ngay", "quote_sent", exit=["reply", "rep"]),
    _daily("theo_am", "birthday", exit=["temperature"], enrol={"temperature": ["cold", "warm"]}),
    _daily("uu_dai", "no_show", exit=[], purpose="marketing"),
    _daily("dat_lich", "birthday", exit=[], goal="booked"),
    Sequence.model_validate(
        {
            "id": "hoi",
            "enrol": {"event": "no_show"},
            "exit": [],
            "steps": [{"after": "1d", "say": {"vi": "Hỏi", "en": "Ask"}, "asks": "marketing"}],
        }
    ),
)
_SEQUENCES = SAMPLE_BUSINESS.sequences.model_copy(update={"own": _OWN})


class GateMachine(RuleBasedStateMachine):
    """Two prospects, a rep, a clock, and a process that may be started anew."""

    def __init__(self, fresh: AbstractContextManager[Connection]) -> None:
        super().__init__()
        self._fresh = fresh
        connection = fresh.__enter__()
        self._transaction: RootTransaction = connection.begin()
        self._connection = connection

    def teardown(self) -> None:
        self._transaction.rollback()
        self._fresh.__exit__(None, None, None)

    @initialize(
        zone=st.sampled_from(ZONES), start=st.sampled_from(STARTS), can=st.sampled_from(CHANNELS)
    )
    def opens(self, zone: str, start: datetime, can: Abilities) -> None:
        company = SAMPLE_BUSINESS.company.model_copy(update={"timezone": zone})
        business = SAMPLE_BUSINESS.model_copy(update={"company": company, "sequences": _SEQUENCES})
        self.world = CalmWorld(self._connection, business, start, abilities=can)
        for chat_id in ("lan", "hoa"):
            self.world.hears(chat_id, Kind.START)
            self.world.hears(chat_id, Kind.BUTTON, button="1:agree")
            self.world.hears(chat_id, Kind.BUTTON, button="1:promo_yes")

    def lead_of(self, chat_id: str) -> int:
        prospect = self.world.work.leads.prospect_in(NAME, chat_id)
        assert prospect is not None
        return prospect.lead_id

    @rule(chat_id=_CHATS, text=st.sampled_from(SAID))
    def says(self, chat_id: str, text: str) -> None:
        self.world.hears(chat_id, text=text)

    @rule(chat_id=_CHATS, button=st.sampled_from(TAPPED))
    def taps(self, chat_id: str, button: str) -> None:
        self.world.hears(chat_id, Kind.BUTTON, button=button)

    @rule(chat_id=_CHATS, text=st.sampled_from(SAID), minutes=st.integers(1, 60 * 20))
    def writes_while_nobody_reads(self, chat_id: str, text: str, minutes: int) -> None:
        self.world.receives(chat_id, text=text)
        self.world.passes(timedelta(minutes=minutes))
        self.world.reads()

    @rule(hours=st.integers(1, 60))
    def the_pipe_is_blocked(self, hours: int) -> None:
        self.world.blocked = True
        self.world.passes(timedelta(hours=hours))
        self.world.blocked = False
        self.world.deliver()

    @rule(chat_id=_CHATS, temperature=st.sampled_from(Temperature))
    def warms_or_cools(self, chat_id: str, temperature: Temperature) -> None:
        self.world.feels(self.lead_of(chat_id), temperature)

    @rule(chat_id=_CHATS, back=st.booleans())
    def blocks(self, chat_id: str, back: bool) -> None:
        self.world.blocks(chat_id, back=back)

    @rule(chat_id=_CHATS)
    def is_taken_over(self, chat_id: str) -> None:
        self.world.takes_over(self.lead_of(chat_id))

    @rule(chat_id=_CHATS)
    def is_talked_to(self, chat_id: str) -> None:
        self.world.speaks(self.lead_of(chat_id))

    @rule(chat_id=_CHATS)
    def is_handed_back(self, chat_id: str) -> None:
        self.world.hands_back(self.lead_of(chat_id))

    @rule(chat_id=_CHATS, event=st.sampled_from(EVENTS))
    def has_an_event(self, chat_id: str, event: str) -> None:
        self.world.happens(self.lead_of(chat_id), event)

    @rule(chat_id=_CHATS, event=st.sampled_from(EVENTS), days=st.integers(6, 20))
    def has_an_event_and_is_silent(self, chat_id: str, event: str, days: int) -> None:
        lead_id = self.lead_of(chat_id)
        self.world.happens(lead_id, event)
        self.world.passes(timedelta(days=2))
        if event == "birthday":
            self.world.books(lead_id)
        self.world.passes(timedelta(days=days))

    @rule(chat_id=_CHATS, event=st.sampled_from(EVENTS), days=st.integers(3, 6))
    def has_an_event_while_the_pipe_is_blocked(self, chat_id: str, event: str, days: int) -> None:
        self.world.blocked = True
        self.world.happens(self.lead_of(chat_id), event)
        self.world.passes(timedelta(days=days))
        self.world.blocked = False
        self.world.deliver()

    @rule(parts=st.booleans())
    def turns_out_to_be_one_customer(self, parts: bool) -> None:
        self.world.ties(self.lead_of("hoa"), self.lead_of("lan"), parts=parts)

    @rule(chat_id=_CHATS)
    def takes_back_the_yes_to_offers(self, chat_id: str) -> None:
        self.world.hears(chat_id, Kind.BUTTON, button="1:promo_no")

    @rule(chat_id=_CHATS)
    def books(self, chat_id: str) -> None:
        self.world.books(self.lead_of(chat_id))

    @rule(chat_id=_CHATS, stage=st.sampled_from((Stage.CUSTOMER, Stage.LOST)))
    def ends(self, chat_id: str, stage: Stage) -> None:
        self.world.ends(self.lead_of(chat_id), stage)

    @rule(minutes=st.integers(1, 600))
    def minutes_pass(self, minutes: int) -> None:
        self.world.passes(timedelta(minutes=minutes))

    @rule(hours=st.integers(1, 24 * 20), asleep=st.booleans())
    def days_pass(self, hours: int, asleep: bool) -> None:
        self.world.passes(timedelta(hours=hours), asleep=asleep)

    @rule()
    def restarts(self) -> None:
        self.world.restart()

    @precondition(lambda self: hasattr(self, "world"))
    @invariant()
    def nothing_went_out_against_the_gate(self) -> None:
        assert self.world.broken == []

    @precondition(lambda self: hasattr(self, "world"))
    @invariant()
    def every_silence_has_its_reason(self) -> None:
        assert self.world.unexplained() == []


@pytest.fixture(scope="module")
def database(blank_sqlite: Path) -> Iterator[Database]:
    database = Database(blank_sqlite)
    yield database
    database.close()


def test_in_any_order_the_gate_holds(database: Database) -> None:
    run_state_machine_as_test(
        # Hypothesis wants something to call, whatever its annotation says.
        lambda: GateMachine(database.fresh()),  # type: ignore[arg-type]
        settings=settings(
            max_examples=25,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
            print_blob=True,
        ),
    )


def test_a_year_of_leads_who_do_as_they_please() -> None:
    """The long one: python -m tests.simulator.year 2000."""
    world = play(leads=60, seed=7)

    assert world.broken == []
    assert len(world.sent) > 300
    assert {one.sequence for one in world.sent} >= {"nudge", "next_day", "educate", "promise"}
    assert {"quiet_hours", "sunday", "replied", "opted_out"} & set(world.reasons)
