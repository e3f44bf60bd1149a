"""Takes secrets, phone numbers and e-mail addresses out of a text before anyone reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from urllib.parse import quote

Redact = Callable[[str], str]

# A shorter "secret" would blank out ordinary words.
SHORTEST_SECRET = 4
# The colon stands as %3A where a token was put into an address by a careful library.
_TOKEN = (r"\d{6,}(?::|%3[Aa])[A-Za-z0-9_-]{30,}", "[token]")
_EMAIL = (r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "[email]")
# Not inside a longer word or number. What stands before may be a line break that a repr or
# JSON has spelled out: its letter is no part of a word.
_START = r"(?:(?<![\w.+])|(?<=\\[nrt])|(?<=\\x[0-9a-f]{2})|(?<=\\u[0-9a-f]{4}))"
# With a plus or the country's 84 or 0 in front, in one piece or in groups. A bare row of
# digits is a chat id or a time and stays.
_PHONES = (
    (_START + r"\+\d(?:[ .()-]{0,2}\d){7,14}(?!\w)", "[phone]"),
    (_START + r"(?:0\d|84[ .-]?\d)\d{1,2}(?:[ .-]?\d{2,4}){2,3}(?!\w)", "[phone]"),
)
_PATTERNS = tuple((re.compile(form), shown) for form, shown in (_TOKEN, _EMAIL, *_PHONES))


def redactor(secrets: Iterable[str] = ()) -> Redact:
    """A function that blanks out these very secrets, and whatever looks like personal data."""
    spellings = {
        spelling
        for secret in secrets
        if len(secret) >= SHORTEST_SECRET
        for spelling in (secret, quote(secret, safe=""), json.dumps(secret)[1:-1])
    }
    # The longest first: one secret may be the beginning of another.
    ordered = sorted(spellings, key=len, reverse=True)

    def redact(text: str) -> str:
        for spelling in ordered:
            text = text.replace(spelling, "[secret]")
        for pattern, shown in _PATTERNS:
            text = pattern.sub(shown, text)
        return text

    return redact
