"""Turns of phrase that settle an intent, and the short answers and signs that say yes or no."""

from __future__ import annotations

from scoring.understanding.wishes.asking_words import ASKING
from scoring.understanding.wishes.intent_lists import LISTS as LISTS
from scoring.understanding.wishes.lookalike_words import HARMLESS as HARMLESS
from scoring.understanding.wishes.objecting_words import OBJECTING
from scoring.understanding.wishes.talking_words import TALKING
from scoring.understanding.word_list import spellings

RULES: dict[str, tuple[str, ...]] = {**ASKING, **TALKING, **OBJECTING}

# How an answer to "is that right?" begins.
YES_OR_NO: dict[str, tuple[str, ...]] = {
    "affirm": ("^ <call>* <yes>",),
    "deny": ("^ <call>* <nope>",),
    # "có đúng là 80 không vậy", "ờ thì": no answer yet.
    "asks_back": (
        "^ <call>* có|được|đúng|phải .. .. không|ko|hông|hong|k|chưa <call>* ]",
        "^ ừ|ờ|à thì ]",
    ),
}

# A message of some words that ends so asks something.
ENDS_A_QUESTION = frozenset(
    {"không", "khong", "ko", "hông", "hong", "hem", "hả", "nhỉ", "hở", "chưa", "hôn", "hok"}
)
ENDS_AN_OPEN_QUESTION = frozenset({"nào", "gì", "sao", "mấy", "nao", "gi"})
# "mấy chục triệu chứ mấy" says that it is no more, and asks nothing.
ENDS_IN_EMPHASIS = frozenset({"chứ", "chớ", "chu"})
# Of several things offered, these; with particles and whoever is spoken to, all of a message.
CHOICES = spellings("cả, hai, ba, bốn, 2, 3, 4, đều, both, all, of, them, either, two, three")
DENYING = frozenset({"không", "khong", "ko", "k", "chưa", "chua", "chẳng", "hông", "đâu"})
# What may follow: whoever is spoken to, and particles.
ENDS_A_SENTENCE = spellings(
    """
    ạ, em, anh, chị, shop, bạn, ad, vậy, thế, ta, cô, chú, bác, thầy, ơi, e, a, c, dạ, bác sĩ, nè,
    nhỉ, b, v, z, con, cháu, mọi, người, đó, á, nha, nhé, luôn, you, admin, page
    """
)
# It hurries, and may be an order: "cả hai luôn".
HURRIES = spellings("luôn")
LEAST_WORDS_OF_A_QUESTION = 3

# Signs that answer without words.
THUMBS_UP = frozenset("👍👌✅🆗💯")
THUMBS_DOWN = frozenset("👎❌🙅")
