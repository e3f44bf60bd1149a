"""Manners, linted: every sentence to a customer, in every preset, to every address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from handlers.business import SAMPLE, Business
from handlers.business_file.company import Tone
from handlers.owners_file import load
from handlers.prospect.manners import manner
from handlers.prospect.replies import Voice
from handlers.texts import catalogue
from tests.house import House

TO_CUSTOMERS = (
    *("greeting", "noted", "question", "booking", "survey", "rating", "contradiction", "given"),
    *("aside", "summary", "human", "rights", "nudge", "next_day"),
)
TO_STAFF = frozenset({"booking.rep", "rating.bad"})
PRESETS = ("than-thien", "trang-trong", "tre-trung")
ADDRESSES = ("", "anh", "chị", "cô", "bác")
COMPANIES = sorted(SAMPLE.parent.glob("*.yaml"))
_DA = re.compile(r"(?<!\w)dạ(?!\w)", re.IGNORECASE)
_A = re.compile(r"(?<!\w)ạ(?!\w)", re.IGNORECASE)
_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")


def keys() -> list[str]:
    return [
        key
        for key in catalogue("vi")
        if key.partition(".")[0] in TO_CUSTOMERS and key not in TO_STAFF
    ]


def toned(preset: str, **more: str) -> Business:
    business = load(SAMPLE)
    return business.model_copy(update={"tone": Tone.model_validate({"preset": preset, **more})})


def spoken(business: Business, language: str, address: str) -> Iterator[tuple[str, str]]:
    """Every sentence as this company says it to this customer, by key."""
    voice = Voice(business, language, address)
    for key in keys():
        names = {name for _, name, _, _ in Formatter().parse(catalogue(language)[key]) if name}
        values = {name: "x" for name in names if name not in ("you", "You", "me", "Me")}
        known = {name: one for name, one in values.items() if name not in ("company", "phone")}
        yield key, voice.polish(voice.say(key, **known))


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("preset", PRESETS)
def test_every_sentence_keeps_its_manners(preset: str, address: str) -> None:
    business = toned(preset)
    how = manner(business.tone, address, "vi")

    for key, text in spoken(business, "vi", address):
        words = re.findall(r"\w+", text)
        assert len(_DA.findall(text)) <= 1, (key, text)
        assert len(_A.findall(text)) <= 1, (key, text)
        assert len(_EMOJI.findall(text)) <= 1, (key, text)
        assert "{" not in text, (key, text)
        assert not text[:1].islower(), (key, text)
        assert how.you == "bạn" or "bạn" not in words, (key, text)
        assert how.me == "em" or not {"em", "Em"} & set(words), (key, text)
        if how.is_plain:
            assert not _DA.search(text), (key, text)
            assert not _A.search(text), (key, text)


def test_english_has_no_vietnamese_word_and_no_slot_left() -> None:
    for key, text in spoken(load(SAMPLE), "en", "chị"):
        assert "{" not in text, (key, text)
        assert not {"em", "chị", "dạ", "ạ"} & set(re.findall(r"\w+", text.lower())), (key, text)


@pytest.mark.parametrize("file", COMPANIES, ids=lambda file: file.stem)
def test_the_owners_sentences_have_manners_too(file: Path) -> None:
    business = load(file)
    voice = Voice(business, "vi", "chị")
    sentences = [
        *(wording.vi for one in business.questions for wording in (one.ask, *one.variants)),
        *(one.answer.vi for one in business.faq),
        *(one.ask.vi for one in business.survey),
        business.consent.text.vi,
    ]

    for sentence in filter(None, sentences):
        text = voice.polish(voice.owners(sentence))
        assert len(_DA.findall(text)) <= 1, text
        assert len(_A.findall(text)) <= 1, text
        assert len(_EMOJI.findall(text)) <= 1, text
        assert text.count("?") <= 1, text
        assert "bạn" not in re.findall(r"\w+", text.lower()), text
        assert "anh/chị" not in text, text


@pytest.mark.parametrize(
    ("preset", "address", "me", "you"),
    [
        ("than-thien", "", "em", "anh/chị"),
        ("than-thien", "chị", "em", "chị"),
        ("than-thien", "bác", "con", "bác"),
        ("trang-trong", "", "chúng tôi", "Quý khách"),
        ("trang-trong", "anh", "chúng tôi", "Quý khách"),
        ("tre-trung", "", "mình", "bạn"),
        ("tre-trung", "chị", "em", "chị"),
    ],
)
def test_the_customers_own_word_stands_above_the_preset(
    preset: str, address: str, me: str, you: str
) -> None:
    how = manner(toned(preset).tone, address, "vi")

    assert (how.me, how.you) == (me, you)


def test_a_region_has_words_of_its_own_and_an_owner_may_do_without_emoji() -> None:
    southern = Voice(toned("than-thien", region="nam", emoji="none"), "vi", "chị")

    assert southern.say("aside.welcome").endswith("nha.")
    assert "👋" not in southern.polish(southern.say("greeting.hello"))


async def test_the_address_switches_on_the_customers_word_and_stays(sqlite_house: House) -> None:
    house = sqlite_house
    await house.starts("hoa")

    before = await house.says("hoa", "đồng ý")
    asked = await house.says("hoa", "cho bác hỏi giá bao nhiêu?")
    later = await house.says("hoa", "cần phần mềm kế toán")

    assert "Anh/chị đang cần gì" in before.text
    assert "Bác đang cần gì" in asked.text
    assert "con ghi" in later.text
    assert "Bác muốn bắt đầu" in later.text
