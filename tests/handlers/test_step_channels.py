"""By which channel a step goes, what takes it over where it cannot, and what begins a sequence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, get_args

import pytest

from handlers.business import Business
from handlers.business_file.ready_sequences import Sequences
from handlers.business_file.sequences import Event, Sequence
from handlers.follow_up import enrolling
from handlers.follow_up.follow_ups import DueSteps
from scoring.lead import Stage
from storage.follow_ups import CANCELLED, DUE, REFUSED, REMINDER, SENT, FollowUp
from storage.leads import Prospect
from storage.store import Store, Work
from storage.team import Role
from tests.fakes import MORNING, RICH
from tests.house import SAMPLE_BUSINESS

# In the order in which Lan came; Zalo's official account is open so long after she wrote.
ABILITIES = {
    "webchat": RICH,
    "telegram": RICH,
    "zalo_oa": replace(RICH, window=timedelta(days=7)),
}
WEEKS_AGO = MORNING - timedelta(days=20)


def sequence(**step: Any) -> Sequence:
    return Sequence.model_validate(
        {
            "id": "own",
            "enrol": {"event": "quote_sent"},
            "exit": [],
            "steps": [
                {"after": "0d", "say": {"vi": "Một", "en": "One"}, **step},
                {"after": "3d", "say": {"vi": "Hai", "en": "Two"}},
            ],
        }
    )


def company(*own: Sequence) -> Business:
    return SAMPLE_BUSINESS.model_copy(update={"sequences": Sequences(ready="none", own=own)})


@dataclass
class Person:
    """One lead with a chat on each channel, agreed to in all of them weeks ago."""

    work: Work
    chats: dict[str, Prospect]

    @property
    def lead_id(self) -> int:
        return self.chats["webchat"].lead_id

    def goes_through(self, own: Sequence) -> tuple[FollowUp, ...]:
        """The steps after the first was due."""
        business = company(own)
        lead = self.work.leads.get(self.lead_id)
        assert lead is not None
        enrolling.happened(self.work, business, lead, "quote_sent", "1", MORNING)
        now = MORNING + timedelta(hours=1)
        follow_ups = DueSteps(business, ABILITIES)
        while due := self.work.follow_ups.take_due(now):
            for step in due:
                follow_ups.on_due(self.work, step, now)
        return self.work.follow_ups.of_lead(self.lead_id)

    def told(self, steps: tuple[FollowUp, ...]) -> list[tuple[str, int, str, str]]:
        names = {chat.id: channel for channel, chat in self.chats.items()}
        return [
            (names.get(one.prospect_id or 0, one.sequence), one.step, one.state, one.reason)
            for one in steps
        ]


def meets(work: Work) -> Person:
    chats = {}
    for channel in ABILITIES:
        prospect, _ = work.leads.find_or_create(channel, "lan", name="", source="", now=WEEKS_AGO)
        for purpose in ("contact", "marketing"):
            work.conversations.consent(
                prospect.id, purpose, given=True, text_version="1", now=WEEKS_AGO
            )
        chats[channel] = prospect
    elder = chats["webchat"].lead_id
    for prospect in chats.values():
        if prospect.lead_id != elder:
            work.merges.join(elder, prospect.lead_id)
    return Person(work, {channel: work.leads.prospect(one.id) for channel, one in chats.items()})


async def plays(store: Store, story: Callable[[Person], Any]) -> Any:
    return await store.run(lambda work: story(meets(work)))


@pytest.mark.parametrize(
    ("closed", "by"),
    [((), "webchat"), (("webchat",), "telegram"), (("webchat", "telegram"), "zalo_oa")],
)
async def test_a_step_goes_by_the_first_of_its_channels_that_is_open(
    sqlite_store: Store, closed: tuple[str, ...], by: str
) -> None:
    def story(person: Person) -> list[tuple[str, int, str, str]]:
        for channel in closed:
            person.work.leads.reachable(channel, "lan", False)
        return person.told(person.goes_through(sequence(on=["webchat", "telegram"])))

    told = await plays(sqlite_store, story)

    assert told[0][:2] == (by, 1)


async def test_a_channel_without_a_yes_is_passed_over(sqlite_store: Store) -> None:
    def story(person: Person) -> list[tuple[str, int, str, str]]:
        person.work.conversations.consent(
            person.chats["webchat"].id, "contact", given=False, text_version="1", now=WEEKS_AGO
        )
        return person.told(person.goes_through(sequence(on=["webchat", "telegram"])))

    first, _ = await plays(sqlite_store, story)
    assert first == ("telegram", 1, SENT, "")


async def test_what_a_closed_window_refuses_another_channel_takes_over_in_order(
    sqlite_store: Store,
) -> None:
    def story(person: Person) -> list[tuple[str, int, str, str]]:
        return person.told(person.goes_through(sequence()))

    refused, taken, ahead = await plays(sqlite_store, story)

    assert refused == ("zalo_oa", 1, REFUSED, "channel_window")
    assert taken == ("telegram", 1, SENT, "")
    assert ahead[1:3] == (2, DUE)


async def test_where_no_channel_is_left_the_rep_gets_a_task(sqlite_store: Store) -> None:
    def story(person: Person, *, with_rep: bool) -> list[tuple[str, int, str, str]]:
        for channel in ("telegram", "webchat"):
            person.work.leads.reachable(channel, "lan", False)
        if with_rep:
            rep = person.work.team.add("Minh", Role.REP, MORNING)
            lead = person.work.leads.get(person.lead_id)
            assert lead is not None
            person.work.leads.save(replace(lead, rep_id=rep))
        return person.told(person.goes_through(sequence()))

    told = await plays(sqlite_store, lambda person: story(person, with_rep=True))
    tasks = [one for one in told if one[0] == REMINDER]
    assert [one[:2] for one in tasks] == [(REMINDER, 1)]
    assert ("zalo_oa", 2, DUE, "") in told, "the sequence goes on"


async def test_a_step_may_say_that_it_is_rather_left_out(sqlite_store: Store) -> None:
    def story(person: Person) -> list[tuple[str, int, str, str]]:
        return person.told(person.goes_through(sequence(fallback="drop")))

    told = await plays(sqlite_store, story)

    assert told == [
        ("zalo_oa", 1, REFUSED, "channel_window"),
        ("zalo_oa", 2, DUE, ""),
    ]


_STAGES = {"won": Stage.CUSTOMER, "lost": Stage.LOST}


@pytest.mark.parametrize("event", sorted(set(get_args(Event)) - {"campaign", "silent"}))
async def test_an_event_begins_what_waits_for_it_once_and_nothing_else(
    sqlite_store: Store, event: str
) -> None:
    own = [
        sequence().model_copy(
            update={"id": one, "enrol": sequence().enrol.model_copy(update={"event": one})}
        )
        for one in get_args(Event)
    ]

    def story(person: Person) -> tuple[list[int], list[str]]:
        lead = person.work.leads.get(person.lead_id)
        assert lead is not None
        lead = replace(lead, stage=_STAGES.get(event, lead.stage))
        person.work.leads.save(lead)

        def happens(key: str, now: datetime) -> int:
            return enrolling.happened(person.work, company(*own), lead, event, key, now)

        begun = [happens("1", MORNING), happens("1", MORNING), happens("2", MORNING)]
        return begun, [one.sequence for one in person.work.enrolments.of_lead(lead.id)]

    begun, runs = await plays(sqlite_store, story)
    assert begun == [1, 0, 0], "the same again while it runs is nothing new"
    assert runs == [event]


async def test_a_stop_ends_the_steps_on_every_channel(sqlite_store: Store) -> None:
    def story(person: Person) -> set[str]:
        person.goes_through(sequence())
        person.work.follow_ups.stop(person.lead_id, "opted_out", MORNING)
        return {one.state for one in person.work.follow_ups.of_lead(person.lead_id)}

    assert await plays(sqlite_store, story) == {REFUSED, SENT, CANCELLED}
