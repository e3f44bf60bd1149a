"""Campaigns: who gets one and who does not and why; two wordings; brakes; the report."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest

from handlers.business import SAMPLE, Business
from handlers.business_file.campaigns import Campaign
from handlers.business_file.segments import Segment
from handlers.channel import ChatClosedError, Kind, MessageRefusedError
from handlers.follow_up import campaigns, links
from handlers.follow_up.segments import belongs
from handlers.owners_file import BusinessFileError, parse
from storage.store import Store, Work
from tests.fakes import RICH, FakeChannel, FakeClock
from tests.house import SAMPLE_BUSINESS, House


def with_campaign(**fields: Any) -> Business:
    wanted = Campaign.model_validate(
        {
            "id": "thu",
            "purpose": "contact",
            "texts": [{"vi": "Lời một", "en": "One"}, {"vi": "Lời hai", "en": "Two"}],
            **fields,
        }
    )
    return SAMPLE_BUSINESS.model_copy(update={"campaigns": (wanted,)})


def opened(house: House, **fields: Any) -> House:
    return House(house.store, house.clock, house.channel, with_campaign(**fields), keys=house.keys)


async def people(house: House, count: int) -> list[str]:
    names = [f"khach{number}" for number in range(count)]
    for name in names:
        await house.starts(name)
        await house.taps(name, "Đồng ý")
        await house.says(name, "kế toán")
    # Whoever has just talked is not written to in the same hour; their nudges are past.
    await house.store.run(partial(_quiet, names=names))
    house.clock.wind(timedelta(days=2))
    return names


def _quiet(work: Work, names: list[str]) -> None:
    for number in range(1, len(names) + 1):
        work.follow_ups.stop(number, "replaced", work_now(work, number))


def work_now(work: Work, lead_id: int) -> Any:
    return work.enrolments.heard_at(lead_id)


def _opt_out(work: Work, prospect_id: int, house: House) -> None:
    work.leads.opt_out(prospect_id, house.clock.now())


async def test_a_dry_run_says_who_gets_it_and_who_not_and_why(sqlite_house: House) -> None:
    house = opened(sqlite_house, segment={"temperature": ["cold"]})
    await house.joins("sep", "manager", "Sếp")
    await people(house, 4)
    await house.starts("no_consent")
    await house.store.run(partial(_opt_out, prospect_id=1, house=house))
    said = len(house.channel.sent)

    shown = await house.says("sep", "/campaign thu")

    assert "3 khách sẽ nhận" in shown.text
    assert "giữ lại 1: khách đã dừng nhận tin" in shown.text
    assert "giữ lại 1: chưa có sự đồng ý" in shown.text
    assert len(house.channel.sent) == said + 1


async def test_it_goes_out_in_two_wordings_and_the_report_counts_what_came(
    sqlite_house: House,
) -> None:
    house = opened(sqlite_house)
    await house.joins("sep", "manager", "Sếp")
    names = await people(house, 8)
    await house.says("sep", "/campaign thu")

    started = await house.taps("sep", "Gửi")
    await house.passes(minutes=1)
    await house.passes(minutes=1)
    texts = {name: house.channel.last(name).text for name in names}
    house.clock.wind(timedelta(minutes=5))
    await house.says(names[0], "cho hỏi thêm")
    report = (await house.says("sep", "/campaign thu")).text

    assert "bắt đầu" in started.text
    assert set(texts.values()) == {"Lời một", "Lời hai"}
    assert "A: chọn" in report
    assert "B: chọn" in report
    assert "Cả hai: chọn 8 · chờ 0 · đã gửi 8" in report
    assert "trả lời 1" in report
    assert "đã xem: kênh không báo" in report


async def test_once_all_is_sent_it_is_over_and_looked_at_no_more(house: House) -> None:
    house = opened(house)
    await house.joins("sep", "manager", "Sếp")
    await people(house, 3)
    await house.says("sep", "/campaign thu")
    await house.taps("sep", "Gửi")

    for _ in range(3):
        await house.passes(minutes=1)

    assert await house.store.read(lambda work: work.campaigns.open()) == ()
    report = await house.says("sep", "/campaign thu")
    assert "đã gửi xong" in report.text
    assert "chọn 3 · chờ 0 · đã gửi 3" in report.text
    assert report.labels == [], "there is nothing left to stop"


async def test_the_report_counts_who_saw_it_where_the_channel_tells(
    sqlite_store: Store, clock: FakeClock
) -> None:
    tells = FakeChannel(abilities=replace(RICH, tells_seen=True))
    house = House(sqlite_store, clock, tells, with_campaign())
    await house.joins("sep", "manager", "Sếp")
    names = await people(house, 3)
    await house.says("sep", "/campaign thu")
    await house.taps("sep", "Gửi")
    await house.passes(minutes=1)
    (reached,) = [key for key, shown in tells.shown.items() if shown is tells.last(names[0])]
    clock.wind(timedelta(minutes=1))

    def heard(work: Work) -> datetime | None:
        return work.inbox.last_heard("fake", names[0])

    before = await sqlite_store.read(heard)
    for _ in range(2):
        await house.reception.admit(house.message(names[0], Kind.SEEN, seen=(reached,)))

    report = (await house.says("sep", "/campaign thu")).text
    assert "đã xem 1/3 (chỉ tính kênh có báo đã xem)" in report
    assert "trả lời 0" in report
    assert await sqlite_store.read(heard) == before  # reading is no message
    assert "✔" in (planned := (await house.says("sep", "/plan 1")).text)
    assert "(đã xem)" in planned
    assert "(đã xem)" not in (await house.says("sep", "/plan 2")).text


async def test_nobody_gets_a_campaign_twice(sqlite_house: House) -> None:
    house = opened(sqlite_house)
    await house.joins("sep", "manager", "Sếp")
    await people(house, 2)
    dry = await house.says("sep", "/campaign thu")
    await house.taps("sep", "Gửi", on=dry)
    await house.passes(minutes=1)
    said = len(house.channel.sent)

    again = await house.taps("sep", "Gửi", on=dry)
    await house.passes(minutes=5)

    assert "cũ" in again.text
    assert len(house.channel.sent) == said + 1


async def test_a_customer_with_two_chats_gets_it_once(sqlite_house: House) -> None:
    house = opened(sqlite_house)
    await house.joins("sep", "manager", "Sếp")
    names = await people(house, 2)
    for name in names:
        await house.says(name, "số em 0987 654 321")
    await house.store.run(partial(_quiet, names=names))
    house.clock.wind(timedelta(days=2))

    dry = await house.says("sep", "/campaign thu")
    assert "1 khách sẽ nhận" in dry.text
    assert "giữ lại 1: cùng một khách" in dry.text
    await house.taps("sep", "Gửi", on=dry)
    await house.passes(minutes=1)

    got = [name for name in names if "Lời" in house.channel.last(name).text]
    assert got == ["khach0"]


async def test_promotion_is_labelled_and_needs_a_yes_of_its_own(sqlite_house: House) -> None:
    house = opened(sqlite_house, purpose="marketing")
    await house.joins("sep", "manager", "Sếp")
    names = await people(house, 2)
    await house.store.run(
        lambda work: work.conversations.consent(
            1, "marketing", given=True, text_version="1", now=house.clock.now()
        )
    )
    await house.says("sep", "/campaign thu")
    await house.taps("sep", "Gửi")
    await house.passes(minutes=1)

    assert house.channel.last(names[0]).text.startswith("[QC] Lời")
    assert house.channel.last(names[0]).labels[-1] == "Thôi, cảm ơn"
    assert "Lời" not in house.channel.last(names[1]).text


async def test_it_stops_itself_when_more_than_a_tenth_fail(sqlite_house: House) -> None:
    house = opened(sqlite_house)
    await house.joins("chu", "owner", "Chủ")
    await people(house, 30)
    await house.says("chu", "/campaign thu")
    await house.taps("chu", "Gửi")
    house.channel.failures += [MessageRefusedError("refused")] * 5
    for _ in range(4):
        await house.passes(minutes=1)

    told = [one.text for one in house.channel.chat("chu")]
    assert any("tự dừng: quá 10% gửi lỗi" in text for text in told)
    assert "đã dừng" in (await house.says("chu", "/campaign thu")).text


async def test_it_stops_itself_when_more_than_two_in_a_hundred_opt_out(
    sqlite_house: House,
) -> None:
    house = opened(sqlite_house)
    await house.joins("chu", "owner", "Chủ")
    names = await people(house, 25)
    await house.says("chu", "/campaign thu")
    await house.taps("chu", "Gửi")
    await house.passes(minutes=1)
    house.clock.wind(timedelta(minutes=5))
    await house.taps(names[3], "Thôi, cảm ơn")
    await house.passes(minutes=1)

    assert "tự dừng: quá 2% dừng nhận tin" in house.channel.last("chu").text


async def test_a_tracked_link_tells_its_taker_and_counts_a_click(sqlite_house: House) -> None:
    house = opened(sqlite_house, link="https://example.com/bang-gia")
    await house.joins("sep", "manager", "Sếp")
    names = await people(house, 2)
    await house.store.run(
        lambda work: work.settings.put(links.PUBLIC_ADDRESS, "https://bot.example")
    )
    await house.says("sep", "/campaign thu")
    await house.taps("sep", "Gửi")
    await house.passes(minutes=1)
    sent = {name: house.channel.last(name).text.splitlines()[-1] for name in names}
    token = sent[names[0]].removeprefix("https://bot.example/l/")

    def take(work: Work, token: str) -> str | None:
        return links.opened(work, house.business, token, house.clock.now())

    led = await house.store.run(partial(take, token=token))
    forged = await house.store.run(partial(take, token="x" * 16))
    touches = await house.store.read(lambda work: work.campaigns.touches(1))
    kinds = await house.store.read(lambda work: [one.kind for one in work.events.of_lead(1)])

    assert len(set(sent.values())) == 2
    assert (led, forged) == ("https://example.com/bang-gia", None)
    assert touches[1].startswith("campaign-thu-")
    assert "link_click" in kinds
    assert "bấm liên kết 1" in (await house.says("sep", "/campaign thu")).text


async def test_a_win_is_told_with_the_first_and_the_last_touch(sqlite_house: House) -> None:
    house = opened(
        sqlite_house, link="https://example.com/bang-gia", texts=[{"vi": "A", "en": "A"}]
    )
    await house.joins("sep", "manager", "Sếp")
    await house.store.run(
        lambda work: work.settings.put(links.PUBLIC_ADDRESS, "https://bot.example")
    )
    await house.starts("khach0", "thu")
    names = await people(house, 3)
    await house.says("sep", "/campaign thu")
    await house.taps("sep", "Gửi")
    await house.passes(minutes=1)

    async def takes(name: str) -> None:
        token = house.channel.last(name).text.splitlines()[-1].rpartition("/")[2]
        now = house.clock.now()
        await house.store.run(partial(links.opened, business=house.business, token=token, now=now))

    def other_link(work: Work) -> None:
        work.campaigns.link("other", "https://example.com", 3, None, house.clock.now())
        work.campaigns.clicked("other", house.clock.now())

    await takes(names[1])
    await takes(names[2])
    house.clock.wind(timedelta(minutes=5))
    await house.store.run(other_link)
    house.clock.wind(timedelta(minutes=5))
    for number in (1, 2, 3):
        await house.says("sep", f"/won {number} 20 triệu")

    report = (await house.says("sep", "/campaign thu")).text

    assert "thắng 3 (chạm đầu 1, chạm cuối 1)" in report


async def test_without_a_public_address_the_link_stays_as_it_is(sqlite_house: House) -> None:
    house = opened(sqlite_house, link="https://example.com/bang-gia")
    await house.joins("sep", "manager", "Sếp")
    (name,) = await people(house, 1)
    await house.says("sep", "/campaign thu")
    await house.taps("sep", "Gửi")
    await house.passes(minutes=1)

    assert house.channel.last(name).text.endswith("https://example.com/bang-gia")


async def test_a_segment_asks_for_facts_words_and_behaviour(sqlite_house: House) -> None:
    await people(sqlite_house, 1)

    def fits(work: Work, segment: dict[str, Any]) -> bool:
        wanted = Campaign.model_validate(
            {"id": "a", "segment": segment, "texts": [{"vi": "a", "en": "a"}]}
        )
        mailing = SAMPLE_BUSINESS.mailing(wanted)
        gets, held = campaigns.dry_run(work, SAMPLE_BUSINESS, {}, mailing, sqlite_house.clock.now())
        return bool(gets or held)

    for segment, expected in (
        ({}, True),
        ({"knows": ["need"]}, True),
        ({"knows": ["budget"]}, False),
        ({"lacks": ["budget"]}, True),
        ({"lacks": ["need"]}, False),
        ({"says": ["ke toan"]}, True),
        ({"says": ["xe máy"]}, False),
        ({"did": ["reply"]}, True),
        ({"did_not": ["reply"]}, False),
        ({"stage": ["customer"]}, False),
        ({"source": ["facebook"]}, False),
        ({"silent_for": "1d"}, True),
        ({"silent_for": "3d"}, False),
        ({"heard_within": "1d"}, False),
        ({"score_from": 90}, False),
    ):
        found = await sqlite_house.store.run(partial(fits, segment=segment))
        assert found is expected, segment


async def test_a_segment_asks_for_place_market_size_and_answers(sqlite_house: House) -> None:
    await sqlite_house.starts("lan")
    await sqlite_house.taps("lan", "Đồng ý")
    await sqlite_house.says("lan", "phần mềm kế toán cho công ty ở Đà Nẵng, 25 nhân viên")
    await sqlite_house.store.run(
        lambda work: work.events.record(
            1, "survey", sqlite_house.clock.now(), detail="today: Excel, sổ tay"
        )
    )

    def fits(work: Work, segment: dict[str, Any]) -> bool:
        lead = work.leads.get(1)
        assert lead is not None
        return belongs(work, Segment.model_validate(segment), lead, sqlite_house.clock.now())

    for segment, expected in (
        ({"province": ["Huế", "Đà Nẵng"]}, True),
        ({"province": ["Nẵn"]}, False),
        ({"market": ["b2b"]}, True),
        ({"market": ["b2c"]}, False),
        ({"company_size": {"at_least": 10, "at_most": 50}}, True),
        ({"company_size": {"at_least": 26}}, False),
        ({"answered": {"today": ["excel"]}}, True),
        ({"answered": {"today": ["phần mềm khác"]}}, False),
        ({"market": ["b2b"], "stage": ["customer"]}, False),
    ):
        found = await sqlite_house.store.read(partial(fits, segment=segment))
        assert found is expected, segment


_SECTIONS = """
segments:
  - id: ke_toan
    says: [kế toán]
    temperature: [cold, warm, hot]
campaigns:
  - id: thu
    segment: {segment: ke_toan, silent_for: 1d}
    purpose: contact
    sequences: [ba_buoc, tro_lai]
"""
_OWN = """  own:
    - id: ba_buoc
      enrol: {event: campaign}
      steps:
        - {after: 0d, say: {vi: Bước một, en: One}}
        - {after: 2d, say: {vi: Bước hai, en: Two}}
    - id: tro_lai
      enrol: {event: silent, segment: ke_toan}
      steps:
        - {after: 1d, say: {vi: Trở lại, en: Back}}
"""


def _with_sections(own: str = _OWN, sections: str = _SECTIONS) -> Business:
    text = SAMPLE.read_text(encoding="utf-8")
    return parse(text.replace("  trade: software\n", f"  trade: software\n{own}") + sections, "b")


async def test_a_campaign_sends_sequences_and_compares_them(sqlite_house: House) -> None:
    business = _with_sections()
    house = House(
        sqlite_house.store,
        sqlite_house.clock,
        sqlite_house.channel,
        business,
        keys=sqlite_house.keys,
    )
    await house.joins("sep", "manager", "Sếp")
    names = await people(house, 8)

    await house.says("sep", "/campaign thu")
    await house.taps("sep", "Gửi")
    for _ in range(5 * 24):
        await house.passes(hours=1)

    said = {name: {one.text for one in house.channel.chat(name)} for name in names}
    stepped = [name for name in names if "Bước một" in said[name]]
    assert 0 < len(stepped) < len(names)
    assert all("Bước hai" in said[name] for name in stepped)
    assert all("Trở lại" in said[name] for name in names if name not in stepped)
    report = (await house.says("sep", "/campaign thu")).text
    assert f"A: chọn {len(stepped)} · chờ 0 · đã gửi {len(stepped)}" in report


def test_a_named_segment_is_the_same_filter_everywhere_and_own_words_go_first() -> None:
    business = _with_sections()

    own = next(one for one in business.sequences.running if one.id == "tro_lai")
    sent = business.campaigns[0].segment

    assert own.enrol.says == sent.says == ("kế toán",)
    assert own.enrol.event == "silent"
    assert sent.silent_for == timedelta(days=1)


def test_sequences_written_short_run_beside_the_others() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    short = "followups:\n  short: [{when: cold, after: [1d], send: {vi: Chào, en: Hi}}]\n"

    business = parse(text.replace("followups:\n", short), "b")

    assert "short-cold" in {one.id for one in business.sequences.running}


def test_names_that_nobody_has_are_faults_with_their_place() -> None:
    wrong = _SECTIONS.replace("segment: ke_toan", "segment: nobody").replace(
        "[ba_buoc, tro_lai]", "[nothing]"
    )

    with pytest.raises(BusinessFileError) as caught:
        _with_sections(sections=wrong)

    assert "campaigns.0.segment" in caught.value.faults[0]
    assert "không có nhóm khách 'nobody'" in caught.value.faults[0]
    assert "không có chuỗi 'nothing'" in caught.value.faults[1]


async def test_a_rep_may_not_send_one(sqlite_house: House) -> None:
    house = opened(sqlite_house)
    await house.joins("minh", "rep", "Minh")

    said = await house.says("minh", "/campaign thu")

    assert "chỉ dành cho quản lý" in said.text


async def test_a_closed_chat_is_a_failure_and_not_tried_again(sqlite_house: House) -> None:
    house = opened(sqlite_house)
    await house.joins("sep", "manager", "Sếp")
    await people(house, 1)
    await house.says("sep", "/campaign thu")
    await house.taps("sep", "Gửi")
    house.channel.failures.append(ChatClosedError("blocked"))
    await house.passes(minutes=1)

    assert "lỗi 1" in (await house.says("sep", "/campaign thu")).text
