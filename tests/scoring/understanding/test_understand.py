"""One message in, everything it says out: the worked examples, and what holds for any text."""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.understanding.text import fold
from scoring.understanding.understand import understand
from tests.scoring.understanding.labels import agrees, development_phrases
from tests.work import LINEAR, growth

NOW = datetime.fromisoformat("2026-03-10T09:00:00+07:00")  # a Tuesday
OFFER = (20_000_000, 300_000_000)
MILLION = 1_000_000


def heard(text: str, asked: str | None = None, offer: tuple[int, int] = OFFER) -> dict[str, Any]:
    return understand(text, now=NOW, asked=asked, offer_range=offer).as_json()


def budget(least: float | None, most: float | None, **more: object) -> dict[str, Any]:
    bounds = {
        "min": None if least is None else round(least * MILLION),
        "max": None if most is None else round(most * MILLION),
    }
    return {"budget": {"status": "known", **bounds, **more}}


def timing(earliest: str | None, latest: str | None, horizon: str, **more: str) -> dict[str, Any]:
    return {"timing": {"earliest": earliest, "latest": latest, "horizon": horizon, **more}}


def money(currency: str, least: float, most: float) -> dict[str, Any]:
    return {"budget": {"status": "known", "min": least, "max": most, "currency": currency}}


WORKED_EXAMPLES: list[tuple[str, str | None, dict[str, Any]]] = [
    ("18tr5", "budget", budget(18.5, 18.5)),
    ("mười lăm củ rưỡi", "budget", budget(15.5, 15.5)),
    ("1 tỷ 6", "budget", budget(1600, 1600)),
    ("1 tỷ 60 triệu", "budget", budget(1060, 1060)),
    ("khoảng 50-70 triệu", "budget", budget(50, 70)),
    ("tầm 200 triệu", "budget", budget(160, 240, approx=True)),
    ("dưới 500k", "budget", budget(None, 0.5)),
    ("tỷ rưỡi", "budget", budget(1500, 1500)),
    ("vài chục triệu", "budget", budget(20, 90)),
    ("30 triệu trở lại", "budget", budget(None, 30)),
    ("hơn 400tr", "budget", budget(400, None)),
    ("gần 60 triệu", "budget", budget(54, 60)),
    ("4tr9/tháng", "budget", budget(4.9, 4.9, period="month")),
    ("ngan sach tam 100tr/thang", "budget", budget(80, 120, period="month")),
    ("$5k", "budget", money("USD", 5000, 5000)),
    ("ba triệu rưỡi tới bốn triệu", "budget", budget(3.5, 4)),
    ("80", "budget", budget(80, 80, assumed_unit=1_000_000)),
    ("không phải 25, 52 triệu nha", "budget", budget(52, 52)),
    (
        "10 tài khoản, mỗi tài khoản 80k một tháng",
        "budget",
        budget(0.08, 0.08, period="month", per="user"),
    ),
    ("chưa có ngân sách", "budget", {"budget": {"status": "unknown"}}),
    ("mình xin phép không nói con số", "budget", {"budget": {"status": "refused"}}),
    ("bên kia báo 90 triệu lận", None, {"budget": None}),
    (
        "cửa hàng có 60 nhân viên",
        "budget",
        {"budget": None, "other_numbers": [{"kind": "quantity", "value": 60, "unit": "nhân viên"}]},
    ),
    ("tuần tới", "timing", timing("2026-03-16", "2026-03-22", "immediate")),
    ("cuối tháng này", "timing", timing("2026-03-21", "2026-03-31", "month")),
    ("đầu quý 3", "timing", timing("2026-07-01", "2026-07-31", "half_year")),
    (
        "trong vòng 6 tuần",
        "timing",
        timing("2026-03-10", "2026-04-21", "quarter", kind="deadline"),
    ),
    ("chậm nhất 5/5", "timing", timing("2026-03-10", "2026-05-05", "quarter", kind="deadline")),
    ("sau lễ 2/9", "timing", timing("2026-09-03", None, "half_year")),
    ("trước Trung thu", "timing", timing("2026-03-10", "2026-09-24", "later", kind="deadline")),
    ("7 ngày làm việc nữa", "timing", timing("2026-03-19", "2026-03-19", "immediate")),
    ("rằm tháng 7 âm", "timing", timing("2026-08-27", "2026-08-27", "half_year")),
    ("tháng 2", "timing", timing("2027-02-01", "2027-02-28", "later")),
    ("không cần gấp", "timing", timing(None, None, "later", status="known")),
    (
        "em lọc nhà cung cấp rồi sếp chọn",
        "authority",
        {"authority": {"role": "influencer", "decider": "sếp"}},
    ),
    ("mình làm chủ tiệm", "authority", {"authority": {"role": "decision_maker"}}),
    (
        "lãnh đạo phê duyệt xong rồi",
        "authority",
        {"authority": {"role": "influencer", "approved": True}},
    ),
    ("vợ chồng em bàn thêm", "authority", {"authority": {"role": "joint"}}),
    (
        "quán em cần máy tính tiền cho 2 quầy",
        "need",
        {
            "need": {"status": "stated", "quantities": [{"value": 2, "unit": "quầy"}]},
            "budget": None,
        },
    ),
    (
        "0901.234.567 – Hoà, công ty Ánh Dương",
        "contact",
        {
            "contact": {
                "phones": ["+84901234567"],
                "name": "Hoà",
                "company": "công ty Ánh Dương",
            }
        },
    ),
    ("lan [at] congty [dot] vn", "contact", {"contact": {"emails": ["lan@congty.vn"]}}),
    ("mã số thuế 0301234567", "contact", {"contact": {"phones": []}}),
    ("đừng gửi thông báo cho tôi nữa", None, {"intents": [{"name": "opt_out"}]}),
    ("đừng bận tâm, gửi giá là được", None, {"intents": [{"name": "price_request"}]}),
    (
        "cần trong hôm nay, tầm 60tr, sếp gật rồi",
        None,
        timing("2026-03-10", "2026-03-10", "immediate")
        | budget(48, 72)
        | {"authority": {"role": "influencer", "approved": True}},
    ),
    (
        "our budget is about 4k USD, by end of June",
        None,
        money("USD", 3200, 4800) | timing("2026-03-10", "2026-06-30", "half_year"),
    ),
    (
        "demo giúp em mai nhé",
        None,
        {"intents": [{"name": "demo_request"}]} | timing("2026-03-11", "2026-03-11", "immediate"),
    ),
]

MESSAGES = [text for text, _, _ in WORKED_EXAMPLES] + [
    "Chị Hoà 0901.234.567, cần trong tháng 4, tầm 200 triệu",
    "Dạ em chào shop, cho em xin giá với ạ, bên em có 3 chi nhánh",
    "à nhầm, 80 triệu, quý 3 mới làm, vợ quyết",
    "đừng nhắn nữa, xóa số của tôi đi",
    "hello, can I get a demo next week? my email is Bob@Example.com",
]
ASKED = ["budget", "timing", "authority", "need", "contact", "confirm", None]

# Any character at all, lone surrogates and controls too, and what the grammars look for.
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
PIECES = st.lists(
    st.sampled_from(
        [
            *("1", "tr", "5", "tỷ", "rưỡi", ",", "."),
            *("-", "/", " ", "tháng", "sau", "trước", "tết"),
            *("đừng", "nhắn", "nữa", "không", "phải", "sếp", "vợ", "chị", "Mai", "0901234567", "@"),
            *("năm", "mươi", "tư", "hơn", "gần", "$", "k", "usd", "quý", "II", "ngày", "công ty"),
            *("\ud800", "\u0301", "\x00", "😀", "İ", "ﬁ"),
            *("１２", "(", "mùng", "chạp", "29", "2", "99"),
        ]
    ),
    max_size=25,
).map(" ".join)


@pytest.mark.parametrize(("text", "asked", "expected"), WORKED_EXAMPLES)
def test_the_worked_examples(text: str, asked: str | None, expected: dict[str, Any]) -> None:
    assert agrees(heard(text, asked), expected), heard(text, asked)


def test_a_bare_number_takes_its_unit_from_the_offer() -> None:
    found = heard("1.8", "budget", offer=(800 * MILLION, 5_000 * MILLION))

    assert found["budget"]["min"] == 1_800 * MILLION
    assert found["budget"]["assumed_unit"] == 1_000_000_000


def test_the_example_of_the_output_form() -> None:
    found = heard("Chị Hoà 0901.234.567, cần trong tháng 4, tầm 200 triệu")

    assert found["version"] == 1
    assert found["lang"] == "vi"
    assert [one["name"] for one in found["intents"]] == ["provide_info"]
    assert found["budget"]["span"] == [41, 54]
    assert found["timing"]["span"] == [26, 39]
    assert found["contact"]["spans"] == {"phones": [[8, 20]], "name": [4, 7]}
    assert found["authority"] is None


def test_tomorrow_is_tomorrow_where_the_business_is() -> None:
    # 00:30 on the 11th in Vietnam is still the 10th in London.
    late = datetime(2026, 3, 10, 17, 30, tzinfo=UTC)

    found = understand("mai", now=late, asked="timing").as_json()

    assert found["timing"]["earliest"] == "2026-03-12"


def test_a_correction_brings_the_new_value() -> None:
    found = heard("à nhầm, 80 triệu", "budget")

    assert "correction" in [one["name"] for one in found["intents"]]
    assert found["budget"]["min"] == 80 * MILLION


@given(ANY_TEXT | PIECES, st.sampled_from(ASKED))
@settings(max_examples=300, deadline=None)
def test_any_text_is_taken_and_every_span_is_true(text: str, asked: str | None) -> None:
    found = understand(text, now=NOW, asked=asked, offer_range=OFFER)

    for slot in (found.budget, found.timing, found.authority, found.need):
        if slot is not None:
            assert text[slot.span[0] : slot.span[1]] == slot.text
            assert 0 <= slot.confidence <= 1
    if found.contact is not None:
        for name, spans in found.contact.spans.items():
            assert all(0 <= start < end <= len(text) for start, end in spans), name
    for intent in found.intents:
        assert 0 <= intent.span[0] <= intent.span[1] <= len(text)
        assert 0 <= intent.confidence <= 1
    assert json.loads(json.dumps(found.as_json()))["version"] == 1


@given(PIECES, st.sampled_from(ASKED))
@settings(max_examples=60, deadline=None)
def test_the_same_message_is_always_understood_the_same(text: str, asked: str | None) -> None:
    assert understand(text, now=NOW, asked=asked) == understand(text, now=NOW, asked=asked)


@pytest.mark.parametrize("text", MESSAGES)
@pytest.mark.parametrize("asked", ASKED)
def test_how_it_is_typed_changes_nothing(text: str, asked: str | None) -> None:
    plain = meaning(text, asked)

    assert meaning(unicodedata.normalize("NFD", text), asked) == plain
    assert meaning(text.replace(" ", "  "), asked) == plain
    assert meaning(text.lower(), asked) == plain


@pytest.mark.parametrize("phrase", list(development_phrases()), ids=lambda one: one.id)
def test_the_development_phrases_do_not_change_with_their_case(phrase: Any) -> None:
    asked = phrase.asked

    assert meaning(phrase.text.upper(), asked) == meaning(phrase.text, asked)


def meaning(text: str, asked: str | None) -> dict[str, Any]:
    """What was understood, without where it stood and how it was spelled."""
    found = heard(text, asked)
    for slot in ("budget", "timing", "authority", "need", "contact"):
        for spelling in ("span", "text", "spans", "decider", "name", "company", "honorific"):
            (found[slot] or {}).pop(spelling, None)
        for quantity in (found[slot] or {}).get("quantities", ()):
            quantity.pop("span")
            quantity["unit"] = fold(quantity["unit"])
    return {
        **found,
        "text": None,
        "intents": sorted(one["name"] for one in found["intents"]),
        "other_numbers": [(one["kind"], one["value"]) for one in found["other_numbers"]],
    }


ADVERSARIAL = [
    "1tr" * 700,
    "(" * 2000,
    "1 " * 1000,
    "năm " * 500,
    "tháng " * 400,
    "đừng " * 400,
    "không " * 400,
    "cho anh " * 250,
    "sau trước " * 200,
    "tỷ rưỡi " * 250,
    "hai ba " * 300,
    "từ đến " * 300,
    "mốt mươi " * 220,
    "0901234567" * 200,
    "a@b.c " * 330,
    "@" * 2000,
    "sếp vợ " * 280,
    "chị Mai " * 250,
    "1-" * 1000,
    "1/2/" * 500,
    "gọi nhắn gửi " * 160,
    "công ty " * 250,
    "😀" * 2000,
    "e\u0301" * 1000,
    "Aa" * 1000,
    "bao nhiêu tiền " * 130,
    "không phải , " * 150,
    "khách dung goi. " * 130,
    "xóa số khách? " * 150,
    "đừng gửi báo giá, giá, " * 90,
]


@pytest.mark.parametrize("line", ADVERSARIAL, ids=lambda line: line[:12])
@pytest.mark.parametrize("asked", ["budget", "contact", None])
def test_twice_as_long_a_line_is_twice_the_work(line: str, asked: str | None) -> None:
    def hear(text: str) -> object:
        return understand(text, now=NOW, asked=asked, offer_range=OFFER)

    assert growth(hear, line[:2000]) < LINEAR


def test_what_stands_behind_two_thousand_characters_is_not_read() -> None:
    found = understand("a " * 1000 + "50 triệu", now=NOW, asked="budget", offer_range=OFFER)

    assert found.budget is None
    assert len(found.text) == 2008


def test_a_number_that_the_need_counts_is_no_other_number() -> None:
    heard = understand("cần 2 quầy, giảm 20% được không", now=NOW)

    assert heard.need is not None
    assert [one.value for one in heard.need.quantities] == [2]
    assert [one.kind for one in heard.other_numbers] == ["percent"]


def test_a_telephone_number_in_words_says_nothing_of_the_budget() -> None:
    said = heard("khong nam sau bon chin mot bon khong hai sau", asked="budget")

    assert said["contact"]["phones"] == ["+84564914026"]
    assert said["budget"] is None


def test_who_is_named_as_deciding_is_not_asked_for() -> None:
    said = heard("quản lý", asked="authority")

    assert said["authority"]["decider"] == "quản lý"
    assert [intent["name"] for intent in said["intents"]] == ["provide_info"]
