"""One cell of a list to what it means: numbers to call, addresses, days, stages; and back."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from handlers.texts import LANGUAGES, say
from scoring.lead import Stage
from scoring.understanding.people.old_prefixes import modern
from storage.folding import folded


class CellError(ValueError):
    """A cell that cannot be read; `key` names the sentence that says why."""

    def __init__(self, key: str, cell: str) -> None:
        super().__init__(key)
        self.key = key
        self.cell = cell


_PARTED = re.compile(r"[/;,|\n]|\s-\s|\bhoặc\b|\bhay\b|\bor\b", re.IGNORECASE)
_IS_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_DIGITS = re.compile(r"[^\d+]")
_HOME = "VN"
# A spreadsheet takes a number for an amount, and the zero in front of it away.
_WITHOUT_ZERO = re.compile(r"[35789]\d{8}|1[2689]\d{8}|2\d{9}")
_DAYS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%Y/%m/%d")
_HOURS = ("", " %H:%M", " %H:%M:%S")
# What a spreadsheet would take for a formula at the head of a cell (OWASP ASVS 1.2.10).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")
_QUOTE = "'"


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; `plain` gives it back."""
    cell = cell.strip()
    return _QUOTE + cell if _looks_like_a_formula(cell) else cell


def plain(cell: str) -> str:
    """A cell without the quote that keeps it from being a formula."""
    cell = cell.strip()
    return cell[1:] if cell.startswith(_QUOTE) and _looks_like_a_formula(cell) else cell


def _looks_like_a_formula(cell: str) -> bool:
    return cell.lstrip(_QUOTE).startswith(_FORMULA)


def phones(cell: str) -> tuple[str, ...]:
    """Every number in a cell, E.164; old prefixes are today's. Raises CellError."""
    parts = [part for part in _PARTED.split(plain(cell)) if part.strip()]
    return tuple(dict.fromkeys(_phone(part) for part in parts))


def _phone(written: str) -> str:
    import phonenumbers  # slow to import

    text = written.strip().lstrip(_QUOTE).removesuffix(".0")
    if _IS_SHORTENED.fullmatch(text):
        raise CellError("phone_shortened", written)
    digits = _DIGITS.sub("", text)
    if _WITHOUT_ZERO.fullmatch(digits):
        digits = f"0{digits}"
    elif digits.startswith("84") and len(digits) >= 11:
        digits = f"+{digits}"
    try:
        number = phonenumbers.parse(modern(digits), _HOME)
    except phonenumbers.NumberParseException as error:
        raise CellError("phone", written) from error
    if not phonenumbers.is_valid_number(number):
        raise CellError("phone", written)
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def shown_phone(number: str) -> str:
    """A number as a spreadsheet keeps it: in groups, so that no zero is lost."""
    import phonenumbers  # slow to import

    read = phonenumbers.parse(number)
    home = phonenumbers.region_code_for_number(read) == _HOME
    style = phonenumbers.PhoneNumberFormat
    return str(phonenumbers.format_number(read, style.NATIONAL if home else style.INTERNATIONAL))


def emails(cell: str) -> tuple[str, ...]:
    """Every address in a cell, in small letters. Raises CellError."""
    from email_validator import EmailNotValidError, validate_email  # slow to import

    found: list[str] = []
    for part in re.split(r"[;,\s]+", plain(cell)):
        if part:
            try:
                found.append(validate_email(part, check_deliverability=False).normalized.lower())
            except EmailNotValidError as error:
                raise CellError("email", part) from error
    return tuple(dict.fromkeys(found))


def moment(cell: str, zone: ZoneInfo) -> datetime:
    """A day, or a day with its time, as people and programs write it. Raises CellError."""
    text = plain(cell)
    at = _iso(text)
    for form in (day + hour for day in _DAYS for hour in _HOURS):
        if at is not None:
            break
        try:
            at = datetime.strptime(text, form)  # noqa: DTZ007 # the zone comes below
        except ValueError:
            continue
    if at is None:
        raise CellError("date", cell)
    return (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC)


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def stage(cell: str) -> Stage:
    """A stage by our word for it, in either language. Raises CellError."""
    found = _stages().get(folded(plain(cell)))
    if found is None:
        raise CellError("stage", cell)
    return found


@cache
def _stages() -> dict[str, Stage]:
    known = {one.value: one for one in Stage}
    for language in LANGUAGES:
        known |= {folded(say(f"stage.{one}", language)): one for one in Stage}
    return known
