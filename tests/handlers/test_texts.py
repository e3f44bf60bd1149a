"""Every sentence in every language, and manners in all of them."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from handlers.prospect.manners import polish
from handlers.texts import LANGUAGES, catalogue

_HANDLERS = Path(__file__).parents[2] / "handlers"
_KEY = re.compile(r"[a-z_]+\.[a-z_]+")
_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")


def slots(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_language_has_the_same_keys() -> None:
    assert set(catalogue("vi")) == set(catalogue("en"))


@pytest.mark.parametrize("key", sorted(catalogue("vi")))
def test_a_sentence_asks_for_no_slot_that_its_translation_has_not(key: str) -> None:
    address = {"you", "You", "me", "Me"}  # English says "you" in the sentence itself

    vi, en = (slots(catalogue(language)[key]) - address for language in LANGUAGES)

    assert vi == en


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_at_most_one_emoji_in_a_sentence(language: str) -> None:
    crowded = {
        key: text
        for key, text in catalogue(language).items()
        if len(_EMOJI.findall(text)) > 1 or "bạn" in text.lower().split()
    }

    assert crowded == {}


def test_every_key_that_is_said_is_in_the_catalogue() -> None:
    said: set[str] = set()
    for file in _HANDLERS.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and node.args and _is_say(node.func):
                first = node.args[0]
                if isinstance(first, ast.Constant) and _KEY.fullmatch(str(first.value)):
                    said.add(str(first.value))

    assert said - set(catalogue("vi")) == set()


def _is_say(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in ("say", "telling")


@pytest.mark.parametrize(
    ("said", "polished"),
    [
        ("Dạ em ghi rồi ạ. Dạ giá từ 4 triệu ạ.", "Dạ em ghi rồi. Giá từ 4 triệu ạ."),
        ("Dạ em chào anh ạ", "Dạ em chào anh ạ"),
        ("Em ghi: 3 quán.\nDạ từ 4 triệu ạ.", "Em ghi: 3 quán.\nDạ từ 4 triệu ạ."),
        ("Hoạ sĩ ạ, dạng nào ạ?", "Hoạ sĩ, dạng nào ạ?"),
    ],
)
def test_a_message_is_polite_once(said: str, polished: str) -> None:
    assert polish(said, "vi") == polished
