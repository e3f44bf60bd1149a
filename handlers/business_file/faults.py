"""Pydantic's complaints in the owner's words, with the place and a guess at what was meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from handlers.business_file.tree import Fault, Tree
from handlers.texts import knows, say

_LONGEST_SHOWN = 40  # characters of what was given
_NUMBERS = ("int_", "float_", "finite_number", "greater_than", "less_than")
# Pydantic's names for what is one thing to an owner.
_SAME = {
    "missing": "missing",
    "string_type": "text",
    "bool_parsing": "bool",
    "bool_type": "bool",
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "string_pattern_mismatch": "id",
    "too_short": "blank",
    "string_too_short": "blank",
}


def fault(tree: Tree, detail: ErrorDetails, model: type[BaseModel]) -> Fault:
    """One complaint, placed: at the value, or at the part in which an entry is missing."""
    where = tuple(detail["loc"])
    part = tree.way(where)[-1]
    key, values = _said(detail, model)
    name = part.name
    if detail["type"] == "missing":
        name = f"{name}.{where[-1]}".lstrip(".")
    return Fault(part.line, part.column, key, values, name)


def in_words(faults: Iterable[Fault], language: str) -> list[str]:
    """Lines `line:column part: what is wrong`, from the top of the file to its end."""
    ordered = sorted(faults, key=lambda one: (one.line, one.column, one.part))
    return list(dict.fromkeys(_line(one, language) for one in ordered))


def _line(one: Fault, language: str) -> str:
    values = {name: _short(value) for name, value in one.values.items()}
    words = say(f"fault.{one.key}", language, **values)
    if one.values.get("near"):
        words += say("fault.near", language, near=values["near"])
    part = f"{one.part}: " if one.part else ""
    return f"{one.line}:{one.column} {part}{words}"


def _short(value: object) -> object:
    if isinstance(value, str) and len(value) > _LONGEST_SHOWN * 4:
        return f"{value[:_LONGEST_SHOWN]}…"
    return value


def _said(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, dict[str, object]]:
    """The sentence and what fills it."""
    kind = detail["type"]
    context: dict[str, Any] = detail.get("ctx", {})
    given = detail["input"]
    shown = given if isinstance(given, str | int | float) else "…"
    if kind == "extra_forbidden":
        return "extra", {"near": _nearest(str(detail["loc"][-1]), _names_at(model, detail["loc"]))}
    if kind in ("literal_error", "enum"):
        expected = str(context.get("expected", ""))
        choices = re.findall(r"'([^']+)'", expected)
        values = {"given": shown, "choices": ", ".join(f"'{one}'" for one in choices), "near": ""}
        return "choice", {**values, "near": _nearest(str(given), choices)}
    if kind in ("too_long", "string_too_long"):
        return "too_long", {"most": context.get("max_length", 0)}
    if kind.startswith(_NUMBERS):
        return _number(kind, shown, context)
    if kind in _SAME:
        return _SAME[kind], {"given": shown}
    if knows(f"fault.{kind}"):
        return kind, context
    return "unusable", {"given": shown}


def _number(kind: str, shown: object, context: dict[str, Any]) -> tuple[str, dict[str, object]]:
    for bound, key in (("ge", "too_small"), ("gt", "too_small"), ("le", "too_large")):
        if bound in context:
            return key, {"given": shown, "bound": f"{float(context[bound]):g}"}
    return "number", {"given": shown}


def _nearest(given: str, known: Iterable[str]) -> str:
    return next(iter(difflib.get_close_matches(given, list(known), n=1)), "")


def _names_at(model: type[BaseModel], where: tuple[str | int, ...]) -> list[str]:
    """Every entry that the part around this place may hold."""
    for step in where[:-1]:
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        if step in fields:
            model = _part_in(fields[step].annotation) or model
    return [field.alias or name for name, field in model.model_fields.items()]


def _part_in(annotation: Any) -> type[BaseModel] | None:
    """The kind of part that a field holds, alone or several of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_part_in, get_args(annotation))), None)
