"""Every sentence the product says, by key and language; the sentences are in locales/."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("vi", "en")
# A sentence that waits for its reader: what it is in a language.
Telling = Callable[[str], str]
_HERE = Path(__file__).parent / "locales"


# How the bot calls itself where nobody says otherwise.
_SELF = {"me": "em", "Me": "Em"}
# Words of the north and of the south; a company that names no region speaks as both understand.
_REGIONS = {
    "bac": {"nha": "nhé", "ngàn": "nghìn"},
    "nam": {"nhé": "nha", "nghìn": "ngàn", "Dạ vâng": "Dạ được", "thong thả": "từ từ"},
}


def say(key: str, language: str, **values: object) -> str:
    """The sentence of this key. Raises KeyError for a key or a value that is missing."""
    return say_in(key, language, "", values)


def say_in(key: str, language: str, region: str, values: Mapping[str, object]) -> str:
    """The same in the words of a region: bac, nam, or "" for words that all understand."""
    return catalogue(language, region)[key].format(**{**_SELF, **values})


def telling(key: str, **values: object) -> Telling:
    """The sentence for readers of whom each has a language of his own.

    A value that is a telling itself, or a function of the language, is told in the same one.
    """

    def told(language: str) -> str:
        told_values = {
            name: value(language) if callable(value) else value for name, value in values.items()
        }
        return say(key, language, **told_values)

    return told


def version_of(text: str) -> str:
    """Which text somebody agreed to, so that it can be shown later."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def knows(key: str, language: str = "vi") -> bool:
    return key in catalogue(language)


@cache
def catalogue(language: str, region: str = "") -> dict[str, str]:
    """All sentences of a language by dotted key; anything but English is Vietnamese."""
    name = "en" if language == "en" else "vi"
    if region and name == "vi":
        return {key: _in_region(text, region) for key, text in catalogue("vi").items()}
    with (_HERE / f"{name}.toml").open("rb") as file:
        return dict(_flat(tomllib.load(file), ""))


def _in_region(text: str, region: str) -> str:
    for word, own in _REGIONS.get(region, {}).items():
        text = re.sub(rf"(?<!\w){word}(?!\w)", own, text)
    return text


def _flat(table: dict[str, Any], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            found += _flat(value, f"{prefix}{key}.")
        else:
            found.append((prefix + key, value))
    return found
