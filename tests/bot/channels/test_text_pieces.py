"""Long texts are cut where it hurts least, and nothing of them is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.text_pieces import beginning, units


def cut(text: str, limit: int) -> list[str]:
    pieces, rest = [], text
    while True:
        piece, rest = beginning(rest, limit)
        pieces.append(piece)
        if not rest:
            return pieces


def test_a_paragraph_is_kept_whole_where_it_fits() -> None:
    first, second = "Căn hộ hai phòng ngủ. " * 3, "Giá từ 3 tỷ."

    assert cut(f"{first.strip()}\n\n{second}", 70) == [first.strip(), second]


def test_a_line_then_a_word_is_the_next_best_place() -> None:
    assert cut("một hai ba bốn\nnăm sáu", 16) == ["một hai ba bốn", "năm sáu"]
    assert cut("một hai ba bốn năm sáu", 16) == ["một hai ba bốn", "năm sáu"]


def test_a_break_near_the_front_makes_no_stump() -> None:
    assert cut("Dạ\n\n" + "dài " * 5 + "dài", 20) == ["Dạ\n\ndài dài dài dài", "dài dài"]


def test_emoji_count_two_and_stay_whole() -> None:
    family = "👨\u200d👩\u200d👧"

    assert cut("😀" * 5, 4) == ["😀😀", "😀😀", "😀"]
    assert all(not piece.startswith("\u200d") for piece in cut(family * 4, 11))


def test_marks_stay_on_their_letter() -> None:
    decomposed = "e\u0302\u0301" * 4

    assert cut(decomposed, 7) == ["e\u0302\u0301" * 2, "e\u0302\u0301" * 2]


@given(st.text(), st.integers(min_value=8, max_value=60))
def test_every_piece_fits_and_every_letter_is_there_in_order(text: str, limit: int) -> None:
    pieces = cut(text, limit)

    assert all(units(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_text_that_fits_is_left_alone() -> None:
    assert cut("  a \n", 4096) == ["  a \n"]
    assert cut("", 4096) == [""]
