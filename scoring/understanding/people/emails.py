"""E-mail addresses, written as such or spelled out: "lan a còng congty chấm vn"."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.lead import Span
from scoring.understanding.people.handles import PLATFORMS
from scoring.understanding.phrases import Phrases
from scoring.understanding.text import Kind, Text, Token
from scoring.understanding.word_list import listed, spellings

LONGEST = 16  # tokens on either side of the @
MOST = 5  # addresses read from one message

AT = "@"
DOT = "."
SPELLED = {
    AT: listed("a còng, a vòng, a móc, at, @"),
    DOT: listed("chấm, dot"),
    "_": listed("gạch dưới, underscore"),
    "-": listed("gạch ngang, gạch nối, dấu trừ, dash, hyphen"),
}
BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
LOCAL_SIGNS = frozenset(".-_+%")
DOMAIN_SIGNS = frozenset(".-")
# An English "at" is an @ only beside one of these, or where a dot is spelled out, too.
MAIL_WORDS = spellings("mail, email, gmail, e, imeo, meo, yahoo, outlook, hotmail, icloud")


@dataclass(frozen=True, slots=True)
class Email:
    address: str
    first: int  # tokens, both included
    last: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign of an address, as a character or as words."""

    character: str
    first: int
    last: int
    spelled: bool


def find(text: Text) -> tuple[Email, ...]:
    found: list[Email] = []
    end = -1
    for index, token in enumerate(text.tokens):
        if index <= end or token.word not in _BEGINS_AT:
            continue
        if len(found) == MOST:
            break
        email = _email_around(text, index, end + 1)
        if email is not None:
            found.append(email)
            end = email.last
    return tuple(found)


def _email_around(text: Text, index: int, begin: int) -> Email | None:
    at = _sign_from(text.tokens, index)
    if at is None or at.character != AT:
        return None
    if not at.spelled and not text.tokens[index].glued and _is_platform(text.tokens, index - 1):
        return None  # "insta @bena.shop" is a handle
    local, first = _local(text, at, begin)
    domain, last, dot_spelled = _domain(text, at)
    if not local or DOT not in domain:
        return None
    if last + 1 < len(text.tokens) and text.tokens[last + 1].word == AT and at.spelled:
        return None  # "mail me at lan@congty.vn": the @ stands further on
    if at.spelled and text.tokens[index].word == "at" and not dot_spelled:
        around = text.tokens[max(0, first - 3) : last + 1]
        if not any(token.folded in MAIL_WORDS for token in around):
            return None
    address = _validated(f"{local}@{domain}")
    return None if address is None else Email(address, first, last, text.tokens_span(first, last))


def _is_platform(tokens: tuple[Token, ...], index: int) -> bool:
    return index >= 0 and tokens[index].word in PLATFORMS


def _domain(text: Text, at: _Sign) -> tuple[str, int, bool]:
    """The domain behind the @, its last token, and whether a dot was spelled out."""
    tokens = text.tokens
    if at.last + 1 >= len(tokens) or not _is_atom(tokens[at.last + 1]):
        return "", at.last, False
    domain, last = _label(text, at.last + 1)
    dot_spelled = False
    while last - at.last < LONGEST:
        sign = _sign_from(tokens, last + 1)
        if sign is None or sign.character not in DOMAIN_SIGNS or sign.last + 1 >= len(tokens):
            break
        after = tokens[sign.last + 1]
        glued = sign.spelled or (tokens[sign.first].glued and after.glued)
        if not glued or not _is_atom(after):
            break
        label, last = _label(text, sign.last + 1)
        domain += sign.character + label
        dot_spelled = dot_spelled or (sign.spelled and sign.character == DOT)
    return domain, last, dot_spelled


def _label(text: Text, first: int) -> tuple[str, int]:
    """Letters and digits written together, abc123, and their last token."""
    last = first
    while last + 1 < len(text.tokens) and last - first < LONGEST:
        after = text.tokens[last + 1]
        if not after.glued or not _is_atom(after):
            break
        last += 1
    return text.lower[text.tokens[first].start : text.tokens[last].end], last


def _local(text: Text, at: _Sign, begin: int) -> tuple[str, int]:
    """What stands before the @, and its first token."""
    tokens = text.tokens
    first = at.first - 1
    if first < begin or not _is_atom(tokens[first]):
        return "", at.first
    local = _written(text, first)
    while at.first - first < LONGEST and first > begin:
        if _is_atom(tokens[first - 1]) and tokens[first].glued:
            first -= 1
            local = _written(text, first) + local
            continue
        sign = _sign_before(tokens, first - 1)
        if sign is None or sign.character not in LOCAL_SIGNS or sign.first <= begin:
            break
        glued = sign.spelled or (tokens[first].glued and tokens[sign.first].glued)
        if not glued or not _is_atom(tokens[sign.first - 1]):
            break
        first = sign.first - 1
        local = _written(text, first) + sign.character + local
    return local, first


def _written(text: Text, index: int) -> str:
    token = text.tokens[index]
    return text.lower[token.start : token.end]


def _is_atom(token: Token) -> bool:
    return token.kind is not Kind.MARK and token.word.isascii()


def _sign_from(tokens: tuple[Token, ...], first: int) -> _Sign | None:
    """The sign that begins with this token: `.`, `chấm`, `[dot]`."""
    if first >= len(tokens):
        return None
    word = tokens[first].word
    closing = BRACKETS.get(word)
    if closing is not None and first + 1 < len(tokens):
        inner = _SPELLED.at(tokens, first + 1)
        if inner is None or inner.last + 1 >= len(tokens):
            return None
        if tokens[inner.last + 1].word != closing:
            return None
        # In brackets even "at" is plain.
        return _Sign(inner.label, first, inner.last + 1, True)
    hit = _SPELLED.at(tokens, first)
    if hit is not None:
        return _Sign(hit.label, first, hit.last, word != AT)
    if word in LOCAL_SIGNS:
        return _Sign(word, first, first, False)
    return None


def _sign_before(tokens: tuple[Token, ...], last: int) -> _Sign | None:
    """The sign that ends with this token."""
    for first in range(last, max(last - 3, -1), -1):
        sign = _sign_from(tokens, first)
        if sign is not None and sign.last == last:
            return sign
    return None


def _validated(address: str) -> str | None:
    import email_validator  # slow to import, and few messages hold an address

    try:
        checked = email_validator.validate_email(address, check_deliverability=False)
    except email_validator.EmailNotValidError:
        return None
    return checked.normalized.lower()


_SPELLED = Phrases(SPELLED)
_BEGINS_AT = spellings("@, a, at, (, [, {, <")
