"""The words that numbers are said in, Vietnamese and English, each with its value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from scoring.understanding.text import canonical, fold
from scoring.understanding.word_list import listed

Value = TypeVar("Value")


def spelled(table: Mapping[str, Value]) -> dict[str, Value]:
    """A lexicon of single words: as spelled with marks, and bare where no other entry is so."""
    words = {canonical(word): value for word, value in table.items()}
    for word, value in table.items():
        words.setdefault(fold(word), value)
    return words


def one_by_one(words: str) -> frozenset[str]:
    """A lexicon of single words without values, written in one line."""
    return frozenset(spelled(dict.fromkeys(words.split(), True)))


def turns(words: str) -> tuple[str, ...]:
    """Turns of phrase parted by commas; an apostrophe is a token of its own."""
    return listed(words.replace("'", " ' "))


def pairs(firsts: str, seconds: str) -> tuple[str, ...]:
    """Every one of the first phrases with every one of the second."""
    return tuple(f"{first} {second}" for first in turns(firsts) for second in turns(seconds))


# A digit that may open a number, and one that follows mươi, chục, trăm or a unit.
DIGITS = spelled(
    {
        "một": 1,
        "hai": 2,
        "ba": 3,
        "bốn": 4,
        "năm": 5,
        "sáu": 6,
        "bảy": 7,
        "bẩy": 7,
        "bãy": 7,
        "tám": 8,
        "chín": 9,
    }
)
LAST_DIGITS = spelled({"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5})
ZERO = one_by_one("không")
AND_ONES = one_by_one("linh lẻ lẽ")  # một trăm linh năm

TEN = one_by_one("mười mừi")
TENS = one_by_one("mươi mưoi muơi mười")  # after a digit
DOZEN = one_by_one("chục")
TENS_IN_ONE = spelled({"hăm": 20, "băm": 30})
HUNDRED = one_by_one("trăm")
HALF_MORE = one_by_one("rưỡi rưởi rữi rưởi rưỡj")
HALF = one_by_one("nửa nữa")
SOME = one_by_one("mấy")  # ba mươi mấy

# Few, some: from so many to so many.
VAGUE = {
    tuple(canonical(word) for word in words.split()): value
    for words, value in {
        "vài ba": (2.0, 3.0),
        "đôi ba": (2.0, 3.0),
        "dăm ba": (3.0, 5.0),
        "dăm bảy": (5.0, 7.0),
        "dăm bẩy": (5.0, 7.0),
        "vài": (2.0, 9.0),
        "mấy": (2.0, 9.0),
        "dăm": (3.0, 5.0),
    }.items()
}
# Two digits said in a row mean from the one to the other where they follow each other;
# "năm bảy" and "ba năm" are set phrases.
IN_A_ROW = frozenset({(5, 7), (3, 5)})

# What these words open when the second stands behind them is no digit.
OTHER_WORDS: dict[str, frozenset[str]] = {
    folded: one_by_one(seconds)
    for folded, seconds in {
        "tu": "vấn nhân cách duy liệu từ đầu tháng đây nay giờ ngày",
        "nam": "nay ngoái sau tới trước kia này học tài mới giới nữa định châu qua",
        "ba": "mẹ má lô bên",
        "hai": "vợ bên mẹ ông đứa",
        "mot": "số vài chút ít tí xíu tẹo mình phần lần chuyến",
        "bay": "giờ màu",
        "tam": "lý thời ứng tình sự huyết",
        "lam": "việc ăn sao gì được web app cho nhà xong luôn ơn quen đẹp",
        "sau": "tết này đó khi nữa lễ hè sinh tháng tuần năm ngày mới cùng",
        "bon": "mình em tôi anh chị tao",
    }.items()
}
# Bare, these are more often another word: after, body, do, year, save, fly …
SLIPPERY = frozenset({"sau", "tu", "lam", "nam", "tam", "bay", "nham", "bon", "le"})

ENGLISH_ONES = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
ENGLISH_TEENS = {
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
ENGLISH_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
ENGLISH_SHARES = {"half": 0.5, "quarter": 0.25}
ENGLISH_VAGUE = {"few": (2.0, 9.0), "several": (2.0, 9.0), "couple": (2.0, 2.0)}
ENGLISH_HUNDRED = frozenset({"hundred", "hundreds"})

# Every word that can open a number: the test that lets most messages pass quickly.
OPENERS = frozenset(
    {
        *DIGITS,
        *TEN,
        *DOZEN,
        *TENS_IN_ONE,
        *HUNDRED,
        *HALF,
        *(word for words in VAGUE for word in (words[0], fold(words[0]))),
        *ENGLISH_ONES,
        *ENGLISH_TEENS,
        *ENGLISH_TENS,
        *ENGLISH_VAGUE,
        "a",
        "an",
        *ENGLISH_SHARES,
        "mươi",
        *ENGLISH_HUNDRED,
    }
)
