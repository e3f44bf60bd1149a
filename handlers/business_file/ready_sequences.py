"""The section `sequences`: the ready ones in the words of the trade, and the owner's own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field
from ruamel.yaml import YAML

from handlers.business_file.sequences import Sequence, StepText, Trade, TradeWord
from handlers.business_file.values import Id, Part

_FILE = Path(__file__).parent / "ready_sequences.yaml"


class TradeWords(Part):
    """How this trade says things: put into the ready sequences."""

    vi: dict[TradeWord, StepText] = Field(default_factory=dict)
    en: dict[TradeWord, StepText] = Field(default_factory=dict)


class Sequences(Part):
    """The ready ones that are wanted, and the owner's own; an own one replaces a ready one."""

    ready: Literal["all", "none"] | tuple[Id, ...] = "all"
    trade: Trade = "general"
    words: TradeWords = TradeWords()
    own: tuple[Sequence, ...] = ()

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A changed copy works out anew what runs."""
        copied = super().model_copy(update=update, deep=deep)
        copied.__dict__.pop("running", None)
        return copied

    @cached_property
    def running(self) -> tuple[Sequence, ...]:
        """The owner's own, then the ready ones in the words of the trade."""
        own = {one.id for one in self.own}
        ready = [
            Sequence.model_validate(_told(plain, self))
            for plain in _ready()["sequences"]
            if _is_wanted(plain["id"], self) and plain["id"] not in own
        ]
        return (*self.own, *ready)


def trades() -> tuple[str, ...]:
    return tuple(_ready()["trades"])


def ready_ids() -> tuple[str, ...]:
    return tuple(one["id"] for one in _ready()["sequences"])


def _is_wanted(name: str, section: Sequences) -> bool:
    return section.ready == "all" or (section.ready != "none" and name in section.ready)


@cache
def _ready() -> dict[str, Any]:
    plain: dict[str, Any] = YAML(typ="safe", pure=True).load(_FILE.read_text(encoding="utf-8"))
    return plain


def _told(plain: Any, section: Sequences, language: str = "") -> Any:
    """The same with the words of the trade in their slots; other slots stay for later."""
    if isinstance(plain, dict):
        return {
            key: _told(one, section, key if key in ("vi", "en") else language)
            for key, one in plain.items()
        }
    if isinstance(plain, list):
        return [_told(one, section, language) for one in plain]
    if isinstance(plain, str) and language:
        words = {**_ready()["trades"][section.trade][language], **_own(section, language)}
        for slot, word in words.items():
            plain = plain.replace(f"{{{slot}}}", word)
    return plain


def _own(section: Sequences, language: str) -> dict[str, str]:
    words = section.words.en if language == "en" else section.words.vi
    return {str(slot): word for slot, word in words.items()}
