"""Chat spellings that stand for one word only, read as that word wherever they are typed.

Spellings with several meanings (k, kh, ck, vs, z) are left to the grammars, which see the
words around them. A value without marks may be any of its readings: "wa" is qua or quá.
"""

from __future__ import annotations

CHAT_SPELLINGS = {
    "bik": "biết",
    "bít": "biết",
    "bjk": "biết",
    "bjt": "biết",
    "chx": "chưa",
    "cũg": "cũng",
    "cx": "cũng",
    "dag": "đang",
    "dừg": "dừng",
    "đag": "đang",
    "đừg": "đừng",
    "dzậy": "vậy",
    "dzô": "vô",
    "khog": "không",
    "khôg": "không",
    "lém": "lắm",
    "mún": "muốn",
    "nhìu": "nhiều",
    "nx": "nữa",
    "rùi": "rồi",
    "thik": "thích",
    "thui": "thôi",
    "thôy": "thôi",
    "wa": "qua",
    "wá": "quá",
    "zậy": "vậy",
    "zìa": "về",
    "zề": "về",
    "zô": "vô",
    # Typed by Telex where it was switched off, of words that times and sums are told with.
    "caanf": "cần",
    "cuoois": "cuối",
    "ddaauf": "đầu",
    "khoangr": "khoảng",
    "khoarng": "khoảng",
    "muoons": "muốn",
    "nawm": "năm",
    "ngafy": "ngày",
    "ngayf": "ngày",
    "quys": "quý",
    "taamf": "tầm",
    "thangs": "tháng",
    "thasng": "tháng",
    "tuaanf": "tuần",
    "tuanaf": "tuần",
}
