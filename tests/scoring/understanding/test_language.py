"""Language: Vietnamese with and without marks, English, both mixed, and others."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.understanding import language
from scoring.understanding.text import read


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Chị Hoà 0901.234.567, cần trong tháng 4, tầm 200 triệu", "vi"),
        ("ngan sach tam 100tr/thang", "vi"),
        ("so nha 80 duong so 5", "vi"),
        ("khong can goi", "vi"),
        ("18tr5", "vi"),
        ("ok shop", "vi"),
        ("demo giúp em mai nhé", "vi"),
        ("em ko có zalo", "vi"),
        ("our budget is about 4k USD, by end of June", "en"),
        ("not in a hurry at all", "en"),
        ("before Tet", "en"),
        ("do you ship to Da Nang?", "en"),
        ("we want to cut down on missed appointments", "en"),
        ("I've got 30 million set aside", "en"),
        ("we're three partners and we vote on it", "en"),
        ("please remove kim@abc.com.vn from your list", "en"),
        ("around 45 million dong a month", "en"),
        ("45 trieu dong mot thang", "vi"),
        ("budget tầm 5k usd", "mixed"),
        ("deadline cuối tháng", "mixed"),
        ("please call em sau 6h", "mixed"),
        ("budget cua team em la 5k usd", "mixed"),
        ("em propose rồi manager approve ạ", "mixed"),
        ("bonjour je voudrais acheter une maison", "other"),
        ("你好", "other"),
        ("👍", "other"),
        ("80", "other"),
        ("", "other"),
    ],
)
def test_the_language_is_told(message: str, expected: str) -> None:
    assert language.of(read(message)) == expected
    assert language.of(read(unicodedata.normalize("NFD", message))) == expected
    assert language.of(read(message.replace(" ", "  "))) == expected


@given(st.text())
def test_any_string_has_one_of_four_languages(message: str) -> None:
    assert language.of(read(message)) in ("vi", "en", "mixed", "other")
