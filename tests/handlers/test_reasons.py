"""The sentence a rep reads: what raises, what lowers, what is unknown, what to ask."""

from __future__ import annotations

import pytest

from handlers.score.reasons import evidence, next_question, reason_text, sentence
from handlers.texts import catalogue
from scoring.lead import BANT, Reason, Slot
from scoring.weights import KINDS, PENALTIES
from storage.events import Snapshot
from tests.fakes import MORNING
from tests.house import SAMPLE_BUSINESS, House

REASONS = (
    Reason(4.0, "budget.range", "tầm 30 triệu", 3),
    Reason(14.0, "need.specific", "máy tính tiền cho 2 quầy", 1),
    Reason(2.5, "engagement.reply", at=MORNING),
    Reason(8.0, "timing.quarter", "tháng sau", 2),
    Reason(-3.0, "authority.asked_in_vain"),
    Reason(-20.0, "penalty.out_of_area"),
    Reason(-1.5, "engagement.no_reply", at=MORNING),
    Reason(16.0, "score.limit"),
)


def taken(unknown: tuple[Slot, ...] = (), conflicting: tuple[Slot, ...] = ()) -> Snapshot:
    return Snapshot(
        MORNING, 26, 0, 1, 20, 20, "cold", REASONS, unknown=unknown, conflicting=conflicting
    )


def test_three_raise_two_lower_then_what_is_unknown_and_one_question() -> None:
    told = sentence(taken(unknown=(Slot.AUTHORITY, Slot.CONTACT)), "vi").splitlines()

    assert told == [
        "Vì: nhu cầu rõ +14 “máy tính tiền cho 2 quầy” · cần trong ba tháng +8 “tháng sau”"
        " · có khoảng ngân sách +4 “tầm 30 triệu”",
        "Kéo xuống: ngoài vùng phục vụ −20 · hỏi người quyết hai lần chưa trả lời −3",
        "Chưa rõ: người quyết, liên hệ",
        "Nên hỏi tiếp: “Ngoài anh/chị, mình có cần ai cùng duyệt nữa không ạ?”",
    ]


def test_the_same_in_english() -> None:
    told = sentence(taken(unknown=(Slot.BUDGET,)), "en").splitlines()

    assert told[0].startswith("Because: clear need +14 “máy tính tiền cho 2 quầy” · ")
    assert told[1].startswith("Pulls it down: out of our area −20 · ")
    assert told[2:] == [
        "Still unknown: budget",
        "Ask next: “Roughly how much would you like to spend, so that I can pick what fits?”",
    ]


def test_what_was_said_two_ways_is_asked_before_what_is_unknown() -> None:
    snapshot = taken(unknown=(Slot.CONTACT,), conflicting=(Slot.BUDGET,))

    assert "Nói hai cách: ngân sách" in sentence(snapshot, "vi")
    assert "chi khoảng bao nhiêu" in next_question(snapshot, "vi")


def test_where_all_is_known_nothing_is_to_be_asked() -> None:
    assert next_question(taken(), "vi") == ""
    assert "Nên hỏi" not in sentence(taken(), "vi")


@pytest.mark.parametrize("slot", [*BANT, Slot.CONTACT])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_owner_s_question_stands_before_ours(slot: Slot, language: str) -> None:
    asked = next_question(taken(unknown=(slot,)), language, SAMPLE_BUSINESS)

    own = SAMPLE_BUSINESS.question(slot)
    assert own is not None
    assert asked.startswith(own.ask.of(language).split("{")[0])
    assert "{" not in asked


def test_every_kind_of_behaviour_and_penalty_has_its_words() -> None:
    keys = {f"reason.engagement_{kind}" for kind in KINDS}
    keys |= {f"reason.penalty_{kind}" for kind in PENALTIES}

    assert keys <= set(catalogue("vi"))
    assert keys <= set(catalogue("en"))


@pytest.mark.parametrize(
    ("key", "words", "vi", "en"),
    [
        ("learned.engagement.product_question", "0", "chưa lần nào", "never"),
        ("learned.engagement.reply", "< 3.25", "ít hoặc đã lâu", "little or long ago"),
        ("learned.engagement.reply", "≥ 12", "nhiều, mới đây", "much of late"),
        ("learned.engagement.reply", "3.25–12", "thỉnh thoảng", "now and then"),
        ("learned.completeness", "50–74", "50–74 %", "50–74 %"),
        ("learned.completeness", "≥ 75", "từ 75 %", "75 % or more"),
        ("learned.completeness", "0", "0 %", "0 %"),
        ("learned.need", "positive", "tốt", "good"),
        ("learned.referral", "blank", "chưa rõ", "not known"),
        ("learned.referral", "yes", "có", "yes"),
        ("learned.source", "facebook", "facebook", "facebook"),
        ("learned.source", "(other)", "ít gặp", "seldom seen"),
        ("learned.source & need", "zalo/blank & unknown", "zalo/chưa rõ, chưa rõ", None),
        ("learned.source", "A & B", "A & B", "A & B"),
        ("need.specific", "0", "0", "0"),  # somebody's own words
    ],
)
def test_what_was_learned_is_told_in_a_rep_s_words(
    key: str, words: str, vi: str, en: str | None
) -> None:
    assert evidence(Reason(3.0, key, words), "vi") == vi
    if en is not None:
        assert evidence(Reason(3.0, key, words), "en") == en


def test_a_reason_of_two_columns_names_both() -> None:
    assert reason_text("learned.source & engagement.reply", "vi") == (
        "kinh nghiệm từ đơn cũ: nguồn + trả lời"
    )


async def test_why_shows_every_reason_with_its_evidence(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")
    await house.says("lan", "Em cần máy tính tiền cho 2 quầy, cho em xin báo giá")

    told = (await house.says("minh", "/why 1")).text

    assert "Vì: " in told
    assert "Nên hỏi tiếp: “" in told
    assert "— “" in told  # the words of the need
    assert "lần cuối 9:00" in told  # when the behaviour was seen


async def test_why_speaks_english_where_it_is_asked_to(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")
    await house.says("lan", "Em cần máy tính tiền cho 2 quầy, cho em xin báo giá")

    told = (await house.says("minh", "/why 1 en")).text

    assert "Because: " in told
    assert "clear need — “" in told
    assert "nhu cầu rõ" not in told


async def test_the_card_says_why_and_what_to_ask(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")
    await house.says("lan", "Em muốn đặt mua máy tính tiền cho 2 quầy, gọi em nhé")

    card = house.channel.last("minh").text

    assert "Vì: " in card
    assert "Chưa rõ: " in card
    assert "Nên hỏi tiếp: “" in card
