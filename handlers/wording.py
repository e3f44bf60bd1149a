"""Facts in words: money, dates and roles as a person would say them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

from handlers import time_words
from handlers.texts import say
from scoring.lead import (
    Authority,
    Budget,
    BudgetStatus,
    Contact,
    FactValue,
    Need,
    NeedStatus,
    Timing,
)

# Nobody is as sure of a reading as of a button.
CHOSEN = 1.0
BETWEEN = ", "  # several choices, as one phrase
_MOST_OF_A_UNIT = 1000
_UNITS = ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"))


# The offers' prices stand in every sentence, and Babel takes its time over each number.
@lru_cache(maxsize=1024)
def money(amount: float, language: str) -> str:
    """Whole dong in words that read back to the same amount: 1,2 tỷ; 50 triệu; 500 nghìn."""
    whole = round(amount)
    for size, name in _UNITS:
        # Two decimals at the most: "1,001 triệu" reads as a thousand and one million.
        is_short = size == _UNITS[0][0] or whole < _MOST_OF_A_UNIT * size
        if whole >= size and whole * 100 % size == 0 and is_short:
            return say(f"money.{name}", language, amount=number(whole / size, language))
    return say("money.dong", language, amount=number(whole, language))


def number(value: float, language: str) -> str:
    """A number as it is written in this language, three decimals at the most: 1.234,5."""
    return str(format_decimal(value, format="#,##0.###", locale=language))


def amount(value: float, currency: str, language: str) -> str:
    if currency == "VND":
        return money(value, language)
    return f"{number(value, language)} {currency}"


def budget(fact: Budget, language: str) -> str:
    if fact.status is not BudgetStatus.KNOWN:
        return say(f"budget.{fact.status}", language)
    low = None if fact.min is None else amount(fact.min, fact.currency, language)
    high = None if fact.max is None else amount(fact.max, fact.currency, language)
    if low and high and fact.approx and fact.min is not None and fact.max is not None:
        middle = amount((fact.min + fact.max) / 2, fact.currency, language)
        words = say("budget.about", language, amount=middle)
    elif low and high:
        words = low if low == high else say("budget.between", language, low=low, high=high)
    elif low:
        words = say("budget.from", language, amount=low)
    else:
        words = say("budget.to", language, amount=high)
    period = say(f"period.{fact.period}", language) if fact.period else ""
    per = say(f"per.{fact.per}", language) if fact.per else ""
    return words + period + per


def authority(fact: Authority, language: str) -> str:
    if fact.approved:
        return say("authority.approved", language)
    return say(f"authority.{fact.role}", language)


def need(fact: Need, language: str) -> str:
    if fact.status is NeedStatus.NONE:
        return say("need.none", language)
    # What is counted and stands elsewhere ("cho 2 quán") is said beside it.
    counts = [
        f"{number(one.value, language)} {one.unit}".strip()
        for one in fact.quantities
        if one.span == (0, 0) or not fact.span[0] <= one.span[0] < fact.span[1]
    ]
    return f"{fact.text} ({', '.join(counts)})" if counts else fact.text


def inside(name: str) -> str:
    """A name as it is written inside a sentence; an abbreviation stays as it is."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def contact(fact: Contact, language: str) -> str:
    if fact.refused and not (fact.phones or fact.emails):
        return say("contact.refused", language)
    return ", ".join((*map(national, fact.phones), *fact.emails, *fact.handles))


def fact(value: FactValue, language: str) -> str:
    """Any fact in one short phrase; what was chosen by a button in the button's own words."""
    if value.confidence == CHOSEN and not isinstance(value, Contact):
        return value.text
    match value:
        case Budget():
            return budget(value, language)
        case Timing():
            return time_words.timing(value, language)
        case Authority():
            return authority(value, language)
        case Need():
            return need(value, language)
        case Contact():
            return contact(value, language)


def national(phone: str) -> str:
    """A Vietnamese number as people write it, 0901 234 567; a foreign one as it is."""
    if not phone.startswith("+84"):
        return phone
    digits = f"0{phone[3:]}"
    return f"{digits[:4]} {digits[4:7]} {digits[7:]}"


def masked(phone: str) -> str:
    """Enough to recognise a number, too little to call it."""
    shown = national(phone)
    return f"{shown[:4]} ••• {shown[-3:]}"


def day(when: date) -> str:
    return f"{when.day}/{when.month}/{when.year}"


# How Vietnamese and English write a day with its weekday, by Babel's patterns.
_WEEKDAYS = {"vi": "EEEE d/M", "en": "EEEE d MMM"}


def moment(when: datetime, now: datetime, zone: tzinfo, language: str) -> str:
    """A time that is near, as people say it: today, tomorrow, else by its weekday."""
    local = when.astimezone(zone)
    clock = f"{local.hour}:{local:%M}"
    ahead = (local.date() - now.astimezone(zone).date()).days
    if ahead < len(_NEAR):
        return say(f"moment.{_NEAR[ahead]}", language, clock=clock)
    weekday = format_date(local.date(), _WEEKDAYS[language], locale=language)
    return say("moment.day", language, clock=clock, day=weekday)


_NEAR = ("today", "tomorrow")
_A_SEASON = timedelta(days=120)


def named_day(when: date, today: date, language: str) -> str:
    """A day that is promised: with its weekday, and with its year where that is far."""
    if abs(when - today) > _A_SEASON:
        return time_words.day(when, language, with_year=True)
    named = str(format_date(when, _WEEKDAYS[language], locale=language))
    return inside(named) if language == "vi" else named


def clock(when: datetime, zone: tzinfo) -> str:
    """A moment that reads the same on any day: 9:05 10/3."""
    local = when.astimezone(zone)
    return f"{local.hour}:{local:%M} {local.day}/{local.month}"


def span(seconds: float, language: str) -> str:
    """A span of time in its largest sensible unit."""
    for size, name in ((86400, "days"), (3600, "hours"), (60, "minutes")):
        if seconds >= 2 * size:
            return say(f"span.{name}", language, count=round(seconds / size))
    return say("span.seconds", language, count=round(seconds))
