"""Strings that break programs: markup, formulas, formats, controls, lengths, commands."""

from __future__ import annotations

import random

_CONTROLS = (*range(32), *range(0x7F, 0xA1), *range(0x200B, 0x2010), *range(0x202A, 0x202F))
_ODD_LETTERS = (
    *range(0x2060, 0x2070),
    0xAD,
    0x61C,
    0x115F,
    0x180E,
    0x3164,
    0xFEFF,
    0xFFFE,
    0xE0001,
)
_OURS = (0xE000, 0xE001, 0xE002, 0xD800, 0xDFFF)  # our own marks, and halves of letters
_MARKUP = (
    "<b>x</b>",
    "</b>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;",
    "&#x41;",
    "<a href='javascript:alert(1)'>x</a>",
    "<!--",
    "]]>",
    "<svg/onload=alert(1)>",
    '"><svg>',
    "<b",
    "*x*",
    "_x_",
    "__x__",
    "`x`",
    "```x```",
    "[x](http://e.com)",
    "~x~",
    "||x||",
    "> q",
    "\\*",
)
_FORMATS = (
    "{}",
    "{0}",
    "{you}",
    "{company.__class__}",
    "{{7*7}}",
    "${7*7}",
    "<%= 7 %>",
    "{% x %}",
    "%s",
    "%d",
    "%(name)s",
    "%n",
    "%%",
    "{name!r}",
    "{name:>99999999}",
    "\\u0041",
    "\\x41",
    "$name",
    "{",
    "}",
)
_SQL = (
    "'",
    "''",
    '"',
    "';--",
    "' OR '1'='1",
    "1; DROP TABLE lead",
    "%' OR '%'='",
    "_",
    "%",
    "\\",
    "/*",
    "NULL",
    "None",
    "true",
    "NaN",
    "Infinity",
    "-1",
    "0",
    "1e309",
    "1e999 tỷ",
    "9" * 40,
)
_HEADS = (
    "=",
    "+",
    "-",
    "@",
    "\t=",
    "\r=",
    "＝",
    "＋",
    "－",
    "＠",
    "'=",
    "''=",
    "\0=",
    "\n=",
    " =",
    "\ufeff=",
)
_FORMULAS = ("1+1", 'HYPERLINK("http://e","x")', "cmd|' /C calc'!A0")
_LETTERS = (
    "Z̷̢̛a̶l̵g̸o̷" * 20,
    "👨‍👩‍👧‍👦",
    "🇻🇳",
    "👋🏿",
    "e\u0301",
    "ﬁ",
    "Ǆ",
    "ẞ",
    "İ",
    "ı",
    "ſ",
    "ﷺ" * 50,
    "①②③",
    "٠١٢٣",
    "०१२",
    "²³",
    "½",
    "Ⅷ",
    "한글",
    "ไทย",
    "العربية",
    "עברית",
    "\u202eabc",
    "a" + "\u0300" * 500,
    "ngày 32/13",
    "tỷ tỷ tỷ",
    "−5 triệu",
    "５０triệu",
    "o912345678",
    "+84 (0)912 345 678",
    "a@b",
    "@",
)
_LONG = tuple(
    (one * 300)[:300]
    for one in (
        "a",
        "😀",
        "9",
        "(",
        "{",
        "\n",
        " ",
        "/",
        "#",
        "@",
        "=",
        "ạ",
        "1tr ",
        "<b>",
        "\u200b",
        "'",
    )
)
_ADDRESSES = ("../../etc/passwd", "file:///etc/passwd", "http://169.254.169.254/", "tg://user?id=1")
_WORDS = (
    "/",
    "//",
    "/start join_",
    "/join",
    "/lead",
    "/lead -1",
    "/lead ²",
    "/lead " + "9" * 20,
    "#1",
    "#²",
    "/won 1 1e999",
    "/won 1 -5",
    "/next 1 32/13",
    "/next 1 99999 năm nữa",
    "/off 99999 ngày",
    "/off đến 31/2",
    "/meet 1 0h0",
    "/find %",
    "/find _",
    "/export csv @'",
    "/assign 1 @x",
    "/m x",
    "/birthday 1 30/02",
    "/temp 1",
    "/lang xx",
    "/campaign x",
    "/team x",
    "dừng",
    "xoá",
    "/mydata",
)
_ALPHABET = "ạđ1230 .,/-:'\"<>{}%=+@#&\u200b\u202e\u0301😀trtỷkhôngngàythángemanh\n\t"
AT_LEAST = 620


def strings() -> tuple[str, ...]:
    """The same each time, none twice; at least AT_LEAST."""
    dice = random.Random(7)  # no secret
    found = [f"a{chr(one)}b" for one in (*_CONTROLS, *_ODD_LETTERS, *_OURS)]
    found += (*_MARKUP, *_FORMATS, *_SQL, *_LETTERS, *_LONG, *_ADDRESSES, *_WORDS)
    found += (head + tail for head in _HEADS for tail in _FORMULAS)
    while len(set(found)) < AT_LEAST:
        found.append("".join(dice.choices(_ALPHABET, k=dice.randint(1, 60))))
    return tuple(dict.fromkeys(found))
