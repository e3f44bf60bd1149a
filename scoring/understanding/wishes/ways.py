"""How something is done, asked idly, and what a wish is aimed at: a call, a quote, a meeting."""

from __future__ import annotations

import re

from scoring.understanding.text import canonical

# "How does one order?" asks about a thing; it is no order.
_HOW = re.compile(
    r"\b(the nao|nhu nao|kieu gi|kieu nao|ra sao|lam sao|cach nao|quy trinh|thu tuc)\b"
    r"|\bhow (do|does|can|should|to|would|is)\b|\bdo (i|we) (need|have) to\b"
)
# "Có cần đặt cọc không": the two ends of a question, sought one after the other, as a pattern
# that spans both takes the square of the length.
_IS_THERE = re.compile(r"\bco (can|phai|nhan|bao gia|demo|dat)\b")
_OR_NOT = re.compile(r"\b(khong|ko|k|hong|hok|hem)\b")
# Whoever says what he wants, or asks for it to be done, does not merely ask how. Bare, "co can"
# is rather "có cần" than "cô cần".
_WISH = re.compile(
    r"\b(muon|cho|giup|dum) (minh|em|anh|chi|toi|tui|co|chu|bac|ben)\b"
    r"|\b(toi|minh|em|anh|chi|chu|bac) (can|muon|dinh)\b|^(muon|can)\b"
    r"|\b(i|we) (want|need|would like)\b|\b(i|we) ?'?d like\b|\bplease\b"
)
_WHETHER = re.compile(
    r"\b(co|duoc|con)\b.*\b(khong|ko|k|hong|hok|hem)"
    r"( (a|em|anh|chi|shop|ban|ad|nhi|vay|the|ta|ha))*$"
)
_MEETING = re.compile(r"\b(dat|xin|book|doi) (lich|hen)\b|\blich hen\b|\bdemo\b|\bappointment\b")
_QUOTE = re.compile(r"\b(bao gia|quote|quotation)\b")
# Spelled, as "gói" is a package: what is typed bare may be either.
_CALL = re.compile(r"\b(gọi|goi|điện thoại|dien thoai|alo|call|phone)\b")


def asks_whether(words: str) -> bool:
    """Whether the words, folded, ask if something is so without a question mark: có … không."""
    return bool(_WHETHER.search(words))


def asks_how(words: str) -> bool:
    """Whether the words, folded, ask how something is done and want nothing done."""
    is_there = _IS_THERE.search(words)
    asked = is_there is not None and _OR_NOT.search(words, is_there.end()) is not None
    return (asked or bool(_HOW.search(words))) and not _WISH.search(words)


def names_a_meeting(words: str) -> bool:
    """Whether the words, folded, speak of an appointment or a demonstration."""
    return bool(_MEETING.search(words))


def names_a_quote(words: str) -> bool:
    """Whether the words, folded, speak of a written offer and not just of a price."""
    return bool(_QUOTE.search(words))


def names_a_call(text: str) -> bool:
    """Whether a message, as it was written, speaks of telephoning."""
    return bool(_CALL.search(canonical(text)))
