"""How people say what they want, in the words of a market and not of a form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.simulation.acts import Truth
from bot.simulation.stage import MORNING
from handlers import wording
from handlers.business_file.offers import Offer
from scoring.lead import (
    Authority,
    Budget,
    BuyingRole,
    Contact,
    FactValue,
    Need,
    NeedStatus,
    Timing,
    TimingStatus,
)

_TODAY = MORNING.date()
_END_OF_YEAR = date(_TODAY.year, 12, 31)

# {self} is how the customer calls himself, {offer} what he is after.
NEEDS = {
    "vi": (
        "cần {offer}",
        "{self} đang cần {offer}",
        "{self} muốn tìm hiểu {offer}",
        "đang tìm {offer} em ơi",
        "{self} cần {offer} cho 2 người",
    ),
    "en": (
        "I need {offer}",
        "looking for {offer}",
        "I'm interested in {offer}",
        "we need {offer} for 2 people",
    ),
}
Check = Callable[[FactValue], bool]


def _by(last: date) -> Check:
    """Known, and no later than this day."""

    def check(value: FactValue) -> bool:
        return (
            isinstance(value, Timing)
            and value.status is TimingStatus.KNOWN
            and (value.latest is None or value.latest <= last)
        )

    return check


def _no_hurry(value: FactValue) -> bool:
    return isinstance(value, Timing) and (value.earliest is None or value.earliest > _END_OF_YEAR)


def _is(*roles: BuyingRole) -> Check:
    return lambda value: isinstance(value, Authority) and value.role in roles


SOON = {
    "vi": (
        ("trong tháng này", _by(date(2026, 3, 31))),
        ("tuần sau", _by(date(2026, 3, 22))),
        ("{self} cần gấp trong tuần này", _by(date(2026, 3, 15))),
        ("trước 25/3 nhé", _by(date(2026, 3, 25))),
    ),
    "en": (
        ("this month", _by(date(2026, 3, 31))),
        ("next week", _by(date(2026, 3, 22))),
        ("before the end of March", _by(date(2026, 3, 31))),
    ),
}
LATER = {
    "vi": (("chưa vội, chắc sang năm", _no_hurry), ("sang năm em ơi", _no_hurry)),
    "en": (("no hurry, maybe next year", _no_hurry), ("next year", _no_hurry)),
}
DECIDES = {
    "vi": (
        ("{self} tự quyết", _is(BuyingRole.DECISION_MAKER)),
        ("{self} quyết luôn em", _is(BuyingRole.DECISION_MAKER)),
    ),
    "en": (
        ("I decide myself", _is(BuyingRole.DECISION_MAKER)),
        ("it's my call", _is(BuyingRole.DECISION_MAKER)),
    ),
}
DECIDES_NOT = {
    "vi": (
        ("phải hỏi sếp em ơi", _is(BuyingRole.INFLUENCER, BuyingRole.NO_AUTHORITY)),
        ("bàn với chồng rồi cùng quyết", _is(BuyingRole.JOINT)),
    ),
    "en": (("my boss has to approve it", _is(BuyingRole.INFLUENCER, BuyingRole.NO_AUTHORITY)),),
}
BUDGETS = {
    "vi": ("tầm {money}", "khoảng {money}", "{money} thôi em", "ngân sách {money}"),
    "en": ("around {money}", "about {money}", "our budget is {money}"),
}
PRICES = {
    "vi": (
        "giá bao nhiêu em?",
        "cho {self} hỏi giá bao nhiêu em?",
        "nhiêu tiền vậy em?",
        "giá sao em?",
    ),
    "en": ("how much is it?", "what's the price?", "how much does it cost?"),
}
# Nobody's FAQ has these.
UNKNOWN = {
    "vi": (
        "em ăn cơm chưa?",
        "con mèo nhà {self} đẹp không?",
        "hôm nay trời có mưa không em?",
        "em thích bóng đá không?",
    ),
    "en": ("do you like football?", "what did you have for lunch?", "is it raining there?"),
}
BABBLE = {
    "vi": ("lalala hihi", "con mèo nhà {self} dễ thương lắm", "trời đẹp ghê", "mưa to quá trời"),
    "en": ("lalala haha", "my cat is so cute", "what a lovely day"),
}
YES = {"vi": ("đúng rồi em", "ok em", "đúng rồi"), "en": ("yes", "that's right")}
AGREE = {"vi": ("đồng ý", "ok em", "ừ em hỏi đi"), "en": ("agree", "ok", "yes")}
HELLO = {"vi": ("alo", "chào em", "hi shop", "em ơi"), "en": ("hello", "hi", "hi there")}
PERSON = {
    "vi": ("cho {self} gặp nhân viên", "gọi cho {self} đi em", "{self} muốn nói chuyện với người"),
    "en": ("can I talk to a person?", "please call me"),
}
STOP = {"vi": ("dừng nhé, đừng nhắn nữa", "đừng nhắn tin nữa"), "en": ("stop messaging me",)}
ADVERTS = (
    "Vay tiền nhanh không thế chấp, giải ngân 5 phút: http://vay-nhanh.example",
    "Kiếm 500k mỗi ngày tại nhà, vào nhóm t.me/vieclam_example",
    "NHẬN NGAY QUÀ!!! click http://qua.example",
)
COMPLAINTS = {"vi": ("làm ăn kiểu gì vậy, quá tệ", "trả lời lâu quá, thất vọng ghê")}
ABUSES = {"vi": ("đồ ngu", "mày bị điên à")}
RIVALS = {
    "vi": (
        "bên kia báo rẻ hơn nhiều em?",
        "sao bên khác có nửa giá thôi?",
        "so với bên khác thì khác gì em?",
    )
}
STUDENTS = {
    "vi": ("em là sinh viên, em chỉ tìm hiểu để làm bài thôi ạ",),
    "en": ("I am a student, I am only writing a paper about it",),
}
NEEDS_NOTHING = {"vi": ("em chưa có nhu cầu đâu ạ",), "en": ("I do not need anything",)}
THANKS = {"vi": ("em cảm ơn ạ",), "en": ("thank you",)}
WANTS = {"vi": ("cần {offer}",), "en": ("I need {offer}",)}
FOR_THREE = {"vi": ("cho 3 người",), "en": ("for 3 people",)}
# People mix the languages in one breath.
MIXED = ("em ơi price bao nhiêu?", "{self} need {offer} cho team", "next week nhé em", "ok em")


def need(words: str) -> Truth:
    return Truth(words, lambda value: isinstance(value, Need) and value.status is NeedStatus.STATED)


def need_of(words: str, quantity: int) -> Truth:
    """A need with how many, wherever that was said."""

    def holds(value: FactValue) -> bool:
        return isinstance(value, Need) and any(one.value == quantity for one in value.quantities)

    return Truth(words, holds)


def name_of(offer: Offer, language: str) -> str:
    """An offer as it is said in the middle of a sentence."""
    return wording.inside(offer.name.of(language))


def budget(amount: int, words: str) -> Truth:
    def holds(value: FactValue) -> bool:
        low = value.min if isinstance(value, Budget) else None
        high = value.max if isinstance(value, Budget) else None
        if low is None and high is None:
            return False
        return (low is None or low <= amount) and (high is None or amount <= high)

    return Truth(words, holds)


def money(amount: int, language: str, *, short: bool) -> str:
    """An amount as it is typed: 30 triệu, 30tr."""
    millions = amount // 1_000_000
    if short and language == "vi" and 1 <= millions < 1000 and amount % 1_000_000 == 0:
        return f"{millions}tr"
    return wording.money(amount, language).replace(" ₫", " dong")


def phone(number: str, words: str) -> Truth:
    return Truth(words, lambda value: isinstance(value, Contact) and number in value.phones)


def chosen(label: str) -> Truth:
    """An option of a button, in the button's own words."""
    return Truth(label, lambda value: getattr(value, "text", "") == label)
