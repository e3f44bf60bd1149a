"""The section `questions`: what is asked, the choices offered, and on what condition."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from itertools import combinations
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from handlers import buttons
from handlers.business_file.conditions import OTHER, Answer, Condition, can_hold, comparisons
from handlers.business_file.conditions import condition as read_condition
from handlers.business_file.contradiction import Contradiction, Where
from handlers.business_file.values import Dong, Label, Part, Sentences, dong
from handlers.texts import say
from handlers.wording import BETWEEN, money
from scoring.lead import Slot
from scoring.understanding.text import fold

Kind = Literal["choice", "multi", "money", "date", "number", "phone", "email", "text"]
# In which ways each thing we want to know can be answered; the first where nothing is said.
_KINDS: dict[Slot, tuple[Kind, ...]] = {
    Slot.NEED: ("choice", "multi", "text", "number"),
    Slot.TIMING: ("date", "choice", "text"),
    Slot.BUDGET: ("money", "choice"),
    Slot.AUTHORITY: ("choice", "text"),
    Slot.CONTACT: ("phone", "email", "text"),
}
MOST_OPTIONS = 6
_MOST_BANDS = MOST_OPTIONS - 2  # one option more than bands, and one for "not sure yet"

Points = Annotated[float, Field(ge=-100, le=100, allow_inf_nan=False)]
When = Annotated[
    Condition,
    BeforeValidator(read_condition),
    WithJsonSchema({"type": "string", "examples": ["need == 'pos' and budget >= 10tr"]}),
]


class Option(Part):
    """A choice. Choosing it is saying `means`, or the label where nothing is given."""

    label: Label
    means: Sentences | None = None
    # Its name in `when:` and in exports; the label without marks where nothing is given.
    value: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")] | None = None
    points: Points | None = None
    # What says the same as a tap, beside the label.
    words: tuple[Annotated[str, Field(min_length=1, max_length=100)], ...] = ()

    def said(self, language: str) -> str:
        return self.means.of(language) if self.means else self.label.of(language)

    @property
    def key(self) -> str:
        if self.value is not None:
            return self.value
        letters = "".join(one if one.isalnum() else " " for one in fold(self.label.of("vi")))
        return "-".join(letters.split())

    @property
    def spellings(self) -> tuple[str, ...]:
        """Everything that, typed, chooses this option."""
        return (*self.label.spoken, *self.words)


class Question(Part):
    id: Slot
    ask: Sentences
    # Other wordings of the same question; each customer gets one of them, /funnel compares.
    variants: Annotated[tuple[Sentences, ...], Field(max_length=3)] = ()
    kind: Kind | None = None
    options: Annotated[tuple[Option, ...], Field(max_length=MOST_OPTIONS)] = ()
    # Borders of a money question in rising order, in place of options: [1tr, 3tr] makes
    # under 1 million, 1 to 3 million, over 3 million, not sure yet.
    bands: Annotated[tuple[Dong, ...], Field(max_length=_MOST_BANDS)] = ()
    # Points of the bands, one each, from the lowest on.
    points: Annotated[tuple[Points, ...], Field(max_length=_MOST_BANDS + 1)] = ()
    skip: bool = True
    when: When | None = None

    def variant_of(self, number: int) -> int:
        """Which wording the customer of this number gets, 0 for the first."""
        return number % (1 + len(self.variants))

    def worded(self, number: int) -> Sentences:
        """The question as the customer of this number is asked it."""
        return (self.ask, *self.variants)[self.variant_of(number)]

    @property
    def form(self) -> Kind:
        """How it is answered."""
        if self.kind is not None:
            return self.kind
        return "choice" if self.options and not self.bands else _KINDS[self.id][0]

    @property
    def keys(self) -> tuple[str, ...]:
        """The values `when:` may compare with; a band is compared by its amount."""
        return ("unsure",) if self.bands else tuple(one.key for one in self.options)

    @property
    def worth(self) -> tuple[tuple[str, float], ...]:
        """What choosing is worth, by its words, where the owner says so; of several, the sum."""
        most = len(self.options) if self.form == "multi" else 1
        return tuple(
            (
                BETWEEN.join(one.label.of(language) for one in chosen),
                float(sum(one.points or 0 for one in chosen)),
            )
            for count in range(1, most + 1)
            for chosen in combinations(self.options, count)
            if any(one.points is not None for one in chosen)
            for language in ("vi", "en")
        )

    @property
    def most_points(self) -> float | None:
        """The best of the owner's points; None where he gave none."""
        return max((*self.points, *(points for _, points in self.worth)), default=None)

    @model_validator(mode="before")
    @classmethod
    def _offer_bands(cls, plain: Any) -> Any:
        """Bands become options; anything wrong with them is left for the fields to say."""
        if not isinstance(plain, dict) or plain.get("options") or not plain.get("bands"):
            return plain
        try:
            borders = [dong(one) for one in plain["bands"]]
        except (TypeError, ValueError):
            return plain
        if borders != sorted(set(borders)) or len(borders) > _MOST_BANDS:
            return plain
        return {**plain, "options": _options_of(borders, plain.get("points") or ())}


def _options_of(borders: list[int], points: Any) -> list[dict[str, Any]]:
    """What a customer can choose between the borders, worded so that it is understood."""
    lows, highs = [None, *borders], [*borders, None]
    options = [
        {"label": label, "means": label, "value": f"band-{number}"}
        for number, (low, high) in enumerate(zip(lows, highs, strict=True), start=1)
        for label in [{language: _band(low, high, language) for language in ("vi", "en")}]
    ]
    if isinstance(points, list | tuple) and len(points) == len(options):
        options = [{**one, "points": worth} for one, worth in zip(options, points, strict=True)]
    unsure = {language: say("band.unsure", language) for language in ("vi", "en")}
    means = {language: say("band.unsure_means", language) for language in ("vi", "en")}
    return [*options, {"label": unsure, "means": means, "value": "unsure"}]


def _band(low: int | None, high: int | None, language: str) -> str:
    if low is None:
        return say("band.under", language, amount=money(high or 0, language))
    if high is None:
        return say("band.over", language, amount=money(low, language))
    return say(
        "band.between", language, low=_shorter(low, high, language), high=money(high, language)
    )


def _shorter(low: int, high: int, language: str) -> str:
    """The lower border without its unit where both have the same: 1–3 triệu."""
    amount, _, unit = money(low, language).partition(" ")
    return amount if unit and money(high, language).endswith(f" {unit}") else f"{amount} {unit}"


# --- what no type can see -----------------------------------------------------------------


def contradictions(questions: tuple[Question, ...]) -> Iterator[Contradiction]:
    """Kinds that do not fit, choices alike, and questions nobody can reach."""
    for place, question in enumerate(questions):
        where = ("questions", place)
        if question.kind is not None and question.kind not in _KINDS[question.id]:
            fitting = ", ".join(_KINDS[question.id])
            values = {"given": question.kind, "id": question.id.value, "fitting": fitting}
            yield Contradiction((*where, "kind"), "kind_unfit", values)
        yield from _bad_bands(question, where)
        yield from _bad_options(question, where)
    yield from _unreachable(questions)


def _bad_bands(question: Question, where: Where) -> Iterator[Contradiction]:
    if question.bands and question.form != "money":
        yield Contradiction((*where, "bands"), "bands_unfit")
    if list(question.bands) != sorted(set(question.bands)):
        yield Contradiction((*where, "bands"), "not_rising")
    if question.points and len(question.points) != len(question.bands) + 1:
        counts = {"points": len(question.points), "wanted": len(question.bands) + 1}
        yield Contradiction((*where, "points"), "points_and_bands", counts)
    if question.form in ("choice", "multi") and not question.options:
        yield Contradiction((*where, "kind"), "no_options")


def _bad_options(question: Question, where: Where) -> Iterator[Contradiction]:
    keys: list[str] = []
    spellings: dict[str, int] = {}
    for number, option in enumerate(question.options):
        here = (*where, "options", number)
        if option.key in keys:
            place = "value" if option.value else "label"
            yield Contradiction((*here, place), "twice", {"given": option.key})
        keys.append(option.key)
        too_long = buttons.too_long("q", question.id.value, option.key)
        if too_long:
            yield Contradiction((*here, "value" if option.value else "label"), "button", too_long)
        for spelling in option.spellings:
            first = spellings.setdefault(fold(spelling), number)
            if first != number:
                values = {"given": spelling, "other": first}
                yield Contradiction((*here, "words"), "option_alike", values)


def _unreachable(questions: tuple[Question, ...]) -> Iterator[Contradiction]:
    """Conditions on what is never asked, or asked later, or that nothing can make true."""
    known: dict[str, Question] = {}
    dead: set[str] = set()
    for place, question in enumerate(questions):
        where = ("questions", place, "when")
        faults = list(_bad_names(question, known, [one.id.value for one in questions], where))
        yield from faults
        if not faults and question.when is not None:
            wanted = comparisons(question.when)
            answers = {
                name: (None,) if name in dead else _answers(known[name], question.when)
                for name in {one.name for one in wanted}
            }
            if not can_hold(question.when, answers):
                dead.add(question.id.value)
                yield Contradiction(where, "never_asked", {"id": question.id.value})
        known.setdefault(question.id.value, question)


def _bad_names(
    question: Question, known: dict[str, Question], every: list[str], where: Where
) -> Iterator[Contradiction]:
    for one in comparisons(question.when) if question.when is not None else ():
        if one.name in known:
            yield from _bad_values(one.name, one.values, one.sign, known[one.name], where)
        elif one.name in every:
            yield Contradiction(where, "asked_later", {"id": one.name})
        else:
            values = {"given": one.name, "known": ", ".join(known) or "–"}
            yield Contradiction(
                where, "no_such_question", {**values, "near": _near(one.name, every)}
            )


def _bad_values(
    name: str, values: tuple[str | int, ...], sign: str, asked: Question, where: Where
) -> Iterator[Contradiction]:
    """A value that no answer can have is a slip of the pen."""
    keys = list(asked.keys)
    if sign in ("<", "<=", ">", ">=") and asked.form not in ("money", "number"):
        yield Contradiction(where, "no_amount", {"id": name})
    for value in values:
        if isinstance(value, str) and keys and value not in (*keys, OTHER):
            words = {"given": value, "id": name, "known": ", ".join((*keys, OTHER))}
            yield Contradiction(where, "no_such_answer", {**words, "near": _near(value, keys)})


def _near(given: str, known: list[str]) -> str:
    return next(iter(difflib.get_close_matches(given, known, n=1)), "")


def _answers(asked: Question, condition: Condition) -> tuple[Answer, ...]:
    """All that the answer to a question may be, as far as this condition can tell."""
    named = [
        value
        for one in comparisons(condition)
        if one.name == asked.id.value
        for value in one.values
    ]
    amounts = [one for one in named if isinstance(one, int)]
    answers: list[Answer] = [None, OTHER, *asked.keys]
    if asked.form in ("money", "number"):
        answers += [near for one in amounts for near in (one - 1, one, one + 1) if near >= 0]
    if not asked.options:
        answers += [one for one in named if isinstance(one, str)]
    return tuple(dict.fromkeys(answers))
