"""A customer's own word for himself, and what is none."""

from __future__ import annotations

import pytest

from handlers.prospect.address import address_in


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("cho chị hỏi giá bao nhiêu em?", "chị"),
        ("Chị tự quyết", "chị"),
        ("nhà chị có 2 bé", "chị"),
        ("thôi để chị xem thêm", "chị"),
        ("anh cần máy", "anh"),
        ("gọi cho anh luôn nhé", "anh"),
        ("bác muốn xem đất", "bác"),
        ("chi can phan mem", "chị"),
        ("chi tu quyet", "chị"),
        ("chị ơi cho em hỏi", ""),
        ("gặp anh Minh", ""),
        ("anh chị em trong nhà", ""),
        ("anh/chị cần gì", ""),
        ("chi phí bao nhiêu", ""),
        ("chi phi bao nhieu", ""),
        ("chỉ tham khảo", ""),
        ("có bảo hành không", ""),
        ("có cô giáo bản xứ không", ""),
        ("em là sinh viên", ""),
        ("tôi cần mua", ""),
        ("", ""),
    ],
)
def test_only_a_word_for_oneself_counts(text: str, own: str) -> None:
    assert address_in(text) == own
