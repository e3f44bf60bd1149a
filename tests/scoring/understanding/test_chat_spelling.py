"""Chat spellings are read as the words they stand for, at the place where they were typed."""

from __future__ import annotations

from datetime import datetime

import pytest

from scoring.understanding.chat_spelling import CHAT_SPELLINGS
from scoring.understanding.text import read
from scoring.understanding.understand import understand

NOW = datetime.fromisoformat("2026-03-10T09:00:00+07:00")


@pytest.mark.parametrize(("typed", "word"), CHAT_SPELLINGS.items())
def test_a_chat_spelling_is_read_as_its_word(typed: str, word: str) -> None:
    text = read(f"Dạ {typed.upper()} ạ")
    token = text.tokens[1]

    assert token.word == word
    start, end = text.span(token.start, token.end)
    assert text.original[start:end] == typed.upper()


@pytest.mark.parametrize(
    ("typed", "spelled", "asked"),
    [
        ("chx bít khi nào mua nx", "chưa biết khi nào mua nữa", "timing"),
        ("mai e wa shop dc hem", "mai e qua shop dc hem", None),
        ("cx đc, k vội âu", "cũng đc, k vội âu", "timing"),
        ("thangs 3 nawm sau", "tháng 3 năm sau", "timing"),
        ("tuaanf sau caanf", "tuần sau cần", "timing"),
    ],
)
def test_it_says_what_the_words_say(typed: str, spelled: str, asked: str | None) -> None:
    said, meant = (understand(one, now=NOW, asked=asked).timing for one in (typed, spelled))

    assert said is not None
    assert meant is not None
    assert (said.status, said.earliest, said.latest) == (meant.status, meant.earliest, meant.latest)
    assert typed[said.span[0] : said.span[1]] == said.text


def test_a_chat_spelling_inside_a_word_or_an_address_is_none() -> None:
    assert [token.word for token in read("wax bita").tokens] == ["wax", "bita"]
    mail = understand("mail e là cx@rui.vn", now=NOW).contact
    assert mail is not None
    assert mail.emails == ("cx@rui.vn",)
