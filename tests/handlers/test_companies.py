"""The templates of the trades: right, polite in every sentence, careful in what they promise."""

from __future__ import annotations

import re

import pytest

from bot.new_company import TRADES, business_text
from handlers.business import Business
from handlers.business_file.values import worded
from handlers.faq.answers import answer_to
from handlers.owners_file import parse
from handlers.prospect.manners import polish
from handlers.prospect.pressed import chosen
from scoring.lead import BANT, Slot
from tests.fakes import MORNING

EACH = pytest.mark.parametrize("trade", TRADES)
# What a trade must never promise, unless the sentence says that it does not.
PROMISES = re.compile(r"cam kết|đảm bảo|chắc chắn|khỏi hẳn|sinh lời|guarantee|promise|cure")
DENIALS = re.compile(r"không|chưa|ghi rõ|theo|trong hợp đồng|no |not|neither|the level in")


def company(trade: str) -> Business:
    return parse(business_text(trade, "Nhà Xinh", "vi"), "business.yaml")


@EACH
def test_a_template_asks_the_four_and_the_phone_and_answers_much(trade: str) -> None:
    business = company(trade)

    assert {one.id for one in business.questions} == {*BANT, Slot.CONTACT}
    assert 15 <= len(business.faq) <= 25
    assert all(one.options for one in business.questions if one.id is not Slot.CONTACT)
    assert business.sequences.trade == trade
    assert len(business.sequences.running) >= 8


@EACH
def test_every_phrase_of_a_template_finds_its_own_answer(trade: str) -> None:
    faq = company(trade).faq

    strays = [one for entry in faq for one in entry.ask if answer_to(one, faq) != entry]

    assert strays == []


@EACH
def test_every_answer_is_polite_once_and_short(trade: str) -> None:
    for entry in company(trade).faq:
        said = entry.answer.of("vi")
        assert said.startswith("Dạ ")
        assert said.endswith(" ạ.")
        assert polish(said, "vi") == said
        assert len(said) <= 160, said
        assert "bạn" not in said.lower().split()
        assert len(entry.answer.of("en")) <= 160


@EACH
def test_no_sentence_promises_what_the_trade_may_not(trade: str) -> None:
    for where, words in worded(company(trade)):
        if where[0] == "faq":
            for said in words.spoken:
                assert not PROMISES.search(said.lower()) or DENIALS.search(said.lower()), said


@EACH
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_choice_tells_the_fact_it_stands_for(trade: str, language: str) -> None:
    business = company(trade)
    for question in business.questions:
        for option in question.options:
            said = chosen(option, question.id, 1, business, language, MORNING)
            assert [fact.slot for fact in said.facts] == [question.id], option.label
