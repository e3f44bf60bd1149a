"""Kinds of values in the owner's file: spans, times of day, money, sentences, labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from string import Formatter
from typing import Annotated, Any, Literal, LiteralString

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from handlers.business_file.contradiction import Where

LONGEST_LABEL = 24  # characters: what fits on a button of a small phone
LONGEST_CONDITION = 200  # characters
# What an owner's sentence may fill in: how the customer is addressed, the company, its prices.
TEXT_SLOTS = frozenset(
    {"you", "You", "customer", "Customer", "me", "Me", "company", "phone"}
    | {"price_from", "price_to", "price_per"}
)

_SPAN = re.compile(r"(\d{1,4})([smhd])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_HOURS = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)-(?:([01]?\d|2[0-3]):([0-5]\d)|24:00)")
_MOMENT = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_WHOLE = re.compile(r"\d{1,18}|\d{1,3}(?:[_., ]\d{3}){1,5}")
_AMOUNT = re.compile(
    r"(\d{1,9}(?:[.,]\d{1,3})?) ?(k|nghìn|ngàn|tr|triệu|m|tỷ|tỉ|b)(?:\s*(?:đồng|đ))?"
)
_SIZES = {"k": 10**3, "nghìn": 10**3, "ngàn": 10**3, "tr": 10**6, "triệu": 10**6, "m": 10**6}
_SIZES |= {"tỷ": 10**9, "tỉ": 10**9, "b": 10**9}


def wrong(key: LiteralString, **values: object) -> PydanticCustomError:
    """A fault of a single value; `key` names the sentence in the catalogue (fault.KEY)."""
    return PydanticCustomError(key, key, values)


def _span(value: Any) -> timedelta:
    if isinstance(value, timedelta):
        return value  # given by the program, not by a file
    found = _SPAN.fullmatch(str(value).strip())
    if not found:
        raise wrong("span", given=value)
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def _hours(value: Any) -> tuple[time, time]:
    if isinstance(value, tuple):
        return value  # given by the program, not by a file
    found = _HOURS.fullmatch(str(value).replace(" ", "").replace("–", "-"))
    if not found:
        raise wrong("hours", given=value)
    opens = time(int(found[1]), int(found[2]))
    # Midnight at the end of the day: no time of the clock says it.
    closes = time(int(found[3]), int(found[4])) if found[3] else time.max
    return opens, closes


def _moment(value: Any) -> time:
    found = _MOMENT.fullmatch(str(value).strip())
    if not found:
        raise wrong("moment", given=value)
    return time(int(found[1]), int(found[2]))


def _days(value: Any) -> tuple[date, date]:
    first, _, last = str(value).partition("/")
    try:
        days = date.fromisoformat(first.strip()), date.fromisoformat((last or first).strip())
    except ValueError:
        raise wrong("days", given=value) from None
    if days[0] > days[1]:
        raise wrong("days", given=value)
    return days


def dong(value: Any) -> int:
    """Whole dong from 400_000, 400.000, 1tr, "1,2 triệu" or 2 tỷ."""
    words = str(value).strip().lower()
    if _WHOLE.fullmatch(words):
        return int(re.sub(r"[_., ]", "", words))
    found = _AMOUNT.fullmatch(words)
    if not found:
        raise wrong("money", given=value)
    return round(float(found[1].replace(",", ".")) * _SIZES[found[2]])


def _known_slots(text: str) -> str:
    return with_slots(text, TEXT_SLOTS)


def with_slots(text: str, allowed: frozenset[str]) -> str:
    """The text, if it fills in nothing but what is allowed. Raises PydanticCustomError."""
    try:
        slots = [(name, spec, how) for _, name, spec, how in Formatter().parse(text)]
    except ValueError:
        raise wrong("brace") from None
    for name, spec, how in slots:
        # A slot takes no format of its own: "{you!r}" and "{you:>99}" are none of ours.
        if name is not None and (name not in allowed or spec or how):
            raise wrong("slot", given=f"{{{name}}}", allowed=", ".join(sorted(allowed)))
    return text


def _short(text: str) -> str:
    if len(text) > LONGEST_LABEL:
        raise wrong("label", length=len(text), most=LONGEST_LABEL)
    return text


def _span_words(span: timedelta) -> str:
    seconds = int(span.total_seconds())
    units = ((86400, "d"), (3600, "h"), (60, "m"), (1, "s"))
    size, unit = next(one for one in units if seconds % one[0] == 0)
    return f"{seconds // size}{unit}"


def _hours_words(hours: tuple[time, time]) -> str:
    return "-".join(f"{one:%H:%M}" for one in hours)


_TEXT: dict[str, Any] = {"type": "string"}
# What is kept as JSON is written as the owner writes it, and can be read again.
Span = Annotated[
    timedelta,
    BeforeValidator(_span),
    PlainSerializer(_span_words, when_used="json"),
    WithJsonSchema({**_TEXT, "pattern": r"^\d{1,4}[smhd]$", "examples": ["10m", "2h", "1d"]}),
]
Hours = Annotated[
    tuple[time, time],
    BeforeValidator(_hours),
    PlainSerializer(_hours_words, when_used="json"),
    WithJsonSchema({**_TEXT, "examples": ["08:00-17:30"]}),
]
Days = Annotated[
    tuple[date, date],
    BeforeValidator(_days),
    WithJsonSchema({**_TEXT, "examples": ["2027-02-04", "2027-02-04/2027-02-12"]}),
]
Moment = Annotated[time, BeforeValidator(_moment), WithJsonSchema({**_TEXT, "examples": ["09:00"]})]
Dong = Annotated[
    int,
    BeforeValidator(dong),
    WithJsonSchema({"type": ["integer", "string"], "examples": [400_000, "1tr", "1,2 tỷ"]}),
]
Sentence = Annotated[str, Field(min_length=1), AfterValidator(_known_slots)]
LabelText = Annotated[str, Field(min_length=1), AfterValidator(_short)]
Language = Literal["vi", "en"]
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")]


class Part(BaseModel):
    """A part of the file: it cannot be changed, and knows every entry it may hold."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Words(Part):
    """Words in each language the company speaks."""

    vi: str | None = None
    en: str | None = None

    def of(self, language: str) -> str:
        """The words in this language, in the other where the company speaks only that."""
        return (self.en or self.vi or "") if language == "en" else (self.vi or self.en or "")

    @property
    def spoken(self) -> tuple[str, ...]:
        """The words in every language they were written in."""
        return tuple(one for one in (self.vi, self.en) if one)


class Sentences(Words):
    """One sentence in each language."""

    vi: Sentence | None = None
    en: Sentence | None = None


class Label(Words):
    """What stands on a button, in each language."""

    vi: LabelText | None = None
    en: LabelText | None = None


def in_both(value: Any) -> Any:
    """A bare text where words in each language may stand: the same in both."""
    return {"vi": value, "en": value} if isinstance(value, str) else value


def worded(part: BaseModel, where: Where = ()) -> Iterator[tuple[Where, Words]]:
    """Everything below a part that a person will read, and where it stands."""
    for name, field in type(part).model_fields.items():
        yield from _worded(getattr(part, name), (*where, field.alias or name))


def _worded(value: object, where: Where) -> Iterator[tuple[Where, Words]]:
    if isinstance(value, Words):
        yield where, value
    elif isinstance(value, BaseModel):
        yield from worded(value, where)
    elif isinstance(value, tuple):
        for place, one in enumerate(value):
            yield from _worded(one, (*where, place))
