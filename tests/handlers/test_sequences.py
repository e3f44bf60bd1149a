"""Sequences: who comes in, when each step goes, what it says, and what ends them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from pydantic import ValidationError

from handlers.business import SAMPLE
from handlers.business_file.ready_sequences import Sequences, ready_ids, trades
from handlers.business_file.sequences import Sequence
from handlers.channel import Abilities, Kind
from handlers.follow_up import enrolling, sequences, step_times, telling
from handlers.owners_file import BusinessFileError, load
from handlers.prospect.dialogue import Dialogue
from handlers.prospect.replies import Voice
from scoring.lead import Lead, Stage, Temperature
from storage.follow_ups import DUE, SENT, FollowUp
from storage.leads import Prospect
from storage.store import Store, Work
from tests.fakes import MORNING, PLAIN, RICH, FakeChannel, FakeClock
from tests.house import SAMPLE_BUSINESS, House


async def agrees(house: House) -> None:
    """Lan begins, says what she needs, and is not heard of again."""
    await house.starts("lan")
    await house.taps("lan", "Đồng ý")
    await house.says("lan", "kế toán")


async def passes_days(house: House, days: int) -> None:
    for _ in range(days * 4):
        await house.passes(hours=6, minutes=1)


async def steps(house: House) -> tuple[FollowUp, ...]:
    return await house.store.read(lambda work: work.follow_ups.of_lead(1))


async def test_a_cold_lead_that_goes_quiet_gets_the_steps_on_their_days(
    sqlite_house: House,
) -> None:
    await agrees(sqlite_house)

    await passes_days(sqlite_house, 45)

    sent = [one for one in await steps(sqlite_house) if one.sequence == "educate"]
    assert [one.step for one in sent] == [1, 2, 3, 4, 5]
    assert {one.state for one in sent} == {SENT}
    assert "mẹo nhỏ khi chọn phần mềm" in sqlite_house.channel.sent[-5].text
    assert "em xin phép không nhắn thêm" in sqlite_house.channel.last("lan").text
    gaps = [
        (later.settled_at - earlier.settled_at).days
        for earlier, later in pairwise(sent)
        if later.settled_at and earlier.settled_at
    ]
    assert gaps == sorted(gaps)
    (run,) = await sqlite_house.store.read(lambda work: work.enrolments.of_lead(1))
    assert run.reason == sequences.FINISHED


async def test_a_step_counts_as_left_unanswered_when_the_next_one_goes_out(
    sqlite_house: House,
) -> None:
    async def unanswered() -> int:
        return await sqlite_house.store.read(
            lambda work: sum(one.kind == "no_reply" for one in work.events.of_lead(1))
        )

    def went_out() -> int:
        return sum(one.chat_id == "lan" for one in sqlite_house.channel.sent) - spoken

    await agrees(sqlite_house)
    await sqlite_house.passes(minutes=11)  # the nudge of the conversation
    spoken = sum(one.chat_id == "lan" for one in sqlite_house.channel.sent)
    while went_out() < 1:
        await sqlite_house.passes(hours=3)
    assert await unanswered() == 0

    while went_out() < 3:
        await sqlite_house.passes(hours=3)
    assert await unanswered() == 2


async def test_without_consent_nobody_comes_into_a_sequence(sqlite_house: House) -> None:
    await sqlite_house.starts("lan")
    await sqlite_house.says("lan", "cần phần mềm kế toán")

    await passes_days(sqlite_house, 10)

    assert await sqlite_house.store.read(lambda work: work.enrolments.of_lead(1)) == ()
    assert {one.sequence for one in await steps(sqlite_house)} <= {"nudge"}


async def test_a_reply_ends_the_sequence_and_the_next_silence_does_not_repeat_it(
    sqlite_house: House,
) -> None:
    await agrees(sqlite_house)
    await passes_days(sqlite_house, 9)
    told = [one.text for one in sqlite_house.channel.sent if "mẹo nhỏ" in one.text]
    await sqlite_house.says("lan", "ok em")

    ended = await sqlite_house.store.read(lambda work: work.enrolments.of_lead(1))
    await passes_days(sqlite_house, 30)

    assert len(told) == 1
    assert [one.reason for one in ended] == ["replied"]
    assert sum("mẹo nhỏ" in one.text for one in sqlite_house.channel.sent) == 1
    refused = [one for one in await steps(sqlite_house) if one.reason == "duplicate"]
    assert [one.sequence for one in refused][:1] == ["educate"]


async def test_a_stop_under_a_step_ends_everything(sqlite_house: House) -> None:
    await sqlite_house.joins("sep", "manager", "Sếp")
    await agrees(sqlite_house)
    await passes_days(sqlite_house, 9)

    await sqlite_house.taps("lan", "Thôi, cảm ơn")
    said = len(sqlite_house.channel.chat("lan"))
    await passes_days(sqlite_house, 60)

    assert len(sqlite_house.channel.chat("lan")) == said
    assert DUE not in {one.state for one in await steps(sqlite_house)}
    plan = (await sqlite_house.says("sep", "/plan 1")).text
    assert "cũng không nhắn gì, vì khách đã dừng nhận tin" in plan


async def test_whoever_runs_finishes_on_his_version(store: Store, clock: FakeClock) -> None:
    house = House(store, clock, FakeChannel())
    await agrees(house)
    await passes_days(house, 3)
    changed = Sequence.model_validate(
        {
            "id": "educate",
            "enrol": {"temperature": ["cold"]},
            "steps": [{"after": "1d", "say": {"vi": "Bản mới", "en": "New"}}],
        }
    )
    business = SAMPLE_BUSINESS.model_copy(update={"sequences": Sequences(own=(changed,))})
    later = House(store, clock, house.channel, business=business)

    await passes_days(later, 8)

    texts = [one.text for one in house.channel.sent]
    assert not any("Bản mới" in text for text in texts)
    assert any("mẹo nhỏ" in text for text in texts)


async def test_a_purchase_begins_care_and_a_promotion_only_with_a_yes_of_its_own(
    sqlite_house: House,
) -> None:
    await sqlite_house.joins("sep", "manager", "Sếp")
    await agrees(sqlite_house)
    await sqlite_house.says("sep", "/won 1 20 triệu")

    runs = await sqlite_house.store.read(lambda work: work.enrolments.running(1))
    await passes_days(sqlite_house, 5)

    assert [one.sequence for one in runs] == ["care"]
    assert "quen tay chưa" in sqlite_house.channel.last("lan").text


async def test_a_quote_and_a_missed_meeting_begin_their_sequences(sqlite_house: House) -> None:
    await sqlite_house.joins("sep", "manager", "Sếp")
    await agrees(sqlite_house)

    noted = await sqlite_house.says("sep", "/noshow 1")
    again = await sqlite_house.says("sep", "/noshow 1")
    await sqlite_house.says("sep", "/quote 1")
    await sqlite_house.passes(hours=2)

    assert "đã bắt đầu" in noted.text
    assert "Chưa có chuỗi nào" in again.text
    assert "mình lỡ buổi hẹn" in sqlite_house.channel.last("lan").text
    plan = (await sqlite_house.says("sep", "/plan 1")).text
    assert "11/03/2026" in plan
    dates = re.findall(r"^(\d\d)/(\d\d)/(\d{4}) (\d\d:\d\d) · (?:sau|lỡ)", plan, re.MULTILINE)
    ahead = [(year, month, day, clock) for day, month, year, clock in dates]
    assert len(ahead) > 3
    assert ahead == sorted(ahead), "what waits of both, by its date"


async def test_a_choice_under_a_step_is_heard_as_words(sqlite_house: House) -> None:
    await sqlite_house.joins("sep", "manager", "Sếp")
    await agrees(sqlite_house)
    await sqlite_house.says("sep", "/quote 1")
    await passes_days(sqlite_house, 2)

    answer = await sqlite_house.taps("lan", "Giá hơi cao")

    assert "từ 4 triệu" in answer.text


@pytest.mark.parametrize(("can", "typed"), [(RICH, "giá hơi cao"), (PLAIN, "1")])
async def test_a_choice_under_a_step_may_be_typed(
    sqlite_store: Store, clock: FakeClock, can: Abilities, typed: str
) -> None:
    house = House(sqlite_store, clock, FakeChannel(abilities=can))
    await house.joins("sep", "manager", "Sếp")
    await house.starts("lan")
    await house.says("lan", "đồng ý")
    await house.says("lan", "kế toán")
    await house.says("sep", "/quote 1")
    await passes_days(house, 2)

    assert "từ 4 triệu" in (await house.says("lan", typed)).text


async def test_a_choice_that_is_gone_is_answered_all_the_same(sqlite_house: House) -> None:
    await agrees(sqlite_house)
    said = len(sqlite_house.channel.sent)

    for data in ("1:say:gone:0:0", "1:say:educate:99:0", "1:say:quote_sent:0:99", "1:say"):
        await sqlite_house.hear(sqlite_house.message("lan", Kind.BUTTON, button=data))

    assert len(sqlite_house.channel.sent) > said


@pytest.mark.parametrize(
    ("two_days_before", "told"),
    [
        (datetime(2026, 10, 18, 2, tzinfo=UTC), "20/10"),
        # 2026 has no other day for it.
        (datetime(2026, 2, 26, 2, tzinfo=UTC), "29/2"),
    ],
)
async def test_a_birthday_is_wished_once_a_year(
    store: Store, two_days_before: datetime, told: str
) -> None:
    clock = FakeClock(two_days_before)
    house = House(store, clock, FakeChannel())
    await house.joins("sep", "manager", "Sếp")
    await agrees(house)
    await store.run(
        lambda work: work.conversations.consent(
            1, "marketing", given=True, text_version="1", now=clock.now()
        )
    )
    await house.says("sep", f"/birthday 1 {told}")

    await passes_days(house, 1)
    early = len(house.channel.sent)
    await passes_days(house, 19)

    wished = [one.text for one in house.channel.sent if "là sinh nhật anh/chị" in one.text]
    assert len(wished) == 1
    assert not any("là sinh nhật" in one.text for one in house.channel.sent[:early])


async def test_a_channel_without_buttons_numbers_the_way_out(
    sqlite_store: Store, clock: FakeClock
) -> None:
    house = House(sqlite_store, clock, FakeChannel(abilities=PLAIN))
    await house.starts("lan")
    await house.says("lan", "1")
    await house.says("lan", "kế toán")
    await passes_days(house, 9)

    assert "1. Thôi, cảm ơn" in house.channel.last("lan").text


async def test_a_picture_goes_as_a_picture_and_where_none_is_shown_as_its_address(
    sqlite_store: Store, clock: FakeClock
) -> None:
    picture = Sequence.model_validate(
        {
            "id": "educate",
            "enrol": {"temperature": ["cold"]},
            "steps": [
                {
                    "after": "1d",
                    "say": {"vi": "Mời xem", "en": "Look"},
                    "photo": "https://example.com/a.jpg",
                    "file": "gia.pdf",
                }
            ],
        }
    )
    business = SAMPLE_BUSINESS.model_copy(update={"sequences": Sequences(own=(picture,))})
    shows = FakeChannel("shows", abilities=replace(RICH, encloses=True))
    for channel in (shows, FakeChannel("plain", abilities=PLAIN)):
        house = House(sqlite_store, clock, channel, business)
        await house.starts("lan")
        await house.says("lan", "đồng ý")
        await house.says("lan", "kế toán")
        await passes_days(house, 3)

    sent = [one for one in shows.sent if one.encloses]
    assert [(one.kind, one.address) for one in sent[0].encloses] == [
        ("photo", "https://example.com/a.jpg")  # the file beside the business file is not there
    ]
    assert "example.com" not in sent[0].text
    told = house.channel.last("lan").text
    assert told.startswith("Mời xem")
    assert "https://example.com/a.jpg" in told


# --- the file ---------------------------------------------------------------------------------


@pytest.mark.parametrize("trade", trades())
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("warmth", Temperature)
def test_every_ready_step_reads_well_in_every_trade(
    trade: str, language: str, warmth: Temperature
) -> None:
    section = Sequences.model_validate({"trade": trade})
    business = SAMPLE_BUSINESS.model_copy(update={"sequences": section})
    voice = Voice(business, language, "chị")
    reader = telling.Reader(business, voice, Lead(1, temperature=warmth), "Lan", "Minh")

    for sequence in section.running:
        for place in range(len(sequence.steps)):
            draft, _ = telling.told(sequence, place, reader, Dialogue())
            assert "{" not in draft.text
            label, _, words = draft.text.rpartition("] ")
            assert bool(label) is (sequence.purpose == "marketing")
            assert words[0].isupper()
            assert draft.menu[-1] == "1:stop"
            if language == "vi":
                assert draft.text.casefold().count("dạ ") <= 1
                assert draft.text.count(" ạ") <= 2  # a question of the file may bring its own


@pytest.mark.parametrize(
    ("warmth", "language", "words"),
    [
        (Temperature.COLD, "vi", "Dạ chị, em gửi chị bài viết ạ."),
        (Temperature.COLD, "en", "An article for you."),
        (Temperature.HOT, "vi", "Dạ chị, em gọi chị nhé."),
        (Temperature.HOT, "en", "Shall I call?"),
    ],
)
def test_a_step_speaks_to_the_language_and_the_temperature(
    warmth: Temperature, language: str, words: str
) -> None:
    own = Sequence.model_validate(
        {
            "id": "hai_loi",
            "steps": [
                {
                    "after": "1d",
                    "say": {
                        "vi": "Dạ {you}, {me} gửi {you} bài viết ạ.",
                        "en": "An article for you.",
                    },
                    "by_temperature": {
                        "hot": {"vi": "Dạ {you}, {me} gọi {you} nhé.", "en": "Shall I call?"}
                    },
                }
            ],
        }
    )
    voice = Voice(SAMPLE_BUSINESS, language, "chị")
    reader = telling.Reader(SAMPLE_BUSINESS, voice, Lead(1, temperature=warmth), "Lan", "Minh")

    draft, _ = telling.told(own, 0, reader, Dialogue())

    assert draft.text == words


async def test_a_sequence_that_reached_its_goal_says_no_more(sqlite_house: House) -> None:
    own = Sequence.model_validate(
        {
            "id": "dat_lich",
            "enrol": {"event": "quote_sent"},
            "exit": [],
            "goal": "booked",
            "steps": [
                {"after": f"{day}d", "say": {"vi": f"Lần {day}", "en": "Again"}}
                for day in (1, 4, 8)
            ],
        }
    )
    business = SAMPLE_BUSINESS.model_copy(update={"sequences": Sequences(ready="none", own=(own,))})
    house = House(sqlite_house.store, sqlite_house.clock, sqlite_house.channel, business)
    await house.joins("sep", "manager", "Sếp")
    await house.starts("lan")
    await house.taps("lan", "Đồng ý")
    await house.says("sep", "/quote 1")
    await passes_days(house, 3)
    await house.store.run(lambda work: work.events.record(1, "consult_booked", house.clock.now()))

    await passes_days(house, 10)

    said = [one.text for one in house.channel.chat("lan")]
    assert [text for text in said if text.startswith("Lần")] == ["Lần 1"]
    (run,) = await house.store.read(lambda work: work.enrolments.of_lead(1))
    assert run.reason == sequences.GOAL


def test_the_ready_sequences_cover_every_kind_of_lead() -> None:
    assert set(ready_ids()) == {
        "educate", "prove", "hot_silent", "no_show", "quote_sent",
        "care", "referral", "repeat", "birthday",
    }  # fmt: skip


def test_what_is_kept_of_a_sequence_can_be_read_again() -> None:
    for sequence in SAMPLE_BUSINESS.sequences.running:
        assert Sequence.model_validate_json(sequence.model_dump_json()) == sequence


def test_steps_must_be_in_order_and_slots_known(tmp_path: Path) -> None:
    def step(**fields: object) -> dict[str, object]:
        return {"after": "1d", "say": {"vi": "Chào", "en": "Hi"}, **fields}

    for wrong, words in (
        ({"id": "a", "steps": [step(after="3d"), step(after="1d")]}, "steps_turned"),
        ({"id": "a", "steps": [step(say={"vi": "{nobody}", "en": "Hi"})]}, "slot"),
        ({"id": "a", "steps": [step(window="11:00-09:00")]}, "window"),
        ({"id": "a", "steps": [step(link="cat.png")]}, "address"),
        ({"id": "a", "steps": [step(photo="../cat.png")]}, "enclosed"),
        ({"id": "a", "steps": []}, "steps_count"),
    ):
        with pytest.raises(ValidationError, match=words):
            Sequence.model_validate(wrong)


def test_a_fault_in_a_sequence_is_told_with_its_place(tmp_path: Path) -> None:
    own = """  trade: software
  own:
    - id: mine
      steps:
        - after: soon
          say: {vi: Chào, en: Hi}
"""
    text = SAMPLE.read_text().replace("  trade: software\n", own)
    file = tmp_path / "business.yaml"
    file.write_text(text)

    with pytest.raises(BusinessFileError) as caught:
        load(file)

    (fault,) = caught.value.faults
    assert "sequences.own.0.steps.0.after" in fault
    assert "'soon'" in fault


def test_an_own_sequence_takes_the_place_of_the_ready_one() -> None:
    own = Sequence.model_validate(
        {"id": "care", "steps": [{"after": "1d", "say": {"vi": "Chào", "en": "Hi"}}]}
    )

    running = Sequences(own=(own,)).running

    assert [one for one in running if one.id == "care"] == [own]
    assert len(running) == len(ready_ids())


def test_a_thousand_leads_are_spread_within_the_window() -> None:
    sequence = SAMPLE_BUSINESS.sequences.running[0]
    since = datetime(2026, 3, 10, 2, tzinfo=UTC)

    times = [
        step_times.step_time(SAMPLE_BUSINESS, sequence, 0, lead_id, since)
        for lead_id in range(1000)
    ]

    assert max(times) - min(times) > timedelta(minutes=40)
    busiest = max(
        sum(one <= other < one + timedelta(minutes=1) for other in times) for one in times
    )
    assert busiest < 60
    local = [one + timedelta(hours=7) for one in times]
    assert {one.hour for one in local} == {9}


async def test_a_customer_is_not_taken_for_a_silent_lead(sqlite_store: Store) -> None:
    (educate,) = [one for one in SAMPLE_BUSINESS.sequences.running if one.id == "educate"]

    lan = Prospect(1, 1, "fake", "lan", "", "", True, None)

    def fits(work: Work) -> list[bool]:
        return [
            enrolling.fits(work, educate, lead, lan, MORNING)
            for lead in (
                Lead(1),
                Lead(1, stage=Stage.CUSTOMER),
                Lead(1, temperature=Temperature.HOT),
            )
        ]

    assert await sqlite_store.read(fits) == [True, False, False]
