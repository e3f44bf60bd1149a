"""A need that is told before it was asked for, by the very words of an option."""

from __future__ import annotations

import re

from handlers.business import Business
from handlers.prospect.dialogue import GREETING, Dialogue, named
from scoring.lead import Need, NeedStatus, Slot

# "kế toán, khoảng 50tr": each piece is held against the options as a whole.
_PIECE = re.compile(r"[^,;.\n]+")
_COURTESY = re.compile(r"( (nhe|nha|a|di|em|shop|please))+$")
_AS_SURE_AS_WORDS = 0.9


def need_named(text: str, dialogue: Dialogue, business: Business) -> Need | None:
    """The option that a piece of the first messages names; None where none does."""
    question = business.question(Slot.NEED)
    if question is None or dialogue.open not in ("", GREETING):
        return None
    spellings = {named(words) for option in question.options for words in option.spellings}
    for piece in _PIECE.finditer(text):
        if _COURTESY.sub("", named(piece[0])) in spellings:
            start = piece.start() + len(piece[0]) - len(piece[0].lstrip())
            span = (start, start + len(piece[0].strip()))
            words = text[span[0] : span[1]]
            return Need(NeedStatus.STATED, span, words, _AS_SURE_AS_WORDS)
    return None
