"""When somebody wants to buy: phrases that say so, and look-alikes that do not."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scoring.lead import Horizon, Timing, TimingKind, TimingStatus
from scoring.understanding.text import fold, read
from scoring.understanding.times import timing
from scoring.understanding.times.calendar import Window
from scoring.understanding.word_list import listed
from tests.work import LINEAR, growth

TODAY = date(2026, 3, 10)  # a Tuesday
OPEN = "…"


def heard(words: str, asked: str | None = "timing", today: date = TODAY) -> Timing | None:
    return timing.find(read(words), today, asked)


def window(found: Timing | None) -> str | None:
    """2026-04-01 … 2026-04-30, one end missing where it is open."""
    if found is None or found.earliest is None:
        return None
    return f"{found.earliest} {OPEN} {found.latest or ''}".strip()


WINDOWS = [
    # units of the calendar
    ("tuần sau", "2026-03-16 … 2026-03-22", Horizon.IMMEDIATE),
    ("tuần sau nữa", "2026-03-23 … 2026-03-29", Horizon.MONTH),
    ("sang tháng", "2026-04-01 … 2026-04-30", Horizon.QUARTER),
    ("qua tháng sau", "2026-04-01 … 2026-04-30", Horizon.QUARTER),
    ("sang năm", "2027-01-01 … 2027-12-31", Horizon.LATER),
    ("trong tuần", "2026-03-10 … 2026-03-15", Horizon.IMMEDIATE),
    ("năm 2027", "2027-01-01 … 2027-12-31", Horizon.LATER),
    ("next quarter", "2026-04-01 … 2026-06-30", Horizon.QUARTER),
    ("this quarter", "2026-03-10 … 2026-03-31", Horizon.MONTH),
    # their parts
    ("cuối tháng này", "2026-03-21 … 2026-03-31", Horizon.MONTH),
    ("đầu quý 3", "2026-07-01 … 2026-07-31", Horizon.HALF_YEAR),
    ("đầu năm", "2026-03-10 … 2026-03-31", Horizon.MONTH),
    ("giữa tháng 4", "2026-04-11 … 2026-04-20", Horizon.QUARTER),
    ("6 tháng cuối năm", "2026-07-01 … 2026-12-31", Horizon.LATER),
    ("cuối t4", "2026-04-21 … 2026-04-30", Horizon.QUARTER),
    ("tuần đầu tháng 4", "2026-04-01 … 2026-04-07", Horizon.MONTH),
    ("sometime in May or June", "2026-05-01 … 2026-06-30", Horizon.QUARTER),
    ("May or June", "2026-05-01 … 2026-06-30", Horizon.QUARTER),
    ("mid-March", "2026-03-11 … 2026-03-20", Horizon.IMMEDIATE),
    ("end of next month", "2026-04-21 … 2026-04-30", Horizon.QUARTER),
    # numbered and named
    ("we can wait until Monday", "2026-03-10 … 2026-03-16", Horizon.IMMEDIATE),
    ("hôm 15/3", "2026-03-15 … 2026-03-15", Horizon.IMMEDIATE),
    ("tam thang muoi", "2026-10-01 … 2026-10-31", Horizon.LATER),
    ("tam thang nua", "2026-11-10 … 2026-11-10", Horizon.LATER),
    ("tháng 2", "2027-02-01 … 2027-02-28", Horizon.LATER),
    ("tháng tư năm sau", "2027-04-01 … 2027-04-30", Horizon.LATER),
    ("quý II", "2026-04-01 … 2026-06-30", Horizon.QUARTER),
    ("quý III", "2026-07-01 … 2026-09-30", Horizon.HALF_YEAR),
    ("q1/2027", "2027-01-01 … 2027-03-31", Horizon.LATER),
    ("5/6", "2026-06-05 … 2026-06-05", Horizon.QUARTER),
    ("29/2", "2028-02-29 … 2028-02-29", Horizon.LATER),
    ("ngày 20.12", "2026-12-20 … 2026-12-20", Horizon.LATER),
    ("can 12 thang 1 co hang", "2027-01-12 … 2027-01-12", Horizon.LATER),
    ("can ngay 12 thang 4", "2026-04-12 … 2026-04-12", Horizon.QUARTER),
    ("tam nam sau", "2027-01-01 … 2027-12-31", Horizon.LATER),
    ("tam quy ii", "2026-04-01 … 2026-06-30", Horizon.QUARTER),
    ("tam 9 thang nua", "2026-12-10 … 2026-12-10", Horizon.LATER),
    ("trong vong sau tuan", "2026-03-10 … 2026-04-21", Horizon.QUARTER),
    ("12-4", "2026-04-12 … 2026-04-12", Horizon.QUARTER),
    ("10-10", "2026-10-10 … 2026-10-10", Horizon.LATER),
    ("ngày 12-4", "2026-04-12 … 2026-04-12", Horizon.QUARTER),
    ("ngày 12-14", "2026-03-12 … 2026-03-14", Horizon.IMMEDIATE),
    ("ngày 5 tháng sau", "2026-04-05 … 2026-04-05", Horizon.MONTH),
    ("thứ 3", "2026-03-10 … 2026-03-10", Horizon.IMMEDIATE),
    ("T2 tuần sau", "2026-03-16 … 2026-03-16", Horizon.IMMEDIATE),
    ("thứ 5 ngày 12/3", "2026-03-12 … 2026-03-12", Horizon.IMMEDIATE),
    ("next Monday", "2026-03-16 … 2026-03-16", Horizon.IMMEDIATE),
    ("5 May", "2026-05-05 … 2026-05-05", Horizon.QUARTER),
    ("May 5th, 2027", "2027-05-05 … 2027-05-05", Horizon.LATER),
    # a time of day belongs to its day
    ("3h chiều mai", "2026-03-11 … 2026-03-11", Horizon.IMMEDIATE),
    ("mai 9h", "2026-03-11 … 2026-03-11", Horizon.IMMEDIATE),
    ("thứ 5 tuần sau 14h30", "2026-03-19 … 2026-03-19", Horizon.IMMEDIATE),
    # lengths of time
    ("2 tuần nữa", "2026-03-24 … 2026-03-24", Horizon.IMMEDIATE),
    ("1-2 tháng nữa", "2026-04-10 … 2026-05-10", Horizon.QUARTER),
    ("hai ba tháng nữa", "2026-05-10 … 2026-06-10", Horizon.QUARTER),
    ("khoảng 2, 3 tháng nữa", "2026-05-10 … 2026-06-10", Horizon.QUARTER),
    ("vài tuần nữa", "2026-03-24 … 2026-04-14", Horizon.MONTH),
    ("nửa tháng nữa", "2026-03-25 … 2026-03-25", Horizon.MONTH),
    ("tháng rưỡi nữa", "2026-04-24 … 2026-04-24", Horizon.QUARTER),
    ("hăm lăm ngày nữa", "2026-04-04 … 2026-04-04", Horizon.MONTH),
    ("7 ngày làm việc nữa", "2026-03-19 … 2026-03-19", Horizon.IMMEDIATE),
    ("in 2 weeks", "2026-03-24 … 2026-03-24", Horizon.IMMEDIATE),
    ("khoảng 2 tháng", "2026-05-10 … 2026-05-10", Horizon.QUARTER),
    # deadlines
    ("trong vòng 6 tuần", "2026-03-10 … 2026-04-21", Horizon.QUARTER),
    ("chậm nhất 5/5", "2026-03-10 … 2026-05-05", Horizon.QUARTER),
    ("kịp trước 20/12", "2026-03-10 … 2026-12-19", Horizon.LATER),
    ("by end of June", "2026-03-10 … 2026-06-30", Horizon.HALF_YEAR),
    ("15/4 là hạn chót", "2026-03-10 … 2026-04-15", Horizon.QUARTER),
    ("within a month", "2026-03-10 … 2026-04-10", Horizon.MONTH),
    ("trước Tết 2 tuần", "2026-03-10 … 2027-01-23", Horizon.LATER),
    # open ends
    ("sau lễ 2/9", "2026-09-03 …", Horizon.HALF_YEAR),
    ("Tết xong", "2027-02-11 …", Horizon.LATER),
    ("sớm nhất là tháng 6", "2026-06-01 …", Horizon.QUARTER),
    ("tháng 4 trở đi", "2026-04-01 …", Horizon.MONTH),
    ("not until September", "2026-09-01 …", Horizon.HALF_YEAR),
    # several in one
    ("thứ 5 hoặc thứ 6 tuần sau", "2026-03-19 … 2026-03-20", Horizon.IMMEDIATE),
    ("tháng 3 hoặc 4 năm sau", "2027-03-01 … 2027-04-30", Horizon.LATER),
    ("từ tuần sau đến tuần sau nữa", "2026-03-16 … 2026-03-29", Horizon.IMMEDIATE),
    ("từ tháng 11 đến tháng 2", "2026-11-01 … 2027-02-28", Horizon.LATER),
    ("từ giữa tháng 4 tới cuối tháng 5", "2026-04-11 … 2026-05-31", Horizon.QUARTER),
    ("cuối tháng này đầu tháng sau", "2026-03-21 … 2026-04-10", Horizon.MONTH),
    ("tháng 5,6", "2026-05-01 … 2026-06-30", Horizon.QUARTER),
    ("15-20/4", "2026-04-15 … 2026-04-20", Horizon.QUARTER),
    ("ngày 15-20", "2026-03-15 … 2026-03-20", Horizon.IMMEDIATE),
    # the moon
    ("rằm tháng 7 âm", "2026-08-27 … 2026-08-27", Horizon.HALF_YEAR),
    ("rằm tháng 7", "2026-07-15 … 2026-07-15", Horizon.HALF_YEAR),
    ("mùng 3 Tết", "2027-02-08 … 2027-02-08", Horizon.LATER),
    ("26 Tết", "2027-02-02 … 2027-02-02", Horizon.LATER),
    ("giáp Tết", "2027-01-23 … 2027-02-05", Horizon.LATER),
    ("ra Giêng", "2026-03-10 … 2026-03-18", Horizon.IMMEDIATE),
    ("tháng Chạp", "2027-01-08 … 2027-02-05", Horizon.LATER),
    ("trước Trung thu", "2026-03-10 … 2026-09-24", Horizon.LATER),
    ("giỗ tổ", "2026-04-26 … 2026-04-26", Horizon.QUARTER),
    # haste
    ("gấpppp", "2026-03-10 … 2026-03-24", Horizon.IMMEDIATE),
    ("luôn", "2026-03-10 … 2026-03-24", Horizon.IMMEDIATE),
    ("asap nha", "2026-03-10 … 2026-03-24", Horizon.IMMEDIATE),
]


@pytest.mark.parametrize(("words", "days", "horizon"), WINDOWS)
def test_words_of_time_make_a_window(words: str, days: str, horizon: Horizon) -> None:
    found = heard(words)

    assert window(found) == days
    assert found is not None
    assert found.horizon is horizon


IN_A_MESSAGE = [
    ("cần trong hôm nay, tầm 60tr, sếp gật rồi", "2026-03-10 … 2026-03-10"),
    ("our budget is about 4k USD, by end of June", "2026-03-10 … 2026-06-30"),
    ("demo giúp em mai nhé", "2026-03-11 … 2026-03-11"),
    ("gửi báo giá trong tuần này nha, tháng 5 bên em mới mua", "2026-05-01 … 2026-05-31"),
    ("cưới ngày 20/5 nên trước 15/5 phải có", "2026-03-10 … 2026-05-14"),
    ("cần thuê 3 tháng từ tháng 5", "2026-05-01 …"),
    ("15/4 ký hợp đồng 12 tháng", "2026-04-15 … 2026-04-15"),
    ("năm ngoái mua rồi, năm nay mua tiếp", "2026-03-10 … 2026-12-31"),
    ("mua ngay 9 cửa hàng", "2026-03-10 … 2026-03-24"),
    ("mua ngày 9 cửa hàng mở", "2026-04-09 … 2026-04-09"),
    ("mua ngay 12 này", "2026-03-12 … 2026-03-12"),
    ("mai giao được không", "2026-03-11 … 2026-03-11"),
    ("2 tuần nữa demo được không", "2026-03-24 … 2026-03-24"),
    ("khoảng 15 tây tháng sau lấy", "2026-04-15 … 2026-04-15"),
    ("cần gấp, chậm nhất thứ 6", "2026-03-10 … 2026-03-13"),
    ("4 triệu 1 tháng, bắt đầu tháng 5", "2026-05-01 … 2026-05-31"),
    ("em cần hàng trước thứ 6", "2026-03-10 … 2026-03-12"),
    ("deadline cuối tháng 4, start ASAP", "2026-03-10 … 2026-04-30"),
    ("chưa biết, chắc sau Tết", "2027-02-11 …"),
    ("sang nam tinh tiep", "2027-01-01 … 2027-12-31"),
    ("can gap trong tuan nay", "2026-03-10 … 2026-03-15"),
    ("thang nam minh moi lam", "2026-05-01 … 2026-05-31"),
    ("no budget yet, maybe Q4", "2026-10-01 … 2026-12-31"),
    ("launch trong Q2, tầm giữa quý", "2026-05-01 … 2026-05-31"),
    ("cần trong tháng 5, chắc cuối tháng", "2026-05-21 … 2026-05-31"),
    ("rằm tháng 7 âm công ty cúng, sau đó mới làm", "2026-08-28 …"),
    ("3 tháng nữa hợp đồng cũ hết hạn thì chuyển qua bên em", "2026-06-10 … 2026-06-10"),
]


@pytest.mark.parametrize(("words", "days"), IN_A_MESSAGE)
def test_the_writers_own_plan_is_found_among_other_words(words: str, days: str) -> None:
    assert window(heard(words, asked=None)) == days


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("không phải tháng 4, tháng 5", "2026-05-01 … 2026-05-31"),
        ("tháng 5 chứ không phải tháng 4", "2026-05-01 … 2026-05-31"),
        ("tháng 4, à không, tháng 5", "2026-05-01 … 2026-05-31"),
        ("nhầm, thứ 6 chứ không phải thứ 5", "2026-03-13 … 2026-03-13"),
        ("lúc đầu tính tháng này mà chắc dời qua tháng sau", "2026-04-01 … 2026-04-30"),
        ("tuần này bận, tuần sau nhé", "2026-03-16 … 2026-03-22"),
        ("not in May, in June", "2026-06-01 … 2026-06-30"),
    ],
)
def test_in_a_correction_the_corrected_time_holds(words: str, days: str) -> None:
    assert window(heard(words, asked=None)) == days


@pytest.mark.parametrize(
    "words",
    [
        "chưa vội",
        "không cần gấp",
        "ko gap",
        "từ từ cũng được",
        "để sau này tính",
        "để sang năm tính",
        "chưa mua ngay đâu",
        "không gấp, từ từ cũng được",
        "not in a hurry",
        "no rush",
    ],
)
def test_no_hurry_is_known_and_far_off(words: str) -> None:
    found = heard(words)

    assert found is not None
    assert (found.status, found.horizon) == (TimingStatus.KNOWN, Horizon.LATER)
    assert (found.earliest, found.latest, found.kind) == (None, None, TimingKind.NONE)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("chưa biết khi nào", None),
        ("chưa có kế hoạch cụ thể", None),
        ("timeline chưa fix", None),
        ("không có deadline cụ thể", None),
        ("no fixed timeline", None),
        ("we haven't decided when", None),
        ("chưa biết nữa", "timing"),
        ("còn tùy tiến độ", "timing"),
    ],
)
def test_not_decided_is_unknown(words: str, asked: str | None) -> None:
    found = heard(words, asked)

    assert found is not None
    assert (found.status, found.horizon) == (TimingStatus.UNKNOWN, Horizon.UNKNOWN)


LOOK_ALIKES = [
    "I may or may not buy it",
    # gone by, or a habit
    "năm ngoái có mua bên em rồi",
    "hôm 20/2 em đặt 2 thùng nước",
    "em đang đi công tác tới thứ 6",
    "I'll be on holiday until Monday",
    "tháng 3 vừa rồi có hỏi",
    "em dùng từ năm 2019",
    "từ hồi tháng 3 tới giờ chưa ai sửa",
    "hồi tết có mua một cái",
    "sáng nào cũng họp",
    "thứ 7 nào cũng đông",
    "họp thứ 2 hằng tuần",
    "we signed last month",
    # opening hours
    "chủ nhật có làm không em?",
    "shop mở cửa 8h-22h",
    "thứ 2 đến thứ 6 làm việc từ 8h tới 17h",
    "when do you open tomorrow?",
    # contracts, warranties, instalments, rates
    "hợp đồng trong 2 năm",
    "bảo hành trong vòng 24 tháng",
    "trả góp trong 12 tháng",
    "đổi trả trong vòng 7 ngày",
    "gói 3 tháng giá sao",
    "4 triệu 1 tháng",
    "200k/tháng",
    "2 tháng 1 lần",
    "2 tỷ 3 năm",
    "5 năm kinh nghiệm",
    # how long the seller takes
    "mấy ngày có hàng",
    "giao trong 2 ngày được không",
    "bao lâu thì giao",
    # birthdays
    "sinh nhật bé 15/12",
    "em sinh ngày 5/3/1990",
    # fractions, addresses, other numbers
    "3/4 nhân viên bên anh",
    "làm xong 2/3 rồi",
    "17/4 Hai Bà Trưng",
    "17/4 hai ba trung",
    "đường 30/4",
    "đường 2 tháng 9",
    "12/5/7 Lê Lợi",
    "hẻm 12/5",
    "24/7 có người trực không",
    "đạt 9/10 điểm",
    "em ở Q3",
    "lương tháng 13 có cao không anh",
    "ngày 2 lần",
    "tháng 20 đơn",
    # countdowns, ages, holidays
    "còn 86 ngày nữa là tới Tết",
    "bà ngoại năm nay 80 tuổi",
    "Tết này được nghỉ mấy ngày",
    # the weather
    "ngày mai có mưa không",
    "tuần này thời tiết ra sao",
    "đánh thức tôi sáng mai lúc 5 giờ",
    # names and other words
    "chị tên Mai",
    "gọi cho chị Mai nhé",
    "Mai Phương nha em",
    "em là Mai",
    "may I ask the price",
    "can 5 may pos",
    "lần thứ hai",
    "bên thứ ba",
    "ngay ngã tư Hàng Xanh",
    "ghế gấp còn hàng không",
    "giảm gấp đôi hả em",
    "em hỏi luôn là có bảo hành không",
    "làm trong 2 tuần được không",
    "học thứ 2-4-6",
    "back in March we tried it",
    "what happens after 12 months?",
    "từ đầu năm tới giờ chưa mua gì",
    "lien he qua zalo",
    "từ từ em giải thích lại đoạn đó đi",
    "trước mắt thì chưa cần",
    "nay 14 tháng 2 buồn ghê",
    "năm nay làm ăn khó quá",
    "mới nhắn hôm thứ 2 mà",
    "nghỉ tết tới mùng mấy",
    # feasts as wares and wishes
    "giỏ quà tết bao nhiêu",
    "bánh trung thu",
    "chúc em cuối tuần vui vẻ",
    "chuc em cuoi tuan vui ve",
    "happy new year em",
    # the seller's offers
    "khuyen mai thang nay con ko",
    "cuối tháng có ưu đãi gì không",
]


@pytest.mark.parametrize("words", LOOK_ALIKES)
def test_look_alikes_are_no_timing(words: str) -> None:
    assert heard(words, asked=None) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("tháng 4", TimingKind.PERIOD),
        ("trong tháng 4", TimingKind.PERIOD),
        ("15/4", TimingKind.POINT),
        ("trước 15/4", TimingKind.DEADLINE),
        ("sau Tết", TimingKind.AFTER),
        ("gấp", TimingKind.URGENCY),
    ],
)
def test_the_kind_says_how_the_window_is_meant(words: str, kind: TimingKind) -> None:
    found = heard(words)

    assert found is not None
    assert found.kind is kind


def test_a_doubtful_word_is_a_time_only_where_time_is_spoken_of() -> None:
    assert heard("T4", asked=None) is not None  # nothing else is said
    assert heard("phòng T4 còn trống", asked=None) is None
    assert heard("3 tháng", asked="timing") is not None
    assert heard("3 tháng", asked=None) is None


def test_an_unsure_reading_asks_for_a_yes() -> None:
    sure, unsure = heard("sau Tết"), heard("hẹn T4", asked=None)

    assert sure is not None
    assert unsure is not None
    assert sure.confidence >= 0.8 > unsure.confidence


def test_the_evidence_is_quoted_as_it_was_written() -> None:
    message = unicodedata.normalize("NFD", "Dạ chắc  GIỮA Tháng Sau á")

    found = heard(message)

    assert found is not None
    assert found.text == message[found.span[0] : found.span[1]]
    assert unicodedata.normalize("NFC", found.text) == "chắc  GIỮA Tháng Sau"


def test_dates_claim_their_tokens_also_where_they_are_no_timing() -> None:
    text = read("hợp đồng 12 tháng, năm ngoái 50 triệu")

    claimed = {at for first, last in timing.claimed(text, TODAY) for at in range(first, last + 1)}

    assert {text.tokens[at].word for at in claimed} == {"12", "tháng", "năm", "ngoái"}


@pytest.mark.parametrize(
    ("days", "horizon"),
    [
        (Window(TODAY, date(2026, 3, 24)), Horizon.IMMEDIATE),
        (Window(TODAY, date(2026, 3, 25)), Horizon.MONTH),
        # begins later: its middle counts, here fourteen and a half days off
        (Window(date(2026, 3, 20), date(2026, 3, 29)), Horizon.MONTH),
        (Window(date(2026, 6, 10), None), Horizon.QUARTER),
        (Window(date(2026, 9, 10), None), Horizon.LATER),
    ],
)
def test_the_horizon_follows_from_the_window(days: Window, horizon: Horizon) -> None:
    assert timing.horizon(days, TODAY) is horizon


phrases = st.sampled_from([words for words, *_ in WINDOWS + IN_A_MESSAGE] + LOOK_ALIKES)


@given(phrases)
def test_form_does_not_change_the_meaning(words: str) -> None:
    told = [
        heard(form, asked=None)
        for form in (
            words,
            unicodedata.normalize("NFD", words),
            words.upper(),
            words.replace(" ", "  "),
        )
    ]

    assert len({one and (one.earliest, one.latest, one.horizon, one.kind) for one in told}) == 1


@pytest.mark.parametrize(("words", "days"), [(words, days) for words, days, _ in WINDOWS])
def test_marks_may_be_left_off(words: str, days: str) -> None:
    assert window(heard(fold(words))) == days


PIECES = listed(
    "tháng, năm, sau, trước, 3, 15, /, -, ., đến, hoặc, tuần, này, mai, qua, sang, đầu, cuối, tết,"
    "rằm, t, q, h, 2027, tới, nữa, vài, trong, từ, không, phải, next, of, May, the, ², ٣, \ud800"
)


@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
@example("13-QUA THANG")
def test_any_message_is_read_without_fail(message: str) -> None:
    for asked in (None, "timing"):
        found = heard(message, asked)
        if found is not None:
            assert message[found.span[0] : found.span[1]] == found.text
            assert found.latest is None or found.earliest is None or found.earliest <= found.latest
            assert found.latest is None or found.latest >= TODAY


@pytest.mark.parametrize("unit", ["1 ", "1-", "1/", "từ ", "mai ", "ngày 1 ", "tháng 3 hoặc "])
def test_twice_as_long_a_row_of_the_same_is_twice_the_work(unit: str) -> None:
    line = (unit * 2000)[:2000]

    assert growth(lambda text: timing.find(read(text), TODAY, None), line) < LINEAR
