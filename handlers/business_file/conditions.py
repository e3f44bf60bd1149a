"""`when:` of a question: a tiny grammar of comparisons, read and decided without eval.

    need == 'pos' and (budget >= 10tr or budget unknown)

A name is the id of a question. A value is quoted or a bare word, or a sum of money.
Comparisons: == != < <= > >= in (…) known unknown; joined by and, or, not and brackets.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from handlers.business_file.values import LONGEST_CONDITION, dong, wrong

# What a question was answered with: the value of an option, an amount; None while unanswered.
# Several at once where a question takes several.
Answer = str | int | tuple[str, ...] | None
# The value of whatever was answered in words that are no option.
OTHER = "other"

_TOKEN = re.compile(
    r"\s*(?:(?P<text>'[^']*'|\"[^\"]*\")|(?P<sign>==|!=|<=|>=|<|>|\(|\)|,)"
    r"|(?P<number>\d[\d_.,]*(?:\s?(?:k|nghìn|ngàn|triệu|tr|tỷ|tỉ)\b)?)|(?P<word>[^\W\d][\w-]*))"
)
_ORDERS = ("<", "<=", ">", ">=")
_KEYWORDS = frozenset({"and", "or", "not", "in", "known", "unknown"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """One name against values: `sign` is a comparison of the grammar above."""

    name: str
    sign: str
    values: tuple[str | int, ...] = ()

    def holds(self, answers: Mapping[str, Answer]) -> bool:
        answer = answers.get(self.name)
        if isinstance(answer, tuple):
            return self._holds_of(answer)
        match self.sign:
            case "known":
                return answer is not None
            case "unknown":
                return answer is None
            case "==" | "in":
                return answer in self.values
            case "!=":
                return answer not in self.values
        return isinstance(answer, int) and _in_order(answer, self.sign, self.values[0])

    def _holds_of(self, chosen: tuple[str, ...]) -> bool:
        """Of several choices one that fits is enough; "not this" means none of them."""
        fits = any(one in self.values for one in chosen)
        return {"known": True, "==": fits, "in": fits, "!=": not fits}.get(self.sign, False)


@dataclass(frozen=True, slots=True)
class Not:
    inner: Condition

    def holds(self, answers: Mapping[str, Answer]) -> bool:
        return not self.inner.holds(answers)


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Condition, ...]

    def holds(self, answers: Mapping[str, Answer]) -> bool:
        return all(part.holds(answers) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Any:
    parts: tuple[Condition, ...]

    def holds(self, answers: Mapping[str, Answer]) -> bool:
        return any(part.holds(answers) for part in self.parts)


Condition = Comparison | Not | All | Any


def _in_order(answer: int, sign: str, value: str | int) -> bool:
    if not isinstance(value, int):
        return False
    below, equal = answer < value, answer == value
    return {"<": below, "<=": below or equal, ">": not below and not equal, ">=": not below}[sign]


def comparisons(condition: Condition) -> Iterator[Comparison]:
    match condition:
        case Comparison():
            yield condition
        case Not():
            yield from comparisons(condition.inner)
        case All() | Any():
            for part in condition.parts:
                yield from comparisons(part)


# More ways to answer than this are not tried one by one: such a condition counts as reachable.
_MOST_TRIED = 20_000


def can_hold(condition: Condition, answers: Mapping[str, Sequence[Answer]]) -> bool:
    """Whether any way to answer makes it true; `answers` are those each name may have."""
    names = sorted({one.name for one in comparisons(condition)})
    choices = [answers.get(name, (None,)) for name in names]
    tried = itertools.islice(itertools.product(*choices), _MOST_TRIED + 1)
    for count, given in enumerate(tried):
        if count == _MOST_TRIED or condition.holds(dict(zip(names, given, strict=True))):
            return True
    return False


# --- reading ------------------------------------------------------------------------------


def condition(text: object) -> Condition:
    """The condition that a text says. Raises PydanticCustomError naming the place."""
    words = str(text)
    if len(words) > LONGEST_CONDITION:
        raise wrong("condition_long", length=len(words), most=LONGEST_CONDITION)
    return _Reader(words).read()


class _Reader:
    """Reads from left to right, one piece ahead."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[tuple[str, str, int]] = []
        place = 0
        while text[place:].strip():
            found = _TOKEN.match(text, place)
            if found is None or found.lastgroup is None:
                start = len(text) - len(text[place:].lstrip())
                raise wrong("condition", near_text=text[start:], place=start + 1)
            kind = found.lastgroup
            self._pieces.append((kind, found[kind].strip(), found.start(kind)))
            place = found.end()
        self._next = 0

    def read(self) -> Condition:
        condition = self._either()
        if self._next < len(self._pieces):
            raise self._unexpected()
        return condition

    def _either(self) -> Condition:
        parts = [self._both()]
        while self._takes("or"):
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def _both(self) -> Condition:
        parts = [self._one()]
        while self._takes("and"):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self) -> Condition:
        if self._takes("not"):
            return Not(self._one())
        if self._takes("("):
            inner = self._either()
            self._expect(")")
            return inner
        return self._comparison()

    def _comparison(self) -> Comparison:
        kind, name, _ = self._piece()
        if kind != "word" or name in _KEYWORDS:
            raise self._unexpected()
        self._next += 1
        for word in ("known", "unknown"):
            if self._takes(word):
                return Comparison(name, word)
        if self._takes("in"):
            self._expect("(")
            values = [self._value()]
            while self._takes(","):
                values.append(self._value())
            self._expect(")")
            return Comparison(name, "in", tuple(values))
        for sign in ("==", "!=", *_ORDERS):
            if self._takes(sign):
                return Comparison(name, sign, (self._value(sign in _ORDERS),))
        raise self._unexpected()

    def _value(self, is_number: bool = False) -> str | int:
        kind, word, _ = self._piece()
        if kind in ("", "sign") or word in _KEYWORDS or (is_number and kind != "number"):
            raise self._unexpected()
        self._next += 1
        if kind == "number":
            return dong(word.rstrip(".,"))
        return word[1:-1] if kind == "text" else word

    def _piece(self) -> tuple[str, str, int]:
        if self._next < len(self._pieces):
            return self._pieces[self._next]
        return ("", "", len(self._text))

    def _takes(self, wanted: str) -> bool:
        kind, word, _ = self._piece()
        if kind in ("word", "sign") and word == wanted:
            self._next += 1
            return True
        return False

    def _expect(self, wanted: str) -> None:
        if not self._takes(wanted):
            raise self._unexpected()

    def _unexpected(self) -> PydanticCustomError:
        start = self._piece()[2]
        return wrong("condition", near_text=self._text[start:] or "…", place=start + 1)
