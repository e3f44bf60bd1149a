"""How a customer calls himself: his own word is the one we use for him."""

from __future__ import annotations

import re

from scoring.understanding.text import fold

# What people call themselves to a younger one, without marks, and as we then write it.
_OWN_WORDS = {"anh": "anh", "chi": "chị", "co": "cô", "chu": "chú", "bac": "bác"}
# "cho chị", "nhà anh", "gọi cô": the word that follows these is the speaker.
_BEFORE = frozenset(
    {"cho", "giup", "cua", "nha", "goi", "voi", "gui", "ben", "de", "nhan", "bao", "shop", "nay"}
    | {"gio", "thi", "ma", "vay", "nhu", "tai", "ho", "tu", "so"}
)
# "chị cần", "anh đang": so begins what somebody says of himself.
_AFTER = frozenset(
    {"can", "muon", "dang", "dinh", "cung", "chi", "chua", "khong", "ko", "k", "tu", "quyet"}
    | {"thich", "hoi", "xem", "mua", "o", "ten", "lam", "mo", "se", "da", "vua", "moi", "tim"}
    | {
        "phai",
        "ban",
        "thay",
        "nghi",
        "gui",
        "co",
        "la",
        "hay",
        "duoc",
        "biet",
        "need",
        "gap",
        "dat",
    }
)
# "chị ơi" is said to us; "anh ấy", "anh chị" and "chị nào" are others, or nobody.
_NOT_OWN = frozenset({"oi", "ay", "chi", "em", "nao", "kia", "nay", "minh", "ban", "a", "nhe"})
_WORD = re.compile(r"[^\W_]+(?:/[^\W_]+)?")


def address_in(text: str) -> str:
    """anh, chị, cô, chú or bác where the writer calls himself so; "" where he does not.

    Never from a name. Without marks "chi" and "co" are words of their own as well, so they
    count there only with a second sign beside them.
    """
    words = _WORD.findall(text)
    folded = [fold(word) for word in words]
    for place, word in enumerate(folded):
        if word in _OWN_WORDS and _is_self(words, folded, place):
            return _OWN_WORDS[word]
    return ""


def _is_self(words: list[str], folded: list[str], place: int) -> bool:
    marked, after = words[place].lower(), folded[place + 1 : place + 2]
    if marked not in (folded[place], _OWN_WORDS[folded[place]]):
        return False  # "có", "chỉ", "bạc"
    if words[place + 1 : place + 2] == ["chị"]:
        return False  # "anh chị": both, and so nobody
    before = folded[place - 1 : place]
    if after and (after[0] in _NOT_OWN and after[0] not in _AFTER):
        return False
    if place + 1 < len(words) and words[place + 1][:1].isupper() and not words[place].istitle():
        return False  # "gặp anh Minh": somebody else
    is_certain = marked == "anh" or marked != folded[place]
    begins = place == 0 and bool(after) and after[0] in _AFTER
    follows = bool(before) and before[0] in _BEFORE
    leads = bool(after) and after[0] in _AFTER
    if is_certain:
        return begins or follows or leads
    return begins or (follows and leads)
