"""Slips of the keys: words typed in haste, read as the word that was meant.

Only a word that is none as it stands is read so, and only as a word of the lexicon at hand.
All words here are without marks.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

# Telex keys that an input method left undone: nhanws, dduwngf, lieeuj.
_TONE = re.compile(r"[sfrxj]$")
_SHAPES = re.compile(r"[wfj]")
_DOUBLED = re.compile(r"(.)\1")
# Sounds as the young spell them: fiền, wảng cáo, júp.
_YOUNG = (("f", "ph"), ("w", "qu"), ("j", "gi"), ("z", "d"), ("z", "v"), ("z", "gi"))
# Nothing else may be a slip: one look passes over most words.
_SUSPECT = re.compile(r"(.)\1|[wfjz]|[aeiouynmgcth][xsr]$|.{6}|^.?al$|of$|[aeiouy][gh]$")
# Long or weighty enough that a letter more, less or elsewhere makes it no other word.
_WEIGHTY = (
    *("unsubscribe", "unsubscribed", "messaging", "message", "messages", "contacting", "contact"),
    *("texting", "calling", "receive", "receiving", "notifications", "notification", "interested"),
    *("personal", "information", "delete", "deleted", "spamming", "bothering", "emailing"),
    *("promotional", "promotions", "marketing", "newsletter", "anymore", "remove", "please"),
    *("sending",),
)
_SWAPPED = (
    *("nhan", "dung", "ngung", "khong", "muon", "thong", "quang", "khoi", "phien", "stop", "text"),
    *("call", "huy", "chan", "danh", "sach", "lien", "nua", "toi", "lieu", "xoa"),
)
_LEAST_LETTERS = 6
# VNI keys left undone: d9u72ng nha81n nu74a; two such words, as one may be an order number.
_VNI = re.compile(r"\b[a-z]+[1-9][a-z1-9]*\b")
_LEAST_VNI = 2
_LONGEST_SPACED = 40  # characters
_SPACED = re.compile(r"\W*(?:\w\W+){3,}\w\W*")


# Words broken by dots: "dung.... nhan.... nua".
_DOTTED = re.compile(r"\W*\w+(?:\W*[.…*~_-]\W*\w+(?: \w+)?){2,}\W*")
_LONGEST_DOTTED = 80  # characters
_DOTS = re.compile(r"\W*[.…*~_-]\W*")
# Nothing else is typed in one of these ways.
_ODDLY_TYPED = re.compile(r"[1-9.…*~_-]|^\W*\w\W")
# Words spelled so short that no letter tells which are meant.
_SHORT = {"dki": "dk", "dky": "dk"}
# Chat spellings that are read so only where a wish may stand: elsewhere they are other words.
SHORTHAND = {
    **dict.fromkeys(("hk", "hg", "hog", "hông", "hổng", "hem", "khum", "kg", "kog", "kô"), "không"),
    **dict.fromkeys(("thoy", "hoy"), "thôi"),
    **{"lm": "làm", "pải": "phải", "fải": "phải", "fai": "phải", "pai": "phải", "ns": "nói"},
    **{"r": "rồi", "đc": "được", "dc": "được", "v": "vậy", "z": "vậy", "j": "gì", "lun": "luôn"},
    **{"âu": "đâu", "nhma": "nhưng", "nma": "nhưng", "nhg": "nhưng", "nhưg": "nhưng", "vn": "vẫn"},
    **{"trc": "trước", "xog": "xong", "cg": "cũng", "đth": "đt", "dth": "dt", "chj": "chị"},
    **{
        "hc": "học",
        "gửy": "gửi",
        "gưi": "gửi",
        "nhắng": "nhắn",
        "nhn": "nhắn",
        "hỉ": "nhé",
        "hỷ": "nhé",
        "ik": "đi",
    },
}


def undone(message: str) -> str | None:
    """A whole message as it was meant, typed with VNI keys, by letters (s t o p) or with dots."""
    if _ODDLY_TYPED.search(message) is None:
        return None
    if len(message) <= _LONGEST_DOTTED and _DOTTED.fullmatch(message):
        return _DOTS.sub(" ", message)
    if len(message) <= _LONGEST_SPACED and _SPACED.fullmatch(message):
        return re.sub(r"\W", "", message)
    if len(_VNI.findall(message)) >= _LEAST_VNI:
        return _VNI.sub(lambda found: re.sub("[1-9]", "", found[0]), message)
    return None


def meant(word: str, known: Container[str]) -> str:
    """The word meant by one that is none; itself where none is near."""
    if word in _SHORT:
        return _SHORT[word]
    if _SUSPECT.search(word) is not None:
        for one in _readings(word):
            if one != word and one in known:
                return one
    if len(word) > 2 and (swapped := _by_letters().get((word[0], "".join(sorted(word))))):
        return swapped if swapped in known else word
    if len(word) >= _LEAST_LETTERS and word.isascii():
        for shorter in _shortened(word):
            if shorter in _near() and _near()[shorter] in known:
                return _near()[shorter]
    return word


def _readings(word: str) -> Iterator[str]:
    once = _DOUBLED.sub(r"\1", word)
    yield once
    for typed, spelled in _YOUNG:
        if word.startswith(typed):
            yield spelled + word[1:]
    if word[-1] in "gh":  # đăg, mih
        yield word[:-1] + "n" + word[-1]
    yield _DOUBLED.sub(r"\1", _SHAPES.sub("", _TONE.sub("", word)))
    if word.isascii() and len(word) < _LEAST_LETTERS:  # calll was read as cal
        yield word + word[-1]


def _shortened(word: str) -> list[str]:
    return [word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]


@cache
def _near() -> dict[str, str]:
    return {shorter: word for word in _WEIGHTY for shorter in _shortened(word)}


@cache
def _by_letters() -> dict[tuple[str, str], str]:
    return {(word[0], "".join(sorted(word))): word for word in _SWAPPED}
