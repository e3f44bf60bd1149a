"""In which letters a CSV file was written: UTF-8, UTF-16, or the old Vietnamese code page."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

UTF_8, UTF_16, OLD_VIETNAMESE = "utf-8", "utf-16", "cp1258"
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = 512  # bytes: enough to see that every second one is zero
_SAMPLE = 64 * 1024  # bytes with marked letters: enough to tell one code page from another
_MARKED = re.compile(r"[^\x00-\x7f]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VOWELS = "aăâeêioôơuưy"
# Every letter with a mark that Vietnamese writes, and what else stands in a list of customers.
_VIETNAMESE = frozenset(
    unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in ("", *_TONES)
) | frozenset("đ₫–—’‘“”…·•€\u00a0")
# So much of a text in the code page is Vietnamese; VNI and TCVN3 read in it are a jumble.
_SURELY = 0.98


@dataclass(frozen=True, slots=True)
class Written:
    """The encoding's name for Python, and how many lines the file has; "" for one unknown."""

    encoding: str
    lines: int


def written(chunks: Iterable[bytes]) -> Written:
    """Look at a whole file piece by piece, without holding it."""
    stream = iter(chunks)
    head = next(stream, b"")
    if (wide := _wide(head[:_HEAD])) is not None:
        lines = head.count(b"\n") + sum(chunk.count(b"\n") for chunk in stream)
        return Written(wide, lines)
    lines, letters, is_utf_8, has_letters = 0, b"", True, False
    decoder = codecs.getincrementaldecoder("utf-8")()
    for chunk in _and_the_rest(head, stream):
        lines += chunk.count(b"\n")
        if chunk.isascii() and not decoder.getstate()[0]:
            continue
        if len(letters) < _SAMPLE:
            letters += chunk[: _SAMPLE * 4]
        if is_utf_8:
            try:
                text = decoder.decode(chunk)
            except UnicodeDecodeError as error:
                # Letters that were UTF-8 before it: one broken place, not another encoding.
                has_letters = has_letters or not chunk[: error.start].isascii()
                is_utf_8 = False
            else:
                has_letters = has_letters or not text.isascii()
    if is_utf_8 or has_letters:
        return Written(UTF_8, lines)
    return Written(OLD_VIETNAMESE if _reads_as_vietnamese(letters) else "", lines)


def _and_the_rest(head: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield head
    yield from rest


def _wide(head: bytes) -> str | None:
    """UTF-16 by its mark, or by the zero beside every plain letter."""
    if head.startswith(UTF_16_MARKS):
        return UTF_16
    pairs = len(head) // 2
    if pairs < 2:
        return None
    if head[1::2].count(0) > pairs * 0.6 and head[0::2].count(0) == 0:
        return "utf-16-le"
    if head[0::2].count(0) > pairs * 0.6 and head[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _reads_as_vietnamese(sample: bytes) -> bool:
    try:
        text = unicodedata.normalize("NFC", sample.decode(OLD_VIETNAMESE))
    except UnicodeDecodeError:
        return False
    marked = _MARKED.findall(text)
    good = sum(one.lower() in _VIETNAMESE for one in marked)
    return bool(marked) and good >= _SURELY * len(marked)
